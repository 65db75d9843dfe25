using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using HaiDang.Bench.Server;
using HaiDang.Bench.Town;

namespace HaiDang.Bench.Lifecycle;

/// <summary>
/// The program itself, over HTTP as its people use it: an official at each unit's counter sends what was filled in for the
/// person who stands there, claims the step, decides it and looks the case up. Every request carries a session and a form token.
/// </summary>
internal sealed class Counter : ILifecycle
{
    private readonly HttpClient http;
    private readonly BenchDatabase database;
    private readonly IReadOnlyList<(string Account, Official Official)> officials;
    private readonly ConcurrentQueue<string>[] drafts = [.. Enumerable.Range(0, BenchTown.Units).Select(_ => new ConcurrentQueue<string>())];
    private readonly string definition;

    /// <summary>The number of the first step's token: always the same, as the process begins with it.</summary>
    private string reception = "";

    private Counter(HttpClient http, BenchDatabase database, IReadOnlyList<(string, Official)> officials, string definition) =>
        (this.http, this.database, this.officials, this.definition) = (http, database, officials, definition);

    /// <param name="most">Of how many units the officials sign in.</param>
    public static async Task<Counter> Open(Uri city, BenchDatabase database, CancellationToken stop, int most = BenchTown.Units)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 4096 }) { BaseAddress = city, Timeout = TimeSpan.FromMinutes(2) };
        var accounts = await database.Column<object>("select o.id from directory_official o where o.email like 'mot-cua-%' order by o.unit", stop);
        var officials = new List<(string, Official)>();
        foreach (var account in accounts.Select(a => a.ToString()!).Take(most))
            officials.Add((account, await Official.SignIn(http, city, account, officials.Count, stop)));
        if (officials.Count != most) throw new InvalidOperationException($"The measured city has {officials.Count} officials.");
        var definition = await database.One<string>($"select hash from cases_definition where slug='{BenchTown.Service}' order by first_seen_at desc limit 1", stop);
        return new Counter(http, database, officials, definition);
    }

    /// <summary>Lays the filled-in forms before the officials, as the pages would have saved them.</summary>
    public async Task Prepare(int cases, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            insert into cases_draft(id, owner, service, definition, answers, files, applicant, created_at, updated_at, expires_at, version)
            values (@id, @owner, @service, @definition, @answers, '[]', @applicant, @now, @now, @expires, 1)
            """;
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < cases; i++)
        {
            var unit = i % officials.Count;
            var id = RandomId();
            (string, object)[] row =
            [
                ("id", id), ("owner", $"official:{officials[unit].Account}"), ("service", BenchTown.Service), ("definition", definition),
                ("answers", MadeUp.Answers(BenchTown.UnitId(unit + 1))), ("applicant", MadeUp.Applicant()), ("now", now), ("expires", now.AddDays(7)),
            ];
            foreach (var (name, value) in row)
                if (i == 0) Add(insert, name, value);
                else insert.Parameters[name].Value = Value(insert, value);
            await insert.ExecuteNonQueryAsync(stop);
            drafts[unit].Enqueue(id.ToString());
        }
        await transaction.CommitAsync(stop);
        if (reception.Length > 0) return;
        var first = await Submit(0, stop);
        reception = (await database.One<long>($"select token from cases_work where number='{first}'", stop)).ToString(CultureInfo.InvariantCulture);
    }

    public async Task<string> Submit(int unit, CancellationToken stop)
    {
        if (!drafts[unit].TryDequeue(out var draft)) throw new InvalidOperationException("More cases are sent than were prepared.");
        try
        {
            return await Send(unit, draft, stop);
        }
        catch (ShedException)
        {
            drafts[unit].Enqueue(draft);
            throw;
        }
    }

    /// <summary>Sends one filled-in form; the case's number, or where else the answer leads when it was sent before.</summary>
    public async Task<string> Send(int unit, string draft, CancellationToken stop) =>
        (await officials[unit].Official.Post($"/nhap/{draft}/kiem-tra", [], stop)).Split('?')[0].Split('/')[^1];

    /// <summary>The forms that lie there, with the units at whose counters they do; they are the caller's now.</summary>
    public IReadOnlyList<(int Unit, string Draft)> Take()
    {
        var taken = new List<(int, string)>();
        for (var unit = 0; unit < drafts.Length; unit++)
            while (drafts[unit].TryDequeue(out var draft)) taken.Add((unit, draft));
        return taken;
    }

    public Task Claim(int unit, string number, CancellationToken stop) =>
        officials[unit].Official.Post($"/desk/ho-so/{number}/claim", [new("token", reception)], stop);

    public Task Decide(int unit, string number, bool accept, CancellationToken stop) => accept
        ? officials[unit].Official.Post($"/desk/ho-so/{number}/accept", [new("token", reception)], stop)
        : officials[unit].Official.Post($"/desk/ho-so/{number}/refuse",
            [new("token", reception), new("reason", "Hàng bán thuộc danh mục bị cấm"), new("law", "Nội quy chợ, Điều 3")], stop);

    public async Task Find(int unit, string number, CancellationToken stop)
    {
        var page = await officials[unit].Official.Get($"/desk/tim?q={number}", stop);
        if (!page.Contains($"/desk/ho-so/{number}", StringComparison.Ordinal)) throw new WrongAnswerException($"{number} is not found.");
    }

    /// <summary>Opens a page as the official of that unit.</summary>
    public Task<string> Get(int unit, string path, CancellationToken stop) => officials[unit].Official.Get(path, stop);

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static Guid RandomId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes);
    }

    internal static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = Value(command, value);
        command.Parameters.Add(parameter);
    }

    private static object Value(DbCommand command, object value) => (command, value) switch
    {
        (Npgsql.NpgsqlCommand, DateTimeOffset time) => time.UtcDateTime,
        (_, DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        (Npgsql.NpgsqlCommand, _) => value,
        (_, Guid id) => id.ToString(),
        _ => value,
    };
}
