using System.Data.Common;
using Dapper;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Clients;

/// <summary>The rows of clients.</summary>
internal static class ClientStore
{
    private const string Columns = "id, name, unit, may, per_minute, added_at, suspended_at, revoked_at, version, token_hash";

    public static async Task<ApiClient?> Find(DbConnection connection, Guid id) =>
        (await connection.QueryFirstOrDefaultAsync<Row>($"select {Columns} from directory_client where id=@id", new { id }))?.Client();

    /// <summary>The client, locked until the transaction ends; one that was revoked is none any more.</summary>
    public static async Task<ApiClient?> Lock(CityTransaction transaction, Guid id) =>
        (await transaction.One<Row>($"select {Columns} from directory_client where id=@id and revoked_at is null {transaction.Pick("", "for update")}", new { id }))?.Client();

    public static async Task<ApiClient?> LockNamed(CityTransaction transaction, string name) =>
        (await transaction.One<Row>($"select {Columns} from directory_client where name=@name and revoked_at is null {transaction.Pick("", "for update")}", new { name }))?.Client();

    public static async Task<IReadOnlyList<ApiClient>> All(DbConnection connection, int most, DbTransaction? inside = null) =>
        [.. (await connection.QueryAsync<Row>($"select {Columns} from directory_client order by revoked_at is not null, name, added_at limit @most", new { most }, inside)).Select(r => r.Client())];

    /// <summary>The active client that this token belongs to, or null.</summary>
    public static async Task<ApiClient?> OfToken(DbConnection connection, Guid id, string hash)
    {
        var row = await connection.QueryFirstOrDefaultAsync<Row>($"select {Columns} from directory_client where id=@id and revoked_at is null and suspended_at is null", new { id });
        return row is not null && ClientToken.Same(hash, row.Token_Hash) ? row.Client() : null;
    }

    /// <summary>False when an active client has the name.</summary>
    public static async Task<bool> Add(CityTransaction transaction, ApiClient client, string hash) => await transaction.Execute("""
        insert into directory_client(id, name, unit, may, per_minute, token_hash, added_at, version)
        values (@Id, @Name, @Unit, @may, @PerMinute, @hash, @AddedAt, @Version) on conflict do nothing
        """, new { client.Id, client.Name, client.Unit, may = Words(client), client.PerMinute, hash, client.AddedAt, client.Version }) == 1;

    public static Task Write(CityTransaction transaction, ApiClient after) => transaction.Execute("""
        update directory_client set unit=@Unit, may=@may, per_minute=@PerMinute, suspended_at=@SuspendedAt, revoked_at=@RevokedAt, version=@Version where id=@Id
        """, new { after.Id, after.Unit, may = Words(after), after.PerMinute, after.SuspendedAt, after.RevokedAt, after.Version });

    public static Task WriteToken(CityTransaction transaction, Guid id, string hash) =>
        transaction.Execute("update directory_client set token_hash=@hash where id=@id", new { id, hash });

    private static string Words(ApiClient client) => string.Join(' ', client.May);

    private sealed class Row
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = "";
        public string? Unit { get; set; }
        public string May { get; set; } = "";
        public int Per_Minute { get; set; }
        public Instant Added_At { get; set; }
        public Instant? Suspended_At { get; set; }
        public Instant? Revoked_At { get; set; }
        public long Version { get; set; }
        public string Token_Hash { get; set; } = "";

        public ApiClient Client() => new(Id, Name, Unit, May.Split(' ', StringSplitOptions.RemoveEmptyEntries), Per_Minute, Added_At, Suspended_At, Revoked_At, Version);
    }
}
