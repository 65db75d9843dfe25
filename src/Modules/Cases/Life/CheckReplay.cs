using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Operations;

namespace HaiDang.Cases.Life;

/// <summary>
/// Compares every case with the replay of its events, and looks for the files that it names. A case that changes meanwhile
/// is looked at again under its lock, so that a running city verifies clean.
/// </summary>
internal sealed class CheckReplay(CityDb db, EventLog log, IBlobStore files) : IStateCheck
{
    private const int Batch = 200;

    public async Task<StateReport> Run(CancellationToken stop)
    {
        var faults = new List<LogFault>();
        long compared = 0;
        for (Guid? last = null; ;)
        {
            var connection = await db.Connection(stop);
            var cases = (await connection.QueryAsync<(Guid Id, string State)>(
                $"select id, state from cases_case {(last is null ? "" : "where id > @last")} order by id limit @Batch", new { last = last ?? Guid.Empty, Batch })).AsList();
            if (cases.Count == 0) return new StateReport("cases", compared, faults);
            foreach (var (id, state) in cases)
            {
                compared++;
                if (await Fault(id, state, stop) is not null && await FaultUnderLock(id, stop) is { } fault) faults.Add(fault);
            }
            last = cases[^1].Id;
        }
    }

    private async Task<LogFault?> FaultUnderLock(Guid id, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        return await CaseStore.Load(transaction, id) is { } now ? await Fault(id, CaseStore.Write(now), stop) : null;
    }

    private async Task<LogFault?> Fault(Guid id, string state, CancellationToken stop)
    {
        var kept = CaseStore.Read(state);
        IReadOnlyList<LoggedEvent> lines;
        try
        {
            lines = await log.Stream(db, kept.Stream, stop);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException or FormatException)
        {
            return new LogFault(kept.Stream, kept.Version, "không đọc được sự kiện hoặc giá trị cá nhân", "its events or personal values cannot be read");
        }
        if (lines.Count == 0) return new LogFault(Case.StreamOf(id), 1, "không có sự kiện nào", "there are no events");
        if (lines.FirstOrDefault(l => l.Event is null) is { } unknown)
            return new LogFault(kept.Stream, unknown.Version, $"sự kiện '{unknown.Type}' không còn được hiểu", $"the event '{unknown.Type}' is no longer known");
        var missing = kept.Files.Select(f => f.Hash).Append(kept.Result?.FileHash).OfType<string>().FirstOrDefault(h => !files.Has(h));
        if (missing is not null) return new LogFault(kept.Stream, kept.Version, $"mất tệp {missing}", $"the file {missing} is gone");
        if (Erased(lines)) return kept.Version == lines[^1].Version ? null : Differs(kept);
        return CaseStore.Write(Evolve.Fold(lines.Select(l => l.Event!))) == CaseStore.Write(kept) && kept.Id == id ? null : Differs(kept);
    }

    /// <summary>Once a person's key is erased, a replay lacks the person's values; the number of events still tells.</summary>
    private static bool Erased(IReadOnlyList<LoggedEvent> lines) => lines[0].Event is CaseSubmitted { Applicant: null };

    private static LogFault Differs(Case kept) =>
        new(kept.Stream, kept.Version, "hồ sơ không khớp với việc phát lại nhật ký", "the case is not what a replay of the log makes");
}
