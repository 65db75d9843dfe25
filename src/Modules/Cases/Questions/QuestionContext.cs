using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Questions;

/// <summary>What a service's form may know besides the answers: the moment, the lists to choose from, the files that are there, who asks.</summary>
internal sealed class QuestionContext(City city, IUnits units)
{
    /// <summary>A version of a service and the city's units never change while the program runs, so neither do its lists.</summary>
    private readonly ConcurrentDictionary<string, FormCodeLists> lists = new();

    public FormContext For(ServiceDefinition service, Instant now, IEnumerable<CaseFile> files, JsonObject? applicant = null) =>
        new(now.InZone(city.Zone).ToDateTimeOffset())
        {
            CodeLists = ListsOf(service),
            Files = files.GroupBy(f => f.Field).ToDictionary(
                g => g.Key, IReadOnlyList<FormFile> (g) => [.. g.Select(f => new FormFile(f.Name, f.Type, f.Size))]),
            Variables = applicant is null ? null : new JsonObject { ["applicant"] = applicant.DeepClone() },
        };

    /// <summary>What the questions of a service, those of its steps too, offer to choose from.</summary>
    public FormCodeLists ListsOf(ServiceDefinition service) =>
        lists.GetOrAdd(service.Hash, static (_, of) => new FormCodeLists(of.Questions.AllLists(of.Service)), (Questions: this, Service: service));

    /// <summary>The service's code lists, and those of the city's units.</summary>
    private Dictionary<string, JsonArray> AllLists(ServiceDefinition service)
    {
        var lists = service.Lists.ToDictionary(l => l.Key, l => ServiceLists.Choices(l.Value));
        lists[UnitLists.Own] = Choices(units.Handling(service));
        foreach (var name in service.ListNames.Where(n => n.StartsWith(UnitLists.OfOthers, StringComparison.Ordinal)))
            lists[name] = Choices(units.OfLevelOrKind(name[UnitLists.OfOthers.Length..]));
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
