using System.Globalization;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Town;
using Npgsql;
using NpgsqlTypes;

namespace HaiDang.Bench.Limit;

/// <summary>By hand on PostgreSQL: prepared statements, one batch for all writes of a change.</summary>
internal sealed class PostgresHand(string connectionString, Sample sample) : IHand
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 40 }.ToString());

    public async Task<string> Submit(int unit, CancellationToken stop)
    {
        var (id, subject, now) = (Counter.RandomId(), Counter.RandomId().ToString(), TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var day = now.ToString("yyMMdd", CultureInfo.InvariantCulture);
        await using var serial = new NpgsqlCommand(
            "insert into cases_serial(name, last) values ($1, 1) on conflict(name) do update set last = cases_serial.last + 1 returning last", connection, transaction)
        {
            Parameters = { new() { Value = $"limit/{unit}/{day}" } },
        };
        var taken = (long)(await serial.ExecuteScalarAsync(stop))!;
        var number = string.Create(CultureInfo.InvariantCulture, $"999.{unit / 100:D2}.{unit % 100:D2}.H00-{day}-{taken:D4}");
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Command("insert into platform_person_key(subject, key, made_at) values ($1, $2, $3)", subject, new byte[32], now));
        batch.BatchCommands.Add(Command("insert into platform_stream(stream, version, hash) values ($1, $2, $3)", $"cases/{id}", (long)sample.Submitted.Count, sample.Submitted[^1].Hash));
        Events(batch, id, 0, sample.Submitted, subject, now);
        batch.BatchCommands.Add(Command("""
            insert into cases_case(id, number, service, definition, unit, status, channel, account, subject, applicant_name, submitted_at,
                owner, next_event, next_due_at, next_look_at, secret_hash, version, state)
            values ($1, $2, $3, $4, $5, 'submitted', 'counter', null, $6, 'Đỗ Mẫu Giang', $7, $8, 'reception', $9, $9, $10, $11, $12)
            """, id, number, BenchTown.Service, sample.Definition, BenchTown.UnitId(unit + 1), subject, now, Queue(unit), now.AddYears(1), sample.Submitted[0].Hash,
            (long)sample.Submitted.Count, sample.State));
        batch.BatchCommands.Add(Command("insert into cases_find(text, case_id) values (to_tsvector('simple', $1), $2)", $"{number.Replace('-', ' ').Replace('.', ' ')} {number} {sample.Words}", id));
        batch.BatchCommands.Add(Command("""
            insert into cases_work(case_id, token, queue, step, name, number, service, applicant_name, waiting, opened_at, due_at)
            values ($1, 1, $2, 'reception', 'Kiểm tra hồ sơ', $3, $4, 'Đỗ Mẫu Giang', false, $5, $6)
            """, id, Queue(unit), number, BenchTown.Service, now, now.AddYears(1)));
        await batch.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
        return number;
    }

    public Task Claim(string number, CancellationToken stop) => Change(number, sample.Submitted.Count, sample.Claimed, (batch, id, now) =>
    {
        batch.BatchCommands.Add(Command("update cases_case set owner=$2, version=$3, state=$4 where id=$1", id, "official:x", (long)sample.Submitted.Count + 1, sample.State));
        batch.BatchCommands.Add(Command("update cases_work set claimed_by=$2, claimed_name=$3 where case_id=$1 and token=1", id, "x", "Vũ Thử Bích"));
    }, stop);

    public Task Decide(string number, bool accept, CancellationToken stop) => Change(number, sample.Submitted.Count + 1, sample.Decided, (batch, id, now) =>
    {
        var version = (long)sample.Submitted.Count + 1 + sample.Decided.Count;
        batch.BatchCommands.Add(Command("delete from cases_work where case_id=$1 and token=1", id));
        if (accept)
        {
            batch.BatchCommands.Add(Command("update cases_case set status='inProgress', accepted_at=$2, appointed_at=$3, version=$4, state=$5 where id=$1", id, now, now.AddDays(1), version, sample.State));
            batch.BatchCommands.Add(Command("""
                insert into cases_work(case_id, token, queue, step, name, number, service, applicant_name, waiting, opened_at, due_at)
                values ($1, 2, 'song-nho/leader', 'signature', 'Ký thẻ', $2, $3, 'Đỗ Mẫu Giang', false, $4, $5)
                """, id, number, BenchTown.Service, now, now.AddYears(1)));
        }
        else
        {
            batch.BatchCommands.Add(Command("update cases_case set status='refused', closed_at=$2, owner=null, next_event=null, next_due_at=null, next_look_at=null, version=$3, state=$4 where id=$1", id, now, version, sample.State));
        }
    }, stop);

    public async Task<IReadOnlyList<string>> Find(int unit, string number, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var command = new NpgsqlCommand("""
            select c.id, c.number, c.service, c.applicant_name, c.unit, c.status, c.submitted_at
            from cases_case c where c.number = $1 and c.unit = any($2)
            """, connection)
        {
            Parameters =
            {
                new() { Value = number },
                new() { Value = new[] { BenchTown.UnitId(unit + 1) }, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(stop);
        var found = new List<string>();
        while (await reader.ReadAsync(stop)) found.Add(reader.GetString(1));
        return found;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task Change(string number, long version, IReadOnlyList<SampleLine> lines, Action<NpgsqlBatch, Guid, DateTime> rows, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        Guid id;
        string subject;
        await using (var load = new NpgsqlCommand("select id, subject, state from cases_case where number=$1 for update", connection, transaction) { Parameters = { new() { Value = number } } })
        await using (var reader = await load.ExecuteReaderAsync(stop))
        {
            if (!await reader.ReadAsync(stop)) throw new InvalidOperationException($"There is no {number}.");
            (id, subject) = (reader.GetGuid(0), reader.GetString(1));
            _ = reader.GetString(2);
        }
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Command("update platform_stream set version=$3, hash=$4 where stream=$1 and version=$2", $"cases/{id}", version, version + lines.Count, lines[^1].Hash));
        Events(batch, id, version, lines, subject, now);
        rows(batch, id, now);
        await batch.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static void Events(NpgsqlBatch batch, Guid id, long version, IReadOnlyList<SampleLine> lines, string subject, DateTime now)
    {
        foreach (var line in lines)
            batch.BatchCommands.Add(Command("""
                insert into platform_event(stream, version, at, type, actor, subject, body, previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """, $"cases/{id}", ++version, now, line.Type, line.Actor, subject, line.Body, line.Previous, line.Hash));
    }

    private static string Queue(int unit) => $"{BenchTown.UnitId(unit + 1)}/counter";

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
