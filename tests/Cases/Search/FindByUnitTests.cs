using System.Reflection;
using HaiDang.Cases.Search;
using Microsoft.Data.Sqlite;

namespace HaiDang.Cases.Tests.Search;

/// <summary>Data folders that were filled before the full text knew units.</summary>
public sealed class FindByUnitTests
{
    [Fact]
    public void Cases_of_older_folders_are_found_among_those_of_their_unit()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var files = Assembly.GetAssembly(typeof(FindCases))!.GetManifestResourceNames().Where(n => n.Contains(".Sql.Sqlite.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var last = files.Single(f => f.EndsWith("0044_find_by_unit.sql", StringComparison.Ordinal));
        foreach (var file in files.TakeWhile(f => f != last)) Run(Text(file));
        foreach (var (number, unit) in (ValueTuple<string, string>[])[("1", "may-to"), ("2", "song-nho")])
        {
            Run($"""
                insert into cases_case(id, number, service, definition, unit, status, channel, subject, applicant_name, submitted_at, secret_hash, version, state)
                values ('{number}', '{number}', 's', 'd', '{unit}', 'submitted', 'online', 'x', 'Đỗ Mẫu Nam', '2026-01-01T00:00:00Z', 'h', 1, '')
                """);
            Run($"insert into cases_find(text, case_id) values ('do mau nam', '{number}')");
        }
        Run(Text(last));

        using var command = connection.CreateCommand();
        command.CommandText = """select group_concat(case_id) from cases_find where cases_find match 'text : ("mau"*) AND unit : ("songnho")'""";
        Assert.Equal("2", command.ExecuteScalar());

        string Text(string name)
        {
            using var reader = new StreamReader(Assembly.GetAssembly(typeof(FindCases))!.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }

        void Run(string sql)
        {
            using var ran = connection.CreateCommand();
            ran.CommandText = sql;
            ran.ExecuteNonQuery();
        }
    }
}
