using System.Net.Http.Json;
using HaiDang.Cases.Demo;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory;
using HaiDang.Platform.Background;
using HaiDang.Stories;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>A city in which everything that a form can be about is there: drafts, cases in every state, officials of every role.</summary>
internal sealed class HostileCity(City city)
{
    private const string Name = "Đỗ Mẫu Giang";

    private readonly List<string> starts = [];
    private readonly Citizen citizen = city.Citizen(Name);

    public IReadOnlyList<Route> Routes { get; } = Route.Of(city.Services.GetServices<EndpointDataSource>());

    public IReadOnlyList<string> Starts => [.. starts, .. Routes.Where(r => r.Method == "GET" && r.Parameters.Count == 0 && r.Pattern != Links.SignIn.Citizen).Select(r => r.Pattern)];

    /// <summary>Cases of the citizen waiting, asked for more, decided and being drafted, and the demo's cases at every desk.</summary>
    public async Task Fill()
    {
        using (var scope = city.Services.CreateScope())
            await scope.ServiceProvider.GetServices<IBackgroundWork>().OfType<SeedDemo>().Single().Fill(120, default);
        var asked = await citizen.Applies();
        await city.Clerk().Claims(asked.Number);
        await city.Clerk().Asks(asked.Number, "stall-photo", "Chụp lại").NoProblem();
        var issued = await citizen.Applies();
        await city.Clerk().Accepts(issued.Number).NoProblem();
        await city.Leader().Signs(issued.Number).NoProblem();
        for (var i = 0; i < 6; i++) starts.Add(Links.Desk.CounterSent((await citizen.Applies()).Number));
        using (var scope = city.Services.CreateScope())
            for (var i = 0; i < 6; i++)
                starts.Add((await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().Invite($"moi-{i}@can-bo.example")).Value.AbsolutePath);
        await citizen.Fills();
        await Connect();
    }

    /// <summary>A program of others that has news sent to where nobody listens.</summary>
    private async Task Connect()
    {
        using var scope = city.Services.CreateScope();
        var added = (await scope.ServiceProvider.GetRequiredService<ApiClients>().Add("ung-dung", null, ["submit", "webhook"])).Value;
        using var http = new HttpClient { BaseAddress = city.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", added.Token);
        (await http.PutAsJsonAsync(Links.Api.Webhook(Guid.CreateVersion7()), new { address = "http://127.0.0.1:9/tin", secret = "mot-chuoi-ngau-nhien-du-dai" })).EnsureSuccessStatusCode();
    }

    public IEnumerable<Attacker> Attackers()
    {
        yield return new Attacker("visitor", () => Task.FromResult(new Browser(city)));
        yield return new Attacker("citizen", async () => (await city.Citizen(Name).SignsIn()).Browser);
        foreach (var role in city.Services.GetRequiredService<IUnits>().All.SelectMany(u => Roles(u).Select(r => new QueueKey(u.Id, r))).DistinctBy(q => q.Role).DistinctBy(q => Holder(q)!.Id).OrderBy(q => Array.IndexOf(ByHarm, q.Role)))
            yield return new Attacker(role.Role, () => SignsIn(role));
    }

    public void Passes(Duration time) => city.Passes(time);

    /// <summary>Who changes other officials comes last, for what they do to them.</summary>
    private static readonly string[] ByHarm = ["counter", "specialist", "leader", "supervisor", "admin"];

    private IEnumerable<string> Roles(Unit unit) => ByHarm.Where(r => Holder(new QueueKey(unit.Id, r)) is not null);

    private OfficialCard? Holder(QueueKey queue)
    {
        using var scope = city.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IOfficials>().Holding(queue).GetAwaiter().GetResult().FirstOrDefault();
    }

    private async Task<Browser> SignsIn(QueueKey queue)
    {
        var official = Holder(queue) ?? throw new InvalidOperationException($"Nobody holds {queue} any more.");
        var browser = new Browser(city);
        var page = await browser.Opens(Links.SignIn.Official);
        var form = PageForm.On(Links.SignIn.Official, page.Html).First(f => f.Action == Links.SignIn.Demo);
        var token = form.Fields.First(f => f.Name == PageForm.Token).Value;
        var inside = await browser.Posts(Links.SignIn.Demo, new FormUrlEncodedContent([new(PageForm.Token, token), new("official", official.Id)]));
        Assert.StartsWith("/desk", inside.Path, StringComparison.Ordinal);
        return browser;
    }
}
