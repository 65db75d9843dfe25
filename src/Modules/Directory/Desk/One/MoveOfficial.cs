using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;

namespace HaiDang.Directory.Desk.One;

/// <summary>Name and place of an official, as typed.</summary>
public sealed record MoveAsk(string? Name, PlaceAsk Place);

/// <summary>Moves an official to another unit, title or roles; it takes effect at their next request.</summary>
internal static class MoveOfficial
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(OfficialFacts facts, MoveAsk ask, CityUnits units)
    {
        var name = PersonName.Parse(ask.Name ?? "");
        List<Problem> problems = [.. name.Problems.Select(p => p with { Field = "name" }), .. Place.Problems(ask.Place, units)];
        if (problems.Count > 0) return problems.ToArray();
        var (official, roles) = (facts.Official, Place.RolesOf(ask.Place));
        if (official is { IsAdmin: true, Active: true } && !roles.Contains(Official.AdminRole) && facts.OtherAdmins == 0)
            return OfficialProblems.LastAdmin.At("roles", official.Name);
        var events = new List<IEvent>();
        if (name.Value.Full != official.Name) events.Add(new OfficialRenamed(name.Value.Full));
        if (ask.Place.Unit != official.Unit || Place.TitleOf(ask.Place) != official.Title || !roles.SequenceEqual(official.Roles.Order(StringComparer.Ordinal)))
            events.Add(new OfficialMoved(ask.Place.Unit!, Place.TitleOf(ask.Place), roles));
        return events;
    }
}
