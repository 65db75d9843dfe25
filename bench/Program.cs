using System.CommandLine;
using HaiDang.Bench.Engines;
using HaiDang.Bench.Greenlane;
using HaiDang.Bench.Kill;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Limit;
using HaiDang.Bench.Measuring;
using HaiDang.Bench.Pages;
using HaiDang.Bench.Server;
using HaiDang.Bench.Town;

var program = new Option<string>("--program") { Description = "haidang.dll", Required = true };
var cities = new Option<string>("--cities") { Description = "the folder of cities", Required = true };
var folder = new Option<string>("--folder") { Description = "where to work", Required = true };
var postgres = new Option<string?>("--postgres") { Description = "connection string of an administrator of a PostgreSQL server" };
var engines = new Option<string[]>("--engine") { Description = "sqlite, postgres", DefaultValueFactory = _ => ["postgres", "sqlite"], AllowMultipleArgumentsPerToken = true };
var rows = new Option<long[]>("--rows") { Description = "cases in the database", DefaultValueFactory = _ => [10_000, 1_000_000], AllowMultipleArgumentsPerToken = true };
var people = new Option<int>("--people") { Description = "how many work at once", DefaultValueFactory = _ => 32 };
var minutes = new Option<double>("--minutes") { Description = "how long each measurement takes", DefaultValueFactory = _ => 0.5 };
var keep = new Option<bool>("--keep") { Description = "keeps the loaded databases, and takes those that were kept" };
var brief = new Option<bool>("--short") { Description = "seconds, to see that it works" };

var lifecycle = new Command("lifecycle", "submit, claim, decide, find over HTTP") { program, cities, folder, postgres, engines, rows, people, minutes, keep, brief };
lifecycle.SetAction(async (parsed, stop) =>
{
    var report = new Report(Console.Out);
    var shortly = parsed.GetValue(brief);
    var town = Path.Combine(parsed.GetRequiredValue(folder), "town");
    BenchTown.Write(Path.Combine(parsed.GetRequiredValue(cities), "thi-tran"), town);
    foreach (var engine in parsed.GetRequiredValue(engines))
        foreach (var size in shortly ? [200] : parsed.GetRequiredValue(rows))
        {
            await using var place = await Workplaces.Make(parsed.GetRequiredValue(program), town, parsed.GetRequiredValue(folder), engine, $"{size}", parsed.GetValue(postgres), stop, parsed.GetValue(keep));
            await LifecycleBench.Run(place.Place, place.File, shortly ? LifecyclePlan.Short(size) : new LifecyclePlan(size, parsed.GetValue(people), TimeSpan.FromMinutes(parsed.GetValue(minutes))), report, stop);
        }
    report.Print();
    return report.Failures.Count == 0 ? 0 : 1;
});

var perSecond = new Option<int>("--per-second") { Description = "declarations a second", DefaultValueFactory = _ => 200 };
var greenlane = new Command("greenlane", "customs declarations, cleared without hands") { program, cities, folder, postgres, engines, minutes, brief, perSecond };
greenlane.SetAction(async (parsed, stop) =>
{
    var report = new Report(Console.Out);
    var shortly = parsed.GetValue(brief);
    foreach (var engine in parsed.GetRequiredValue(engines))
    {
        await using var place = await Workplaces.Make(parsed.GetRequiredValue(program), Path.Combine(parsed.GetRequiredValue(cities), "hai-phong"), parsed.GetRequiredValue(folder), engine, "green", parsed.GetValue(postgres), stop);
        await GreenlaneBench.Run(place.Place, shortly ? 5 : parsed.GetValue(perSecond), shortly ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            shortly ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(30), report, stop);
    }
    report.Print();
    return report.Failures.Count == 0 ? 0 : 1;
});

var pages = new Command("pages", "server time of the ten most used pages, bytes of a first visit") { program, cities, folder, postgres, engines, brief };
pages.SetAction(async (parsed, stop) =>
{
    var report = new Report(Console.Out);
    var shortly = parsed.GetValue(brief);
    var town = Path.Combine(parsed.GetRequiredValue(folder), "town");
    BenchTown.Write(Path.Combine(parsed.GetRequiredValue(cities), "thi-tran"), town);
    foreach (var engine in parsed.GetRequiredValue(engines))
    {
        await using var place = await Workplaces.Make(parsed.GetRequiredValue(program), town, parsed.GetRequiredValue(folder), engine, "pages", parsed.GetValue(postgres), stop);
        await PagesBench.Run(place.Place, shortly ? 100 : 10_000, shortly ? 5 : 400, report, stop);
    }
    report.Print();
    return report.Failures.Count == 0 ? 0 : 1;
});

var rounds = new Option<int>("--rounds") { Description = "how often the plug is pulled, each database", DefaultValueFactory = _ => 20 };
var kill = new Command("kill", "SIGKILL while two hundred forms are being sent") { program, cities, folder, postgres, engines, rounds };
kill.SetAction(async (parsed, stop) =>
{
    var faults = 0;
    var town = Path.Combine(parsed.GetRequiredValue(folder), "town");
    BenchTown.Write(Path.Combine(parsed.GetRequiredValue(cities), "thi-tran"), town);
    foreach (var engine in parsed.GetRequiredValue(engines))
    {
        await using var place = await Workplaces.Make(parsed.GetRequiredValue(program), town, parsed.GetRequiredValue(folder), engine, "kill", parsed.GetValue(postgres), stop);
        await KillRounds.Prepare(place.Place, stop);
        for (var round = 1; round <= parsed.GetValue(rounds); round++)
        {
            var found = await KillRounds.One(place.Place, round, stop);
            Console.WriteLine($"{engine} {round}: {found.Acknowledged} of {found.Sent} acknowledged when the plug was pulled, {(found.Faults.Count == 0 ? "each there once" : $"✗ {string.Join("; ", found.Faults)}")}");
            faults += found.Faults.Count;
        }
    }
    return faults == 0 ? 0 : 1;
});

var port = new Option<int>("--port") { Required = true };
var sqlite = new Option<string?>("--sqlite");
var limit = new Command("limit", "the writes by hand, as a server") { port, sqlite };
limit.SetAction((parsed, stop) => LimitServer.Run(parsed.GetValue(port), parsed.GetValue(sqlite), stop));

var root = new RootCommand("The benches of Hải Đăng") { lifecycle, greenlane, pages, kill, limit };
foreach (var engine in EngineCommands.All()) root.Add(engine);
return await root.Parse(args).InvokeAsync();
