using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Follow;

/// <summary>The cases of the account that makes this request. Nobody else's case is found here, whatever its number.</summary>
internal sealed class OwnCases(CityDb db, CaseDesk desk, CurrentActor who)
{
    public const int PageSize = 20;
    private const string Columns = "id, number, service, unit, status, submitted_at, appointed_at";
    private static readonly string[] Waiting = [CaseStore.Name(CaseStatus.AwaitingApplicant), CaseStore.Name(CaseStatus.AwaitingPayment)];

    public async Task<Case?> Find(string number, CancellationToken stop = default) =>
        who.Actor is { Kind: ActorKind.Citizen } me && await desk.FindByNumber(number, stop) is { } matter && matter.Applicant.Account == me.Id ? matter : null;

    /// <summary>A verb of the applicant on a case of their own.</summary>
    public async Task<Outcome<Case>> Do(string number, ICaseCommand command, CancellationToken stop) =>
        await Find(number, stop) is { } matter ? await desk.Do(matter, command, who.Required, stop) : CaseProblems.Missing.Now();

    /// <summary>Those that wait for the person, the most urgent first.</summary>
    public async Task<IReadOnlyList<OwnCaseRow>> WaitingForMe(CancellationToken stop = default) => await Rows($"""
        select {Columns} from cases_case where account=@Id and status {OneOf} order by next_due_at, id limit 50
        """, new { who.Required.Id, Waiting }, stop);

    /// <summary>All others, newest first; one row more than a page tells that there is a next one.</summary>
    public async Task<IReadOnlyList<OwnCaseRow>> Others(OwnCaseRow.Key? after, CancellationToken stop = default) => await Rows($"""
        select {Columns} from cases_case
        where account=@Me and not (status {OneOf}) {(after is null ? "" : "and (submitted_at < @At or (submitted_at = @At and id > @Id))")}
        order by submitted_at desc, id limit {PageSize + 1}
        """, new { Me = who.Required.Id, Waiting, At = after?.At ?? default, Id = after?.Id ?? default }, stop);

    private string OneOf => db.Engine.Pick("in @Waiting", "= any(@Waiting)");

    private async Task<IReadOnlyList<OwnCaseRow>> Rows(string sql, object args, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        return (await connection.QueryAsync<OwnCaseRow>(sql, args)).AsList();
    }
}

/// <summary>One line of a person's list of cases.</summary>
internal sealed class OwnCaseRow
{
    public Guid Id { get; set; }
    public string Number { get; set; } = "";
    public string Service { get; set; } = "";
    public string Unit { get; set; } = "";
    public string Status { get; set; } = "";
    public Instant Submitted_At { get; set; }
    public Instant? Appointed_At { get; set; }

    public CaseStatus State => Enum.Parse<CaseStatus>(Status, ignoreCase: true);

    public string Cursor => $"{InstantPattern.ExtendedIso.Format(Submitted_At)}_{Id}";

    /// <summary>Where a page of the list ended.</summary>
    internal sealed record Key(Instant At, Guid Id)
    {
        /// <summary>Null for anything but a cursor that this list gave.</summary>
        public static Key? Read(string? cursor) =>
            cursor?.Split('_') is [var at, var id] && InstantPattern.ExtendedIso.Parse(at) is { Success: true } time && Guid.TryParse(id, out var guid)
                ? new Key(time.Value, guid) : null;
    }
}
