using Dapper;
using HaiDang.Cases.Generate;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Transfer;

/// <summary>
/// Takes exported cases with their whole lives and files. Everything is read and checked before the first is written; a case
/// that is here already is passed over, so an import that was cut off is simply run again. Nobody is written to about the past.
/// </summary>
public sealed class ImportCases
{
    private const int Batch = 500;
    private readonly CityDb db;
    private readonly BulkLog log;
    private readonly EventTypes types;
    private readonly ServiceCatalogue services;
    private readonly IUnits units;
    private readonly ICitizens citizens;
    private readonly IBlobStore files;
    private readonly QuietReaders readers;
    private readonly IClock clock;

    internal ImportCases(
        CityDb db, BulkLog log, EventTypes types, ServiceCatalogue services, IUnits units, ICitizens citizens, IBlobStore files, QuietReaders readers, IClock clock) =>
        (this.db, this.log, this.types, this.services, this.units, this.citizens, this.files, this.readers, this.clock) =
            (db, log, types, services, units, citizens, files, readers, clock);

    /// <summary>Imports all, or nothing when <paramref name="problems"/> tells why not.</summary>
    public async Task<TransferReport?> Read(string folder, PackProblems problems, CancellationToken stop = default)
    {
        var source = new ReadCases(folder, types, units);
        source.ReadDefinitions(problems);
        var serials = source.Serials(problems);
        foreach (var part in source.All(problems).Chunk(Batch)) await CheckAgainstCity(source, part, problems, stop);
        if (problems.Any) return null;

        await Keep(source, serials, stop);
        var quiet = await readers.AtTheEnd(db, stop);
        long imported = 0, known = 0;
        var copied = new HashSet<string>();
        foreach (var part in source.All(problems).Select(c => c.Case).Chunk(Batch))
        {
            var there = await There(part, stop);
            var added = part.Where(c => !there.ContainsKey(c.Matter.Id)).ToList();
            foreach (var hash in added.SelectMany(c => CaseLine.FilesOf(c.Moments.SelectMany(m => m.Events))).Where(copied.Add)) await Keep(folder, hash, stop);
            await Write(added, stop);
            (imported, known) = (imported + added.Count, known + part.Length - added.Count);
        }
        await readers.Pass(db, quiet, stop);
        return new TransferReport(imported, known, copied.Count, []);
    }

    private async Task CheckAgainstCity(ReadCases source, (int Line, ReadCase Case)[] part, PackProblems problems, CancellationToken stop)
    {
        var there = await There([.. part.Select(p => p.Case)], stop);
        var connection = await db.Connection(stop);
        var hashes = part.Select(p => p.Case.Matter.Definition).Distinct().ToArray();
        var kept = (await connection.QueryAsync<string>($"select hash from cases_definition where hash {db.Engine.Pick("in @hashes", "= any(@hashes)")}", new { hashes })).ToHashSet();
        foreach (var (line, (matter, _)) in part)
        {
            if (there.TryGetValue(matter.Id, out var number) ? number != matter.Number : there.ContainsValue(matter.Number))
                problems.Add(TransferFolder.Cases, line, $"số hồ sơ {matter.Number} đã thuộc về hồ sơ khác", $"the number {matter.Number} belongs to another case", "hai nơi đã dùng chung một dãy số: không nhập được vào đây", "both places gave numbers of one series: it cannot be imported here");
            if (!kept.Contains(matter.Definition) && !source.Definitions.ContainsKey(matter.Definition))
                problems.Add(TransferFolder.Cases, line, $"thiếu phiên bản {matter.Definition[..12]} của dịch vụ '{matter.Service}'", $"the version {matter.Definition[..12]} of the service '{matter.Service}' is missing", "chép lại đủ thư mục definitions", "copy the folder definitions again, whole");
        }
    }

    /// <summary>Id and number of the cases that are here and have an id or a number of these.</summary>
    private async Task<Dictionary<Guid, string>> There(IReadOnlyList<ReadCase> part, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var (ids, numbers) = (part.Select(c => c.Matter.Id).ToArray(), part.Select(c => c.Matter.Number).ToArray());
        var rows = await connection.QueryAsync<(Guid Id, string Number)>(db.Engine.Pick(
            "select id, number from cases_case where id in @ids or number in @numbers",
            "select id, number from cases_case where id = any(@ids) or number = any(@numbers)"), new { ids, numbers });
        return rows.ToDictionary(r => r.Id, r => r.Number);
    }

    /// <summary>Keeps the versions of services, and moves every series behind the numbers that the other place has given.</summary>
    private async Task Keep(ReadCases source, IReadOnlyDictionary<string, long> serials, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        foreach (var (name, last) in serials) await CaseNumbers.Reach(transaction, name, last);
        foreach (var definition in source.Definitions.Values)
            await transaction.Execute("insert into cases_definition(hash, slug, files, first_seen_at) values (@Hash, @Slug, @files, @now) on conflict do nothing",
                new { definition.Hash, definition.Slug, files = definition.Pack(), now = clock.GetCurrentInstant() });
        await transaction.Commit(stop);
    }

    private async Task Keep(string folder, string hash, CancellationToken stop)
    {
        await using var content = System.IO.File.OpenRead(TransferFolder.File(folder, hash));
        await files.Put(content, stop);
    }

    private async Task Write(IReadOnlyList<ReadCase> cases, CancellationToken stop)
    {
        var bound = new List<(ReadCase Case, ServiceDefinition Service)>();
        foreach (var one in cases) bound.Add((await Bound(one, stop), await services.Pinned(one.Matter.Definition, stop)));
        await using var transaction = await db.Begin(stop);
        var (known, made) = await BulkLog.Keys(transaction, bound.Select(b => b.Case.Matter.Applicant.Subject), clock.GetCurrentInstant());
        var rows = bound.Select(b => CaseRows.Of(b.Case.Matter, b.Service.Name.Vi, log.Chain(b.Case.Matter.Stream, b.Case.Moments, known[b.Case.Matter.Applicant.Subject]))).ToList();
        await WriteCases.Write(transaction, rows, made, stop);
        await transaction.Commit(stop);
    }

    /// <summary>A case of somebody's account belongs here to the account of the same person.</summary>
    private async Task<ReadCase> Bound(ReadCase one, CancellationToken stop)
    {
        var applicant = one.Matter.Applicant;
        if (applicant.Account is null || applicant.IdentityNumber is not { Length: 12 } number || await citizens.Find(applicant.Account, stop) is not null) return one;
        var account = (await citizens.Named(number, applicant.Name, Actor.System, stop)).Id;
        var moments = one.Moments.Select(m => m with { Events = [.. m.Events.Select(e => e is CaseSubmitted begun ? begun with { Applicant = begun.Applicant with { Account = account, Subject = account } } : e)] }).ToList();
        return new ReadCase(Evolve.Fold(moments.SelectMany(m => m.Events)), moments);
    }
}
