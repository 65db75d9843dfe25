using HaiDang.Cases.Generate;
using HaiDang.Cases.Life;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Cases.Transfer;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Operations;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Tests.Transfer;

/// <summary>Cases leave one city's data and arrive whole in another's.</summary>
public sealed class TransferTests : IDisposable
{
    private const int Many = 60;
    private readonly string folder = Path.Combine(System.IO.Directory.CreateTempSubdirectory("haidang-transfer-").FullName, "out");

    public void Dispose() => System.IO.Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Theory]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    public async Task What_was_exported_arrives_whole_once_and_quietly(string from, string to)
    {
        await using var old = await Town.Founded(from);
        var states = await Filled(old);
        var sent = await Exports(old);
        Assert.Equal(Many, sent.Cases);
        Assert.Empty(sent.Missing);

        await using var young = await Town.Founded(to);
        Assert.Equal(new TransferReport(Many, 0, sent.Files, []), await Imports(young), Same);
        Assert.Equal(states, await States(young));
        Assert.Equal(new TransferReport(0, Many, 0, []), await Imports(young), Same);
        var verified = await young.In(s => s.GetRequiredService<VerifyCity>().Run());
        Assert.True(verified.Holds, string.Join('\n', verified.Faults));
        Assert.Equal(Many, verified.States.Single(s => s.Name == "cases").Compared);
        Assert.Equal(0, await young.In(s => s.GetRequiredService<Database>().Open().ContinueWith(c => Count(c.Result, "cases_message")).Unwrap()));
    }

    [Fact]
    public async Task Numbers_given_afterwards_lie_behind_those_that_came()
    {
        await using var old = await Town.Founded("sqlite");
        var matter = (await old.Sends(Actor.Citizen("c1", "Đỗ Mẫu Nam"))).Case;
        await Exports(old);
        await using var young = await Town.Founded("sqlite");
        await Imports(young);
        var next = (await young.Sends(Actor.Citizen("c2", "Lê Mẫu Hoa"))).Case;
        Assert.EndsWith("-0001", matter.Number, StringComparison.Ordinal);
        Assert.EndsWith("-0002", next.Number, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"number\":\"", "\"number\":\"X", "does not fit its events")]
    [InlineData("cases.submitted", "cases.unheard-of", "is not understood")]
    [InlineData("{\"id\"", "{\"id", "cannot be read")]
    public async Task A_folder_with_one_bad_line_changes_nothing_and_names_the_line(string was, string becomes, string told)
    {
        await using var old = await Town.Founded("sqlite");
        await Filled(old);
        await Exports(old);
        var file = Path.Combine(folder, "cases.jsonl");
        var lines = await File.ReadAllLinesAsync(file);
        var at = lines[2].IndexOf(was, StringComparison.Ordinal);
        lines[2] = lines[2].Remove(at, was.Length).Insert(at, becomes);
        await File.WriteAllLinesAsync(file, lines);

        await using var young = await Town.Founded("sqlite");
        var problems = new PackProblems();
        Assert.Null(await young.In(s => s.GetRequiredService<ImportCases>().Read(folder, problems)));
        var problem = Assert.Single(problems.All);
        Assert.Equal(("cases.jsonl", 3), (problem.File, problem.Line));
        Assert.Contains(told, problem.In(Language.English), StringComparison.Ordinal);
        Assert.Empty(await States(young));
    }

    [Fact]
    public async Task A_file_that_was_altered_on_the_way_is_named()
    {
        await using var old = await Town.Founded("sqlite");
        await Filled(old);
        await Exports(old);
        var file = System.IO.Directory.EnumerateFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories).First();
        await File.AppendAllTextAsync(file, "x");
        await using var young = await Town.Founded("sqlite");
        var problems = new PackProblems();
        Assert.Null(await young.In(s => s.GetRequiredService<ImportCases>().Read(folder, problems)));
        Assert.All(problems.All, p => Assert.Contains(Path.GetFileName(file), p.In(Language.English), StringComparison.Ordinal));
        Assert.NotEmpty(problems.All);
    }

    private static async Task<IReadOnlyList<string>> Filled(Town town)
    {
        var made = await town.In(s => s.GetRequiredService<GenerateCases>().Run(Many, days: 30, seed: 7, _ => { }));
        Assert.Equal(Many, made.Cases);
        return await States(town);
    }

    private Task<TransferReport> Exports(Town town) => town.In(s => s.GetRequiredService<ExportCases>().Write(folder, null, null));

    private async Task<TransferReport> Imports(Town town)
    {
        var problems = new PackProblems();
        var report = await town.In(s => s.GetRequiredService<ImportCases>().Read(folder, problems));
        Assert.True(report is not null, string.Join('\n', problems.All.Select(p => p.In(Language.English))));
        return report;
    }

    /// <summary>Every case as it is kept, in the order of their ids; accounts are each city's own.</summary>
    private static async Task<IReadOnlyList<string>> States(Town town) => await town.In(async s =>
    {
        await using var connection = await s.GetRequiredService<Database>().Open();
        var states = await Dapper.SqlMapper.QueryAsync<string>(connection, "select state from cases_case");
        return states.Select(CaseStore.Read).OrderBy(c => c.Id).Select(c => CaseStore.Write(c with { Applicant = c.Applicant with { Account = "", Subject = "" } })).ToList();
    });

    private static Task<long> Count(System.Data.Common.DbConnection connection, string table) => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, $"select count(*) from {table}");

    private static bool Same(TransferReport a, TransferReport b) => (a.Cases, a.Known, a.Files, a.Missing.Count) == (b.Cases, b.Known, b.Files, b.Missing.Count);
}
