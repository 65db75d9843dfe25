using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Cases.Migrate;
using HaiDang.Cases.Work;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Operations;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Stories;

/// <summary>The small town rewrites its service while cases are open, and moves them to the new version; on either database.</summary>
public abstract class MigrationStories(Place place) : IAsyncLifetime
{
    private const string Process = "process.bpmn", Form = "form.json";
    private readonly WritableCity city = new(place);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(place.Missing is not null, place.Missing ?? "");
        await city.InitializeAsync();
        city.NextMorning();
    }

    public async ValueTask DisposeAsync()
    {
        await city.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Open_cases_go_on_by_the_new_version_with_their_work_times_and_questions()
    {
        var giang = city.Citizen();
        var (new1, signing, asked) = ((await giang.Applies()).Number, (await city.Citizen("Bùi Mẫu Hải").Applies()).Number, (await giang.Applies(goods: "Cá")).Number);
        await city.Clerk().Accepts(signing).NoProblem();
        await city.Leader().Claims(signing).NoProblem();
        await city.Clerk().Asks(asked, "goods", "Ghi rõ loại cá").NoProblem();
        var before = await city.Matter(signing);

        city.Rewrites(Process, text => text
            .Replace("\"signature\"", "\"seal\"", StringComparison.Ordinal).Replace("name=\"Ký thẻ\"", "name=\"Ký và đóng dấu\"", StringComparison.Ordinal)
            .Replace("value=\"P1D\"", "value=\"P2D\"", StringComparison.Ordinal).Replace("value=\"PT4H\"", "value=\"P1D\"", StringComparison.Ordinal));
        city.Rewrites("texts.en.yaml", text => text.Replace("  signature: Sign the card", "  seal: Sign and seal", StringComparison.Ordinal));
        await city.Restarts();

        var (report, told) = await Migrates(dry: true);
        Assert.Equal(new MigrationReport(2, 1), report);
        var refused = Assert.Single(told, t => t.Refused.Count > 0);
        Assert.Equal((signing, "cases.migrate-no-place"), (refused.Number, refused.Refused[0].Type.Code));
        Assert.Equal(before, await city.Matter(signing), (a, b) => CaseStore.Write(a) == CaseStore.Write(b));

        (report, told) = await Migrates(dry: true, ("signature", "seal"));
        Assert.Equal(new MigrationReport(3, 0), report);
        Assert.Equal(("Ký thẻ", "Ký và đóng dấu"), told.Single(t => t.Number == signing).Steps.Select(s => (s.Old.Vi, s.New.Vi)).Single());
        Assert.Equal(before.Definition, (await city.Matter(signing)).Definition);

        Assert.Equal(new MigrationReport(3, 0), (await Migrates(dry: false, ("signature", "seal"))).Report);
        Assert.Equal(new MigrationReport(0, 0), (await Migrates(dry: false, ("signature", "seal"))).Report);

        var matter = await city.Matter(signing);
        var calendar = city.Services.GetRequiredService<HaiDang.Platform.Packs.City>().Calendar;
        Assert.NotEqual(before.Definition, matter.Definition);
        Assert.Equal(("seal", calendar.Add(before.Work[0].OpenedAt, WorkingTime.OfDays(2)), before.Work[0].ClaimedBy), (matter.Work[0].Element, matter.Work[0].DueAt, matter.Work[0].ClaimedBy));
        Assert.Equal(before.AppointedAt, matter.AppointedAt);
        await using (var connection = await city.Services.GetRequiredService<Database>().Open())
        {
            Assert.Equal((matter.Definition, "Ký và đóng dấu"), await connection.QuerySingleAsync<(string, string)>(
                "select c.definition, w.name from cases_case c join cases_work w on w.case_id=c.id where c.number=@signing", new { signing }));
        }
        Assert.True((await city.Services.GetRequiredService<VerifyCity>().Run()).Holds);
        Assert.Contains(await HistoryOf(matter), l => l.What.En == "Goes on by the new version of the service" && l.More == "“Ký thẻ” → “Ký và đóng dấu”");

        await city.Leader().Signs(signing).NoProblem();
        await city.Clerk().Accepts(new1).NoProblem();
        await city.Leader().Signs(new1).NoProblem();
        Assert.Equal(CaseStatus.AwaitingApplicant, (await city.Matter(asked)).Status);
        (await giang.SeesOwn(asked)).Reads("Ghi rõ loại cá");
        Assert.True((await city.Services.GetRequiredService<VerifyCity>().Run()).Holds);
    }

    [Fact]
    public async Task What_an_official_typed_goes_along_when_its_step_has_another_name()
    {
        city.Adds("ghi-chu.json", """
            {"type": "default", "id": "ghi-chu", "schemaVersion": 16, "components": [{"type": "textfield", "id": "field-place", "key": "place", "label": "Chỗ xếp", "validate": {"required": true}}]}
            """);
        city.Rewrites(Process, text => new Regex("formId=\"form\"").Replace(text, "formId=\"ghi-chu\"", 1));
        city.Rewrites("texts.en.yaml", text => text.Replace("process:\n", "forms:\n  ghi-chu:\n    place: {label: Place}\nprocess:\n", StringComparison.Ordinal));
        await city.Restarts();
        var (number, _) = await city.Citizen().Applies();
        await city.Clerk().Accepts(number, new Typed(new JsonObject { ["place"] = "Dãy B, ô 4" }, FormCodeLists.None)).NoProblem();

        city.Rewrites(Process, text => Regex.Replace(text, "(id|sourceRef|targetRef|bpmnElement)=\"reception\"", "$1=\"look\"").Replace("Kiểm tra hồ sơ", "Xem hồ sơ", StringComparison.Ordinal));
        city.Rewrites("texts.en.yaml", text => text.Replace("  reception: Check", "  look: Check", StringComparison.Ordinal));
        await city.Restarts();
        Assert.Equal(new MigrationReport(1, 0), (await Migrates(dry: false, ("reception", "look"))).Report);

        var matter = await city.Matter(number);
        Assert.Equal(("look", "Dãy B, ô 4"), (matter.Filled.Single().Element, (string?)matter.Filled.Single().Values["place"]));
        Assert.Contains(await HistoryOf(matter), l => l.What.Vi == "Ghi ở bước “Kiểm tra hồ sơ”" && l.More == "Chỗ xếp: Dãy B, ô 4");
        Assert.True((await city.Services.GetRequiredService<VerifyCity>().Run()).Holds);
    }

    [Fact]
    public async Task A_case_whose_answer_would_be_wrong_stays_on_its_version()
    {
        var (number, _) = await city.Citizen().Applies();
        city.Rewrites(Form, text => text.Replace("\"max\": 8", "\"max\": 3", StringComparison.Ordinal));
        await city.Restarts();
        var (report, told) = await Migrates(dry: false);
        Assert.Equal(new MigrationReport(0, 1), report);
        var refused = Assert.Single(Assert.Single(told).Refused);
        Assert.Equal("cases.migrate-wrong-answer", refused.Type.Code);
        Assert.Contains("Số phiên trong tháng", refused.Sentence.Vi, StringComparison.Ordinal);
        await city.Clerk().Accepts(number).NoProblem();
    }

    [Fact]
    public async Task A_step_that_the_new_version_does_not_have_begins_nothing()
    {
        await city.Citizen().Applies();
        var problems = new PackProblems();
        Assert.Null(await Runs(new Dictionary<string, string> { ["reception"] = "nowhere" }, false, _ => { }, problems));
        Assert.Equal("--map:1: the new version has no 'nowhere' (for 'reception') → use the id of a step in process.bpmn", Assert.Single(problems.All).In(Language.English));
    }

    private async Task<(MigrationReport? Report, IReadOnlyList<MigratedCase> Told)> Migrates(bool dry, params (string Old, string New)[] steps)
    {
        var (told, problems) = (new List<MigratedCase>(), new PackProblems());
        var report = await Runs(steps.ToDictionary(s => s.Old, s => s.New), dry, told.Add, problems);
        Assert.Empty(problems.All);
        return (report, told);
    }

    private async Task<MigrationReport?> Runs(IReadOnlyDictionary<string, string> steps, bool dry, Action<MigratedCase> tell, PackProblems problems)
    {
        using var scope = city.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<MigrateCases>().Run(Citizen.Service, steps, dry, tell, problems, TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryOf(Case matter)
    {
        using var scope = city.Services.CreateScope();
        var lines = await scope.ServiceProvider.GetRequiredService<EventLog>().Stream(scope.ServiceProvider.GetRequiredService<CityDb>(), matter.Stream);
        return History.Tell(lines, await scope.ServiceProvider.GetRequiredService<CaseDesk>().ServiceOf(matter), scope.ServiceProvider.GetRequiredService<IUnits>(), NodaTime.DateTimeZone.Utc);
    }

    /// <summary>The small town in a folder that a story may write in.</summary>
    private sealed class WritableCity(Place place) : City(place)
    {
        private readonly string folder = Copy();

        protected override string Pack => folder;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            System.IO.Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }

        public void Adds(string file, string text) => File.WriteAllText(Path.Combine(folder, "services", HaiDang.Stories.Citizen.Service, file), text);

        public void Rewrites(string file, Func<string, string> change)
        {
            var path = Path.Combine(folder, "services", HaiDang.Stories.Citizen.Service, file);
            var before = File.ReadAllText(path);
            var after = change(before);
            Assert.NotEqual(before, after);
            File.WriteAllText(path, after);
        }

        private static string Copy()
        {
            var from = Path.Combine(AppContext.BaseDirectory, "cities", "thi-tran");
            var to = Path.Combine(System.IO.Directory.CreateTempSubdirectory("haidang-pack-").FullName, "thi-tran");
            foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(to, Path.GetRelativePath(from, file));
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
            return to;
        }
    }
}

public sealed class MigrationInFile() : MigrationStories(new InFile());

public sealed class MigrationAtServer() : MigrationStories(new AtServer());
