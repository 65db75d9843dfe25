using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Access;

namespace HaiDang.Cases.Work;

/// <summary>A case as one official may see it.</summary>
/// <param name="Work">The work in it that this official may do now; null when it is somebody else's.</param>
/// <param name="Purpose">Why it is opened, as it was written down; null while the official has not said so, and then nothing of the case may be shown.</param>
/// <param name="Stated">Whether the official had to say the purpose.</param>
internal sealed record Opening(Case Matter, ServiceDefinition Service, WorkItem? Work, string? Purpose, bool Stated)
{
    /// <summary>An address inside the case, carrying the purpose along where one had to be stated.</summary>
    public string Within(string path) => !Stated || Purpose is null ? path
        : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}purpose={Uri.EscapeDataString(Purpose)}";
}

/// <summary>
/// The one way into a case at the desk. Whoever holds its work now enters by that; others of its unit, of a unit above, or of
/// another agency that had a part in it, state a purpose first. Every look is written down before anything is shown.
/// </summary>
internal sealed class CaseDoor(CaseDesk cases, ReadLog readings, IUnits units)
{
    /// <param name="stated">The purpose given, if any.</param>
    /// <param name="what">What of the case is opened besides its page: the name of a file or letter.</param>
    /// <returns>Null when there is no such case for this official.</returns>
    public async Task<Opening?> Open(string number, Actor who, string? stated, string? what = null, CancellationToken stop = default)
    {
        if (await cases.FindByNumber(number, stop) is not { } matter) return null;
        var work = WorkFor(matter, who);
        if (!MaySee(matter, who)) return null;
        var service = await cases.ServiceOf(matter, stop);
        var purpose = work?.Name ?? TakesMoney(matter, who) ?? Purpose(stated);
        if (purpose is null) return new(matter, service, null, null, Stated: true);
        var noted = what is null ? purpose : $"{purpose} ({what})";
        await readings.Note(who, matter.Applicant.Subject, ThingOf(matter), noted.Length > ReadLog.LongestPurpose ? noted[..ReadLog.LongestPurpose] : noted, stop);
        return new(matter, service, work, purpose, Stated: work is null && TakesMoney(matter, who) is null);
    }

    /// <summary>Whether this official may see the case at all, with or without a stated purpose.</summary>
    public bool MaySee(Case matter, Actor who) => WorkFor(matter, who) is not null || TakesMoney(matter, who) is not null
        || IsOver(matter.Unit, who) || matter.Helpers.Concat(matter.Called.Select(c => c.Unit)).Any(who.IsIn);

    /// <summary>The payment step, for the counter that takes the money.</summary>
    private static string? TakesMoney(Case matter, Actor who) =>
        matter.Open ? matter.Owing.FirstOrDefault(owed => Pay.TakePayment.MayTake(owed, who))?.Name : null;

    public static string ThingOf(Case matter) => $"case/{matter.Id}";

    /// <summary>Of several: what goes on before what waits for the applicant; what is this official's already, then what nobody has, nearest due time first.</summary>
    public static WorkItem? WorkFor(Case matter, Actor who) => !matter.Open ? null : matter.Work.Where(w => who.Holds(w.Queue))
        .OrderBy(w => w.Token == matter.Standing ? 1 : 0).ThenBy(w => w.ClaimedBy == who.Id ? 0 : w.ClaimedBy is null ? 1 : 2).ThenBy(w => w.DueAt).FirstOrDefault();

    /// <summary>The purpose as it is kept; null when it says nothing or too much.</summary>
    public static string? Purpose(string? stated) =>
        Vietnamese.Nfc(stated ?? "").Trim() is { Length: >= 5 and <= ReadLog.LongestPurpose } words ? words : null;

    private bool IsOver(string unit, Actor who)
    {
        for (var at = units.Find(unit); at is not null; at = at.Parent is { } parent ? units.Find(parent) : null)
            if (who.IsIn(at.Id)) return true;
        return false;
    }
}
