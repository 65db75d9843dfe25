using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;

namespace HaiDang.Directory.Desk;

/// <summary>Where an official is to work, as typed.</summary>
public sealed record PlaceAsk(string? Unit, string? Title, IReadOnlyList<string> Roles);

internal static class Place
{
    /// <summary>All that is wrong with a unit, a title and roles.</summary>
    public static IEnumerable<Problem> Problems(PlaceAsk ask, CityUnits units)
    {
        if (units.Find(ask.Unit ?? "") is null) yield return OfficialProblems.UnitUnknown.At("unit");
        if (TitleOf(ask).Length is 0 or > OfficialProblems.LongestTitle) yield return OfficialProblems.TitleMissing.At("title", OfficialProblems.LongestTitle);
        if (ask.Roles.Count == 0 || ask.Roles.Any(r => !units.Roles.ContainsKey(r))) yield return OfficialProblems.RoleUnknown.At("roles");
    }

    public static string TitleOf(PlaceAsk ask) => string.Join(' ', Vietnamese.Nfc(ask.Title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Roles once each and in order, so that the same roles are the same list.</summary>
    public static IReadOnlyList<string> RolesOf(PlaceAsk ask) => [.. ask.Roles.Distinct().Order(StringComparer.Ordinal)];
}
