using System.Text.RegularExpressions;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Clients;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Dapper;
using NodaTime;

namespace HaiDang.Directory;

/// <summary>The programs of others that may call the API. Only an operator at the machine adds and revokes them.</summary>
public sealed partial class ApiClients(CityDb db, EventLog log, IUnits units, IClock clock)
{
    private const string Columns = "id, name, unit, may, per_minute, added_at, revoked_at, version, token_hash";

    public async Task<Outcome<AddedClient>> Add(string name, string? unit, IReadOnlyList<string> may, int perMinute = ApiPermit.UsualPerMinute, CancellationToken stop = default)
    {
        List<Problem> wrong = [];
        if (name.Length > ClientProblems.LongestName || !Name().IsMatch(name)) wrong.Add(ClientProblems.BadName.At("name", name, ClientProblems.LongestName));
        if (unit is not null && units.Find(unit) is null) wrong.Add(ClientProblems.UnknownUnit.At("unit", unit));
        wrong.AddRange(may.Where(w => !ApiPermit.IsWord(w)).Select(w => ClientProblems.UnknownPermission.At("may", w)));
        if (perMinute < 0) wrong.Add(ClientProblems.BadRate.At("per-minute"));
        if (wrong.Count > 0) return wrong.ToArray();

        var now = clock.GetCurrentInstant();
        var client = new ApiClient(Uuid.New(now), name, unit, [.. may.Distinct().Order(StringComparer.Ordinal)], perMinute, now, null, 1);
        var (token, hash) = ClientToken.New(client.Id);
        await using var transaction = await db.Begin(stop);
        var added = await transaction.Execute("""
            insert into directory_client(id, name, unit, may, per_minute, token_hash, added_at, version)
            values (@Id, @Name, @Unit, @may, @PerMinute, @hash, @AddedAt, @Version) on conflict do nothing
            """, new { client.Id, client.Name, client.Unit, may = string.Join(' ', client.May), client.PerMinute, hash, client.AddedAt, client.Version });
        if (added == 0) return ClientProblems.NameTaken.At("name", name);
        if (!await log.Append(transaction, client.Stream, 0, [new ClientAdded(client.Id, name, unit, client.May, perMinute)], Actor.System, now, null))
            throw new InvalidOperationException($"The log of client {client.Id} has begun already.");
        await transaction.Commit(stop);
        return new AddedClient(client, token);
    }

    /// <summary>Its token opens nothing from the next request on.</summary>
    public async Task<Outcome<ApiClient>> Revoke(string name, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Begin(stop);
        var row = await transaction.One<Row>($"select {Columns} from directory_client where name=@name and revoked_at is null {transaction.Pick("", "for update")}", new { name });
        if (row is null) return ClientProblems.Missing.At("name", name);
        var before = row.Client();
        if (!await log.Append(transaction, before.Stream, before.Version, [new ClientRevoked()], Actor.System, now, null))
            throw new InvalidOperationException($"The log of client {before.Id} does not stand at version {before.Version}.");
        await transaction.Execute("update directory_client set revoked_at=@now, version=version+1 where id=@Id", new { before.Id, now });
        await transaction.Commit(stop);
        return before with { RevokedAt = now, Version = before.Version + 1 };
    }

    /// <summary>All clients, those that were revoked last.</summary>
    public async Task<IReadOnlyList<ApiClient>> All(CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        return [.. (await connection.QueryAsync<Row>($"select {Columns} from directory_client order by revoked_at is not null, name, added_at limit 1000")).Select(r => r.Client())];
    }

    /// <summary>The active client that this token belongs to, or null.</summary>
    internal async Task<ApiClient?> OfToken(string? token, CancellationToken stop)
    {
        if (ClientToken.Read(token) is not var (id, hash)) return null;
        var connection = await db.Connection(stop);
        var row = await connection.QueryFirstOrDefaultAsync<Row>($"select {Columns} from directory_client where id=@id and revoked_at is null", new { id });
        return row is not null && ClientToken.Same(hash, row.Token_Hash) ? row.Client() : null;
    }

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$")]
    private static partial Regex Name();

    private sealed class Row
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = "";
        public string? Unit { get; set; }
        public string May { get; set; } = "";
        public int Per_Minute { get; set; }
        public Instant Added_At { get; set; }
        public Instant? Revoked_At { get; set; }
        public long Version { get; set; }
        public string Token_Hash { get; set; } = "";

        public ApiClient Client() => new(Id, Name, Unit, May.Split(' ', StringSplitOptions.RemoveEmptyEntries), Per_Minute, Added_At, Revoked_At, Version);
    }
}
