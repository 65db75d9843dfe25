using System.Diagnostics;
using System.Net;
using HaiDang.Cases.Definitions;
using HaiDang.Contracts;
using HaiDang.Hostile.Tests.Attack;
using HaiDang.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Hostile.Tests;

/// <summary>
/// Every form and every address of the city against the hostile texts: never a 5xx, never markup let through. The forms are those
/// that the pages have, the addresses those that the routes have: a new one is in it by itself, and a post that no page leads to is told.
/// </summary>
public abstract class HostileTests
{
    private readonly City city;
    private readonly IReadOnlyList<string> texts;

    protected HostileTests(City city, IReadOnlyList<string> texts)
    {
        Assert.SkipWhen(HostileTexts.Missing is not null, HostileTexts.Missing ?? "");
        Assert.SkipWhen(city.Place.Missing is not null, city.Place.Missing ?? "");
        (this.city, this.texts) = (city, texts);
        city.NextMorning();
    }

    [Fact]
    public async Task No_form_and_no_address_fails_or_lets_markup_through()
    {
        var hostile = new HostileCity(city);
        await hostile.Fill();
        var reached = new HashSet<string>();
        var faults = new List<Fault>();
        var requests = 0;
        foreach (var attacker in hostile.Attackers().ToList())
        {
            var watch = Stopwatch.StartNew();
            var crawl = new Crawl(attacker, hostile.Routes, ofEach: 10);
            await crawl.From([.. hostile.Starts]);
            foreach (var forms in crawl.Forms.GroupBy(f => (Route: crawl.RouteOf(f.Action, f.Method)?.Pattern, Names: string.Join(',', f.Fields.Select(x => x.Name))))
                .Where(g => g.Key.Route is not null && reached.Add($"{g.First().Method} {g.Key.Route} {g.Key.Names}")).OrderBy(g => g.Key.Route == Links.SignIn.Out))
                await new FormAttack(attacker, [.. forms]).Run(texts, singly: forms.Key.Route!.StartsWith("/nhap/", StringComparison.Ordinal));
            foreach (var route in hostile.Routes.Where(r => r.Method == "GET" && !r.Pattern.StartsWith("/_", StringComparison.Ordinal)))
            {
                var names = crawl.Queries.GetValueOrDefault(route) ?? [];
                if (route.Parameters.Count == 0 && names.Count == 0) continue;
                if (await attacker.Opens(Address(route, names, "a")) is { Status: HttpStatusCode.Redirect or HttpStatusCode.Forbidden } || !reached.Add($"GET {route.Pattern} {names.Count > 0}")) continue;
                foreach (var text in HostileTexts.Own.Where(t => t.Length < 2_000)) await attacker.Opens(Address(route, names, text), text);
            }
            faults.AddRange(attacker.Faults);
            requests += attacker.Requests;
            TestContext.Current.TestOutputHelper?.WriteLine($"{attacker.Who}: {crawl.Forms.Count} forms, {attacker.Requests} requests, {watch.Elapsed.TotalSeconds:0} s");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{requests} requests");
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n" + string.Join('\n', faults.DistinctBy(f => (f.What, Where: f.Where[..Math.Min(60, f.Where.Length)])).Take(60)));
        Assert.Empty(hostile.Routes.Where(r => r.Method == "POST" && !r.Pattern.StartsWith("/api", StringComparison.Ordinal) && !reached.Any(x => x.StartsWith($"POST {r.Pattern} ", StringComparison.Ordinal))).Select(r => r.Pattern));
    }

    private static string Address(Route route, IEnumerable<string> names, string text)
    {
        var query = string.Join('&', names.Select(n => $"{Uri.EscapeDataString(n)}={Uri.EscapeDataString(text)}"));
        return query.Length > 0 ? $"{route.With(text)}?{query}" : route.With(text);
    }
}

/// <summary>The questions of every service of a whole city: all fields of every page.</summary>
public sealed class HostileServices(HostileServices.HaiPhong city) : IClassFixture<HostileServices.HaiPhong>
{
    public sealed class HaiPhong() : City(new InFile())
    {
        protected override string Pack => Path.Combine(AppContext.BaseDirectory, "cities", "hai-phong");
    }

    [Fact]
    public async Task No_question_of_any_service_fails_or_lets_markup_through()
    {
        Assert.SkipWhen(HostileTexts.Missing is not null, HostileTexts.Missing ?? "");
        var citizen = await city.Citizen().SignsIn();
        var attacker = new Attacker("citizen", () => Task.FromResult(citizen.Browser));
        var pages = 0;
        foreach (var service in city.Services.GetRequiredService<ServiceCatalogue>().All.Where(s => s.Channels.Contains("online")))
        {
            await citizen.Browser.Opens(Links.Portal.Service(service.Slug));
            var first = await citizen.Browser.Sends(Links.Apply.Begin(service.Slug), []);
            var draft = Guid.Parse(first.Path.Split('/')[2]);
            foreach (var path in service.Form.Pages.Select(p => Links.Apply.Page(draft, p.Id)))
            {
                var (status, html) = await attacker.Opens(path);
                if (status != HttpStatusCode.OK) continue;
                pages++;
                foreach (var form in PageForm.On(path, html).Where(f => f.Action.StartsWith(path, StringComparison.Ordinal)))
                    await new FormAttack(attacker, [form]).AllAtOnce([.. HostileTexts.Own, .. FormAttack.Bundles(HostileTexts.All)]);
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages} pages, {attacker.Requests} requests");
        Assert.True(pages >= 6, $"Only {pages} pages were reached.");
        Assert.Empty(attacker.Faults);
    }
}

public sealed class HostileTestsInFile(HostileInFile city) : HostileTests(city, HostileTexts.All), IClassFixture<HostileInFile>;

/// <summary>On the server, the texts that touch storage.</summary>
public sealed class HostileTestsAtServer(HostileAtServer city) : HostileTests(city, HostileTexts.Own), IClassFixture<HostileAtServer>;
