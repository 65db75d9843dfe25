using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Questions;

/// <summary>What a service's form may know besides the answers: the moment, the units to choose from, the files that are there, who asks.</summary>
internal sealed class QuestionContext(City city, IUnits units)
{
    private const string OtherUnits = "units_";

    /// <summary>A version of a service and the city's units never change while the program runs, so neither do its lists.</summary>
    private readonly ConcurrentDictionary<string, FormCodeLists> lists = new();

    public FormContext For(ServiceDefinition service, Instant now, IEnumerable<CaseFile> files, JsonObject? applicant = null) =>
        new(now.InZone(city.Zone).ToDateTimeOffset())
        {
            CodeLists = lists.GetOrAdd(service.Hash, static (_, of) => new FormCodeLists(of.Questions.UnitLists(of.Service)), (Questions: this, Service: service)),
            Files = files.GroupBy(f => f.Field).ToDictionary(
                g => g.Key, IReadOnlyList<FormFile> (g) => [.. g.Select(f => new FormFile(f.Name, f.Type, f.Size))]),
            Variables = applicant is null ? null : new JsonObject { ["applicant"] = applicant.DeepClone() },
        };

    /// <summary><c>units</c>, those that settle the service, and any <c>units_LEVEL</c> or <c>units_KIND</c> that a question asks for.</summary>
    private Dictionary<string, JsonArray> UnitLists(ServiceDefinition service)
    {
        var lists = new Dictionary<string, JsonArray> { ["units"] = Choices(units.Handling(service)) };
        foreach (var name in service.Form.ListNames.Where(n => n.StartsWith(OtherUnits, StringComparison.Ordinal)))
            lists[name] = Choices(units.OfLevelOrKind(name[OtherUnits.Length..]));
        return lists;
    }

    private JsonArray Choices(IReadOnlyList<Unit> offered) => [.. offered.Select(JsonNode (u) => new JsonObject
    {
        ["value"] = u.Id,
        ["label"] = Label(u, u.ShortName.Vi, above => above.ShortName.Vi),
        ["label_en"] = Label(u, u.ShortName.En, above => above.ShortName.En),
    })];

    /// <summary>Wards of one name are many: the unit above tells them apart.</summary>
    private string Label(Unit unit, string name, Func<Unit, string> nameOf) =>
        unit.Parent is { } parent && units.Find(parent) is { Parent: not null } above ? $"{name}, {nameOf(above)}" : name;
}
