using System.Globalization;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Town;
using Microsoft.Data.Sqlite;

namespace HaiDang.Bench.Limit;

/// <summary>By hand on SQLite: one connection that writes, with its statements prepared once; others that read.</summary>
internal sealed class SqliteHand(string connectionString, Sample sample) : IHand
{
    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private SqliteConnection? connection;

    public Task<string> Submit(int unit, CancellationToken stop) => Write(() =>
    {
        var (id, subject, now) = (Counter.RandomId().ToString(), Counter.RandomId().ToString(), TimeProvider.System.GetUtcNow().UtcDateTime);
        var day = now.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var serial = (long)Do("insert into cases_serial(name, last) values ($1, 1) on conflict(name) do update set last = cases_serial.last + 1 returning last", $"limit/{unit}/{day}")!;
        var number = string.Create(CultureInfo.InvariantCulture, $"999.{unit / 100:D2}.{unit % 100:D2}.H00-{day}-{serial:D4}");
        Do("insert into platform_person_key(subject, key, made_at) values ($1, $2, $3)", subject, new byte[32], Text(now));
        Do("insert into platform_stream(stream, version, hash) values ($1, $2, $3)", $"cases/{id}", (long)sample.Submitted.Count, sample.Submitted[^1].Hash);
        Events(id, 0, sample.Submitted, subject, now);
        Do("""
            insert into cases_case(id, number, service, definition, unit, status, channel, account, subject, applicant_name, submitted_at,
                owner, next_event, next_due_at, next_look_at, secret_hash, version, state)
            values ($1, $2, $3, $4, $5, 'submitted', 'counter', null, $6, 'Đỗ Mẫu Giang', $7, $8, 'reception', $9, $9, $10, $11, $12)
            """, id, number, BenchTown.Service, sample.Definition, BenchTown.UnitId(unit + 1), subject, Text(now), Queue(unit), Text(now.AddYears(1)), sample.Submitted[0].Hash,
            (long)sample.Submitted.Count, sample.State);
        Do("insert into cases_find(text, case_id) values ($1, $2)", $"{number.Replace('-', ' ').Replace('.', ' ')} {number} {sample.Words}", id);
        Do("""
            insert into cases_work(case_id, token, queue, step, name, number, service, applicant_name, waiting, opened_at, due_at)
            values ($1, 1, $2, 'reception', 'Kiểm tra hồ sơ', $3, $4, 'Đỗ Mẫu Giang', 0, $5, $6)
            """, id, Queue(unit), number, BenchTown.Service, Text(now), Text(now.AddYears(1)));
        return number;
    }, stop);

    public Task Claim(string number, CancellationToken stop) => Change(number, sample.Submitted.Count, sample.Claimed, (id, now) =>
    {
        Do("update cases_case set owner=$2, version=$3, state=$4 where id=$1", id, "official:x", (long)sample.Submitted.Count + 1, sample.State);
        Do("update cases_work set claimed_by=$2, claimed_name=$3 where case_id=$1 and token=1", id, "x", "Vũ Thử Bích");
    }, stop);

    public Task Decide(string number, bool accept, CancellationToken stop) => Change(number, sample.Submitted.Count + 1, sample.Decided, (id, now) =>
    {
        var version = (long)sample.Submitted.Count + 1 + sample.Decided.Count;
        Do("delete from cases_work where case_id=$1 and token=1", id);
        if (accept)
        {
            Do("update cases_case set status='inProgress', accepted_at=$2, appointed_at=$3, version=$4, state=$5 where id=$1", id, Text(now), Text(now.AddDays(1)), version, sample.State);
            Do("""
                insert into cases_work(case_id, token, queue, step, name, number, service, applicant_name, waiting, opened_at, due_at)
                values ($1, 2, 'song-nho/leader', 'signature', 'Ký thẻ', $2, $3, 'Đỗ Mẫu Giang', 0, $4, $5)
                """, id, number, BenchTown.Service, Text(now), Text(now.AddYears(1)));
        }
        else
        {
            Do("update cases_case set status='refused', closed_at=$2, owner=null, next_event=null, next_due_at=null, next_look_at=null, version=$3, state=$4 where id=$1", id, Text(now), version, sample.State);
        }
    }, stop);

    public async Task<IReadOnlyList<string>> Find(int unit, string number, CancellationToken stop)
    {
        await using var reading = new SqliteConnection(connectionString);
        await reading.OpenAsync(stop);
        await using var command = reading.CreateCommand();
        command.CommandText = """
            select c.id, c.number, c.service, c.applicant_name, c.unit, c.status, c.submitted_at
            from cases_case c where c.number = $1 and c.unit in ($2)
            """;
        command.Parameters.AddWithValue("$1", number);
        command.Parameters.AddWithValue("$2", BenchTown.UnitId(unit + 1));
        await using var reader = await command.ExecuteReaderAsync(stop);
        var found = new List<string>();
        while (await reader.ReadAsync(stop)) found.Add(reader.GetString(1));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values) await command.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
        writer.Dispose();
    }

    private Task Change(string number, long version, IReadOnlyList<SampleLine> lines, Action<string, DateTime> rows, CancellationToken stop) => Write(() =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var id = (string)Do("select id from cases_case where number=$1", number)!;
        var subject = (string)Do("select subject from cases_case where id=$1", id)!;
        Do("update platform_stream set version=$3, hash=$4 where stream=$1 and version=$2", $"cases/{id}", version, version + lines.Count, lines[^1].Hash);
        Events(id, version, lines, subject, now);
        rows(id, now);
        return 0;
    }, stop);

    private async Task<T> Write<T>(Func<T> change, CancellationToken stop)
    {
        await writer.WaitAsync(stop);
        try
        {
            connection ??= Open();
            Do("begin immediate");
            var value = change();
            Do("commit");
            return value;
        }
        finally
        {
            writer.Release();
        }
    }

    private void Events(string id, long version, IReadOnlyList<SampleLine> lines, string subject, DateTime now)
    {
        foreach (var line in lines)
            Do("insert into platform_event(stream, version, at, type, actor, subject, body, previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                $"cases/{id}", ++version, Text(now), line.Type, line.Actor, subject, line.Body, line.Previous, line.Hash);
    }

    private object? Do(string sql, params object[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = prepared[sql] = connection!.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter($"${i}", null));
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteScalar();
    }

    private SqliteConnection Open()
    {
        var opened = new SqliteConnection(connectionString);
        opened.Open();
        using var settings = opened.CreateCommand();
        settings.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=30000;";
        settings.ExecuteNonQuery();
        return opened;
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static string Queue(int unit) => $"{BenchTown.UnitId(unit + 1)}/counter";
}
