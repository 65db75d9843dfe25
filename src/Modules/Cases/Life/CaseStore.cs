using System.Text.Json;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>Loads and saves cases: the row, its open work and its words to be found by, in the caller's transaction.</summary>
internal static class CaseStore
{
    /// <summary>The case, locked until the transaction ends.</summary>
    public static async Task<Case?> Load(CityTransaction transaction, Guid id)
    {
        var state = await transaction.One<string>(
            $"select state from cases_case where id=@id {transaction.Pick("", "for update")}", new { id });
        return state is null ? null : Read(state);
    }

    /// <summary>The case, locked until the transaction ends; null when somebody else holds it at this moment, or there is none.</summary>
    public static async Task<Case?> LoadIfFree(CityTransaction transaction, Guid id)
    {
        var state = await transaction.One<string>(
            $"select state from cases_case where id=@id {transaction.Pick("", "for update skip locked")}", new { id });
        return state is null ? null : Read(state);
    }

    public static Case Read(string state) => JsonSerializer.Deserialize<Case>(state, LogJson.Options)!;

    public static string Write(Case matter) => JsonSerializer.Serialize(matter, LogJson.Options);

    /// <summary>Leaves the case to be written with whatever the transaction does next.</summary>
    public static void Insert(IWrites writes, Case matter, string serviceName)
    {
        writes.Later(InsertCase, new CaseRow(matter));
        writes.Later(writes.Pick(
            "insert into cases_find(text, unit, case_id) values (@text, @unit, @Id)",
            "insert into cases_find(text, case_id) values (to_tsvector('simple', @text), @Id)"), new { text = WordsOf(matter, serviceName), unit = UnitWord(matter.Unit), matter.Id });
        SaveWork(writes, null, matter);
        Jobs.DueJobs.Save(writes, null, matter);
    }

    /// <summary>Leaves the change to be written with whatever the writes does next.</summary>
    public static void Update(IWrites writes, Case before, Case after)
    {
        writes.Later("""
            update cases_case set definition=@Definition, status=@Status, accepted_at=@AcceptedAt, appointed_at=@AppointedAt, closed_at=@ClosedAt, owner=@Owner,
                next_event=@NextEvent, next_due_at=@NextDueAt, next_look_at=@NextLookAt, version=@Version, state=@State
            where id=@Id
            """, new CaseRow(after));
        SaveWork(writes, before, after);
        Jobs.DueJobs.Save(writes, before, after);
    }

    private const string InsertCase = """
        insert into cases_case(id, number, service, definition, unit, status, channel, account, subject, applicant_name, submitted_at,
            accepted_at, appointed_at, closed_at, owner, next_event, next_due_at, next_look_at, secret_hash, version, state)
        values (@Id, @Number, @Service, @Definition, @Unit, @Status, @Channel, @Account, @Subject, @ApplicantName, @SubmittedAt,
            @AcceptedAt, @AppointedAt, @ClosedAt, @Owner, @NextEvent, @NextDueAt, @NextLookAt, @SecretHash, @Version, @State)
        """;

    private static void SaveWork(IWrites writes, Case? before, Case after)
    {
        foreach (var gone in before?.Work ?? [])
            if (after.WorkOf(gone.Token) is null || !after.Open)
                writes.Later("delete from cases_work where case_id=@Id and token=@Token", new { after.Id, gone.Token });
        if (!after.Open) return;
        foreach (var work in after.Work)
        {
            var old = before?.WorkOf(work.Token);
            if (old is not null && old == work && (after.Standing == work.Token) == (before!.Standing == work.Token)) continue;
            writes.Later("""
                insert into cases_work(case_id, token, queue, step, name, number, service, applicant_name, claimed_by, claimed_name, waiting, opened_at, due_at)
                values (@Id, @Token, @Queue, @Step, @Name, @Number, @Service, @Applicant, @ClaimedBy, @ClaimedName, @Waiting, @OpenedAt, @DueAt)
                on conflict(case_id, token) do update set queue=excluded.queue, step=excluded.step, name=excluded.name,
                    claimed_by=excluded.claimed_by, claimed_name=excluded.claimed_name, waiting=excluded.waiting, due_at=excluded.due_at
                """, new WorkRow(after, work));
        }
    }

    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>What a case is found by.</summary>
    public static string WordsOf(Case c, string serviceName) => Vietnamese.Fold(string.Join(' ',
        c.Number.Replace('-', ' ').Replace('.', ' '), c.Number, c.Applicant.Name, c.Applicant.IdentityNumber, c.Applicant.Phone, serviceName));

    /// <summary>The unit as one word of the full text, as schema 0044 wrote those that were there before.</summary>
    public static string UnitWord(string unit) => unit.Replace("-", "", StringComparison.Ordinal);
}
