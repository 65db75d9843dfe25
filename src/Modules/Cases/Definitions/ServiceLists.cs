using System.Text.Json.Nodes;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Platform.Packs;
using NodaTime.Text;

namespace HaiDang.Cases.Definitions;

/// <summary>The code lists of a service: <c>lists/NAME.csv</c> for every name that one of its forms asks for. They are part of its version.</summary>
internal static class ServiceLists
{
    /// <summary>The lists that a form may ask for: those of its questions, those that its FEEL speaks of, and those that some kinds of question look into.</summary>
    public static IEnumerable<string> AskedFor(ServiceFiles files) =>
        files.Paths.Where(p => p.EndsWith(".json", StringComparison.Ordinal) && !p.Contains('/', StringComparison.Ordinal)).ToList()
            .Select(p => FormReader.Read(files.Text(p)!, p).Form).OfType<Form>()
            .SelectMany(form => form.ListNames.Concat(form.Mentions).Append(FormMeaning.IdentityPlaces)).Where(n => !UnitLists.Is(n)).Distinct(StringComparer.Ordinal);

    /// <summary>The lists of a version. A question whose list is nowhere is a problem at its line.</summary>
    public static IReadOnlyDictionary<string, CodeList> Read(ServiceFiles files, EngineFiles engines, PackProblems problems)
    {
        var lists = files.Paths.Where(p => p.StartsWith(CodeList.Folder, StringComparison.Ordinal))
            .Select(p => CodeListReader.Read(Path.GetFileNameWithoutExtension(p), files.Text(p)!, files.Shown(p), problems))
            .OfType<CodeList>().ToDictionary(l => l.Name, StringComparer.Ordinal);
        foreach (var (file, field) in engines.StepForms.Append(KeyValuePair.Create(ServiceDefinition.CaseForm, engines.Form)).SelectMany(f => f.Value.Fields.Values.Select(field => (EngineFiles.FormFile(f.Key), field))))
            if (field.Options?.ListName is { } name && !UnitLists.Is(name) && files.Text(CodeList.PathOf(name)) is null)
                problems.Add(files.Shown(file), field.Line, $"không có danh mục '{name}' mà câu hỏi '{field.KeyPath}' cần", $"there is no list '{name}', which the question '{field.KeyPath}' asks for",
                    $"thêm {CodeList.PathOf(name)} hoặc sửa valuesKey", $"add {CodeList.PathOf(name)} or mend valuesKey");
        return lists;
    }

    /// <summary>A list as forms take it. FEEL in a form sees the same entries: <c>wards[item.parent = province]</c>.</summary>
    public static JsonArray Choices(CodeList list) => [.. list.Entries.Select(JsonNode (e) =>
    {
        var choice = new JsonObject { ["value"] = e.Code, ["label"] = e.Name.Vi, ["label_en"] = e.Name.En };
        if (e.Parent is { } parent) choice["parent"] = parent;
        if (e.From is { } from) choice["validFrom"] = LocalDatePattern.Iso.Format(from);
        if (e.To is { } to) choice["validTo"] = LocalDatePattern.Iso.Format(to);
        return choice;
    })];
}

/// <summary>The lists that the city's units make: <c>units</c>, those that settle the service, and <c>units_LEVEL</c> or <c>units_KIND</c>.</summary>
internal static class UnitLists
{
    public const string Own = "units", OfOthers = "units_";

    public static bool Is(string name) => name == Own || name.StartsWith(OfOthers, StringComparison.Ordinal);
}
