using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;

namespace HaiDang.Cases.Generate;

/// <summary>A generated case as the rows that it will be.</summary>
internal sealed record CaseRows(WholeStream Stream, object?[] Case, object?[] Words, IReadOnlyList<object?[]> Work, IReadOnlyList<object?[]> Jobs, object?[]? Result)
{
    public static CaseRows Of(ImaginedCase one, BulkLog log) =>
        Of(one.Matter, one.Service.Name.Vi, log.Chain(one.Matter.Stream, one.Moments, one.Applicant.Key));

    /// <summary>The rows of a case whose stream is chained already.</summary>
    public static CaseRows Of(Case c, string serviceName, WholeStream stream) => new(
        stream,
        new CaseRow(c).Values,
        [CaseStore.WordsOf(c, serviceName), CaseStore.UnitWord(c.Unit), c.Id],
        [.. c.Open ? c.Work.Select(w => new WorkRow(c, w).Values) : []],
        [.. c.Open ? c.Waits.Where(w => w.Job is not null).Select(w => new object?[] { c.Id, (long)w.Id, w.Job!.Type, w.Job.NextTryAt }) : []],
        c.Result is { } r ? [r.VerifyCode, c.Id, r.Number, r.Title, c.Service, c.Unit, r.Date, r.ValidUntil, r.SignerName, r.SignerTitle, "valid", r.FileHash] : null);
}

/// <summary>Writes generated cases by the thousand in one transaction: everything that a case has when it was lived at the desks.</summary>
internal static class WriteCases
{
    private static readonly string[] ResultColumns =
        ["code", "case_id", "number", "title", "service", "unit", "issued_on", "valid_until", "signer_name", "signer_title", "state", "file_hash"];

    public static async Task Write(CityTransaction transaction, IReadOnlyList<CaseRows> cases, IReadOnlyList<PersonKey> newPersons, CancellationToken stop)
    {
        await BulkLog.Write(transaction, [.. cases.Select(c => c.Stream)], newPersons, stop);
        await BulkInsert.Into(transaction, "cases_case", CaseRow.Columns, [.. cases.Select(c => c.Case)], stop);
        await BulkInsert.Into(transaction, "cases_work", WorkRow.Columns, [.. cases.SelectMany(c => c.Work)], stop);
        await BulkInsert.Into(transaction, "cases_job", DueJobs.Columns, [.. cases.SelectMany(c => c.Jobs)], stop);
        await BulkInsert.Into(transaction, "cases_result", ResultColumns, [.. cases.Select(c => c.Result).OfType<object?[]>()], stop);
        if (transaction.Engine == DatabaseEngine.Sqlite)
        {
            await BulkInsert.Into(transaction, "cases_find", ["text", "unit", "case_id"], [.. cases.Select(c => c.Words)], stop);
            return;
        }
        await transaction.Execute("create temporary table if not exists generated_words(text text, unit text, case_id uuid) on commit delete rows");
        await BulkInsert.Into(transaction, "generated_words", ["text", "unit", "case_id"], [.. cases.Select(c => c.Words)], stop);
        await transaction.Execute("insert into cases_find(text, case_id) select to_tsvector('simple', text), case_id from generated_words");
    }
}
