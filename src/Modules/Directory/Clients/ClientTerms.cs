using System.Text.RegularExpressions;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Access;

namespace HaiDang.Directory.Clients;

/// <summary>For which unit a client acts, what it may do and how often.</summary>
internal sealed partial record ClientTerms(string? Unit, IReadOnlyList<string> May, int PerMinute)
{
    public static Outcome<ClientTerms> Of(string? unit, IReadOnlyList<string> may, int perMinute, IUnits units)
    {
        List<Problem> wrong = [];
        if (unit is not null && units.Find(unit) is null) wrong.Add(ClientProblems.UnknownUnit.At("unit", unit));
        if (may.Count == 0) wrong.Add(ClientProblems.MayNothing.At("may"));
        wrong.AddRange(may.Where(w => !ApiPermit.IsWord(w)).Select(w => ClientProblems.UnknownPermission.At("may", w)));
        if (perMinute < 0) wrong.Add(ClientProblems.BadRate.At("per-minute"));
        return wrong.Count > 0 ? wrong.ToArray() : new ClientTerms(unit, [.. may.Distinct().Order(StringComparer.Ordinal)], perMinute);
    }

    public static IEnumerable<Problem> NameProblems(string name)
    {
        if (name.Length > ClientProblems.LongestName || !Name().IsMatch(name)) yield return ClientProblems.BadName.At("name", name, ClientProblems.LongestName);
    }

    public bool Same(ApiClient client) => client.Unit == Unit && client.PerMinute == PerMinute && client.May.Order(StringComparer.Ordinal).SequenceEqual(May);

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$")]
    private static partial Regex Name();
}
