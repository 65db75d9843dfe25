using System.Data.Common;
using HaiDang.Bench.Server;

namespace HaiDang.Bench.Limit;

/// <summary>One line of the log as the program wrote it, to be written again by hand.</summary>
internal sealed record SampleLine(string Type, string Actor, string Subject, string Body, string Previous, string Hash);

/// <summary>What the program wrote for one case that lived its whole life, by the moments at which it wrote it.</summary>
internal sealed record Sample(
    IReadOnlyList<SampleLine> Submitted, IReadOnlyList<SampleLine> Claimed, IReadOnlyList<SampleLine> Decided, string State, string Definition, string Words)
{
    public static async Task<Sample> Of(BenchDatabase database, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var stream = (string)(await Ask(connection, """
            select stream from platform_event where type='cases.refused' and actor <> 'system' order by position desc limit 1
            """, null, stop) ?? throw new InvalidOperationException("No case has lived its life yet."));
        var id = stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var lines = new List<SampleLine>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "select type, actor, subject, body, previous, hash from platform_event where stream=@stream order by version";
            Add(command, "stream", stream);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                lines.Add(new SampleLine(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5)));
        }
        object key = database is ServerDatabase ? Guid.Parse(id) : id;
        var state = (string)(await Ask(connection, "select state from cases_case where id=@stream", key, stop))!;
        var definition = (string)(await Ask(connection, "select definition from cases_case where id=@stream", key, stop))!;
        var claim = lines.FindIndex(l => l.Type == "cases.work-claimed");
        if (claim < 0) throw new InvalidOperationException("The sample case was never claimed.");
        return new Sample(lines[..claim], [lines[claim]], lines[(claim + 1)..], state, definition,
            "do mau giang 099160000001 0900000106 dang ky cho ban hang phien cho");
    }

    private static async Task<object?> Ask(DbConnection connection, string sql, object? value, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null) Add(command, "stream", value);
        return await command.ExecuteScalarAsync(stop);
    }

    internal static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
