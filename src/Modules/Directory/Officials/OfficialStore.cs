using System.Data.Common;
using Dapper;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Officials;

/// <summary>Loads officials, and saves what happened to one together with its events.</summary>
internal static class OfficialStore
{
    private const char Between = ';';

    private const string Columns = """
        o.id, o.name, o.email, o.phone, o.unit, o.title, o.roles, o.joined_at as JoinedAt, o.suspended_at as SuspendedAt, o.signed_in_at as SignedInAt,
        o.stamp, o.form_key as FormKey, o.version
        """;

    public static string StreamOf(Guid id) => $"directory/official/{id}";

    public static async Task<Official?> Find(DbConnection connection, Guid id, DbTransaction? inside = null) =>
        (await Load(connection, $"select {Columns} from directory_official o where o.id=@id", new { id }, inside)).FirstOrDefault();

    /// <summary>The official, locked until the transaction ends.</summary>
    public static async Task<Official?> Lock(CityTransaction transaction, Guid id) =>
        (await Load(transaction.Connection, $"select {Columns} from directory_official o where o.id=@id {transaction.Pick("", "for update")}", new { id }, transaction.Inner)).FirstOrDefault();

    public static async Task<Official?> WithEmail(DbConnection connection, string email, DbTransaction? inside = null) =>
        (await Load(connection, $"select {Columns} from directory_official o where o.email=@email", new { email }, inside)).FirstOrDefault();

    /// <param name="where">A condition on <c>directory_official</c> with its order and limit.</param>
    public static Task<List<Official>> Where(DbConnection connection, string where, object args, DbTransaction? inside = null) =>
        Load(connection, $"select {Columns} from directory_official o {where}", args, inside);

    /// <summary>Other officials who can administer: active and with the role. Locked, so that two cannot take each other's role away at once.</summary>
    public static async Task<int> OtherAdmins(CityTransaction transaction, Guid than) => (await transaction.Many<Guid>($"""
        select o.id from directory_official o join directory_key k on k.official = o.id
        where k.role = @role and o.suspended_at is null and o.joined_at is not null
        order by o.id {transaction.Pick("", "for update")}
        """, new { role = Official.AdminRole })).Distinct().Count(id => id != than);

    /// <summary>Appends the events and saves what they make of the official; null when somebody else was first.</summary>
    public static async Task<Official?> Save(
        CityTransaction transaction, EventLog log, Official? before, IReadOnlyList<IEvent> events, Actor actor, Instant at)
    {
        if (events.Count == 0) return before;
        var after = events.Aggregate(before, (state, happened) => Official.After(state, happened, at))
            ?? throw new InvalidOperationException("The first event of an official must be the invitation.");
        if (before is null) after = after with { FormKey = Uuid.Secret(20) };
        if (before is null || events.Any(e => e is IEndsSessions)) after = after with { Stamp = Uuid.Secret(20) };
        await Write(transaction, before, after);
        return await log.Append(transaction, StreamOf(after.Id), before?.Version ?? 0, events, actor, at, after.Account) ? after : null;
    }

    private static async Task Write(CityTransaction transaction, Official? before, Official after)
    {
        var row = new
        {
            after.Id, after.Name, SortKey = SortKey(after.Name), Find = Vietnamese.Fold($"{after.Name} {after.Email} {after.Phone} {after.Title}"),
            after.Email, after.Phone, after.Unit, after.Title, Roles = string.Join(Between, after.Roles), after.JoinedAt, after.SuspendedAt, after.SignedInAt, after.Stamp, after.FormKey, after.Version,
        };
        await transaction.Execute(before is null
            ? """
              insert into directory_official(id, name, sort_key, find, email, phone, unit, title, roles, joined_at, suspended_at, stamp, form_key, signed_in_at, version)
              values (@Id, @Name, @SortKey, @Find, @Email, @Phone, @Unit, @Title, @Roles, @JoinedAt, @SuspendedAt, @Stamp, @FormKey, @SignedInAt, @Version)
              """
            : """
              update directory_official set name=@Name, sort_key=@SortKey, find=@Find, email=@Email, phone=@Phone, unit=@Unit, title=@Title, roles=@Roles,
                  joined_at=@JoinedAt, suspended_at=@SuspendedAt, stamp=@Stamp, signed_in_at=@SignedInAt, version=@Version
              where id=@Id
              """, row);
        if (before is not null && before.Unit == after.Unit && before.Roles.SequenceEqual(after.Roles)) return;
        await transaction.Execute("delete from directory_key where official=@Id", new { after.Id });
        foreach (var role in after.Roles.Distinct())
            await transaction.Execute("insert into directory_key(unit, role, official) values (@Unit, @role, @Id)", new { after.Unit, role, after.Id });
    }

    private static string SortKey(string name) => PersonName.Parse(name) is { Ok: true } parsed ? parsed.Value.SortKey : Vietnamese.SortKey(name);

    private static async Task<List<Official>> Load(DbConnection connection, string sql, object args, DbTransaction? inside)
    {
        return (await connection.QueryAsync<Row>(sql, args, inside)).Select(r => new Official
        {
            Id = r.Id, Name = r.Name, Email = r.Email, Phone = r.Phone, Unit = r.Unit, Title = r.Title, Roles = r.Roles.Split(Between, StringSplitOptions.RemoveEmptyEntries),
            JoinedAt = r.JoinedAt, SuspendedAt = r.SuspendedAt, SignedInAt = r.SignedInAt, Stamp = r.Stamp, FormKey = r.FormKey, Version = r.Version,
        }).ToList();
    }

    private sealed class Row
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string? Phone { get; set; }
        public string Unit { get; set; } = "";
        public string Title { get; set; } = "";
        public string Roles { get; set; } = "";
        public Instant? JoinedAt { get; set; }
        public Instant? SuspendedAt { get; set; }
        public Instant? SignedInAt { get; set; }
        public string Stamp { get; set; } = "";
        public string FormKey { get; set; } = "";
        public long Version { get; set; }
    }
}
