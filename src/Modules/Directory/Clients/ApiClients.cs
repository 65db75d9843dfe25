using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Clients;
using HaiDang.Directory.Data;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory;

/// <summary>The programs of others that may call the API. An operator at the machine or an administrator adds them and takes them back.</summary>
public sealed class ApiClients(CityDb db, EventLog log, IUnits units, IClock clock) : IApiClients
{
    private const int Most = 1000;

    /// <param name="by">Who adds it; the operator at the machine when nobody is named.</param>
    public async Task<Outcome<AddedClient>> Add(
        string name, string? unit, IReadOnlyList<string> may, int perMinute = ApiPermit.UsualPerMinute, Actor? by = null, CancellationToken stop = default)
    {
        var asked = ClientTerms.Of(unit, may, perMinute, units);
        List<Problem> wrong = [.. ClientTerms.NameProblems(name), .. asked.Problems];
        if (wrong.Count > 0) return wrong.ToArray();

        var (now, terms) = (clock.GetCurrentInstant(), asked.Value);
        var client = new ApiClient(Uuid.New(now), name, terms.Unit, terms.May, terms.PerMinute, now, null, null, 1);
        var (token, hash) = ClientToken.New(client.Id);
        await using var transaction = await db.Begin(stop);
        if (!await ClientStore.Add(transaction, client, hash)) return ClientProblems.NameTaken.At("name", name);
        if (!await log.Append(transaction, client.Stream, 0, [new ClientAdded(client.Id, name, client.Unit, client.May, client.PerMinute)], by ?? Actor.System, now, null))
            throw new InvalidOperationException($"The log of client {client.Id} has begun already.");
        await transaction.Commit(stop);
        return new AddedClient(client, token);
    }

    /// <summary>Its token opens nothing from the next request on, for good.</summary>
    public async Task<Outcome<ApiClient>> Revoke(string name, CancellationToken stop = default)
    {
        await using var transaction = await db.Begin(stop);
        if (await ClientStore.LockNamed(transaction, name) is not { } client) return ClientProblems.Missing.At("name", name);
        var after = await Save(transaction, client, new ClientRevoked(), Actor.System);
        await transaction.Commit(stop);
        return after;
    }

    /// <summary>Another token for the client of that name, by the operator at the machine.</summary>
    public async Task<Outcome<AddedClient>> RenewToken(string name, CancellationToken stop = default)
    {
        await using var transaction = await db.Begin(stop);
        return await ClientStore.LockNamed(transaction, name) is { } client ? await RenewToken(transaction, client, Actor.System, stop) : ClientProblems.Missing.At("name", name);
    }

    /// <summary>All clients, those that were revoked last.</summary>
    public async Task<IReadOnlyList<ApiClient>> All(CancellationToken stop = default) => await ClientStore.All(await db.Connection(stop), Most);

    async Task<ApiClientCard?> IApiClients.Find(Guid id, CancellationToken stop) => await Find(id, stop) is { } client ? Card(client) : null;

    public async Task<IReadOnlyList<ApiClientCard>> Answering(string message, CancellationToken stop = default) =>
        [.. (await ClientStore.All(await db.Connection(stop), Most, db.Inner())).Where(c => c.Active && c.Permit.MaySend(message) && c.May.Contains(ApiPermit.Webhook)).Select(Card)];

    internal async Task<ApiClient?> Find(Guid id, CancellationToken stop = default) => await ClientStore.Find(await db.Connection(stop), id);

    /// <summary>Does to an active or suspended client what a rule agrees to.</summary>
    internal async Task<Outcome<ApiClient>> Change(Guid id, Actor by, Func<ApiClient, Outcome<IReadOnlyList<IEvent>>> rule, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        if (await ClientStore.Lock(transaction, id) is not { } client) return ClientProblems.NotThere.Now();
        if (!rule(client).Is(out var events, out var problems)) return Outcome.Refuse<ApiClient>(problems);
        foreach (var happened in events) client = await Save(transaction, client, happened, by);
        await transaction.Commit(stop);
        return client;
    }

    /// <summary>Another token; the old one opens nothing from the next request on.</summary>
    internal async Task<Outcome<AddedClient>> RenewToken(Guid id, Actor by, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        return await ClientStore.Lock(transaction, id) is { } client ? await RenewToken(transaction, client, by, stop) : ClientProblems.NotThere.Now();
    }

    private async Task<Outcome<AddedClient>> RenewToken(CityTransaction transaction, ApiClient client, Actor by, CancellationToken stop)
    {
        var (token, hash) = ClientToken.New(client.Id);
        var after = await Save(transaction, client, new ClientTokenRenewed(), by);
        await ClientStore.WriteToken(transaction, client.Id, hash);
        await transaction.Commit(stop);
        return new AddedClient(after, token);
    }

    /// <summary>The active client that this token belongs to, or null.</summary>
    internal async Task<ApiClient?> OfToken(string? token, CancellationToken stop) =>
        ClientToken.Read(token) is var (id, hash) ? await ClientStore.OfToken(await db.Connection(stop), id, hash) : null;

    private static ApiClientCard Card(ApiClient client) => new(client.Id, client.Name, client.Unit);

    private async Task<ApiClient> Save(CityTransaction transaction, ApiClient before, IEvent happened, Actor by)
    {
        var now = clock.GetCurrentInstant();
        var after = before.After(happened, now);
        if (!await log.Append(transaction, before.Stream, before.Version, [happened], by, now, null))
            throw new InvalidOperationException($"The log of client {before.Id} does not stand at version {before.Version}.");
        await ClientStore.Write(transaction, after);
        return after;
    }
}
