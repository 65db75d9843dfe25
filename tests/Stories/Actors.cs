using System.Net;
using System.Text.RegularExpressions;
using HaiDang.Cases.Accept;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Stories;

/// <summary>What an applicant holds after sending: number, and the secret that was shown once.</summary>
public sealed record Receipt(string Number, string Secret);

/// <summary>Somebody who has not signed in.</summary>
public class Visitor(City city)
{
    public Browser Browser { get; } = new(city);
    protected City City => city;

    public async Task<Page> Tracks(string number, string secret)
    {
        await Browser.Opens(Links.Portal.Track);
        return await Browser.Sends(Links.Portal.Track, [("number", number), ("secret", secret)]);
    }

    public Task<Page> Verifies(string code) => Browser.Opens(Links.Portal.Verify(code));
}

/// <summary>A citizen at their browser. They sign in when the city asks them to.</summary>
public sealed class Citizen(City city, string name) : Visitor(city)
{
    public const string Service = "cho-ban-hang";

    public string Name => name;

    public async Task<Citizen> SignsIn()
    {
        await Enters(Links.SignIn.Citizen);
        return this;
    }

    /// <summary>Signs in where the city asked for it, and lands where the city sends them.</summary>
    public Task<Page> SignsInFrom(Page door) => Enters(Links.SignIn.Citizen + door.Address.Query);

    private async Task<Page> Enters(string path)
    {
        var provider = await Browser.IsSentFrom(path);
        var asked = QueryHelpers.ParseQuery(provider.Query);
        var code = City.Identity.Agree(name, name, asked["nonce"].ToString());
        var page = await Browser.Opens($"{Links.SignIn.Callback}?code={code}&state={asked["state"]}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    /// <summary>Answers all questions as far as the check page.</summary>
    public async Task<Page> Fills(string market = "cho-dong", string goods = "Rau củ nhà trồng")
    {
        await SignsIn();
        await Browser.Opens(Links.Portal.Service(Service));
        var page = await Browser.Sends(Links.Apply.Begin(Service), []);
        page = await Answers(page, ("market", market), ("stall", "large"), ("days", "4"));
        page = await Answers(page, ("sellerName", name), ("sellerPhone", "0900 000 106"), ("goods", goods));
        page = await Answers(page, ("promise", "true"));
        Assert.EndsWith("/kiem-tra", page.Path, StringComparison.Ordinal);
        return page;
    }

    public async Task<Receipt> Applies(string market = "cho-dong", string goods = "Rau củ nhà trồng")
    {
        var check = await Fills(market, goods);
        return Sent(await Browser.Sends(check.Path, []));
    }

    public static Receipt Sent(Page page)
    {
        Assert.EndsWith("/da-gui", page.Path, StringComparison.Ordinal);
        var number = page.Path.Split('/')[^2];
        var secret = Regex.Match(page.Text, @"\b[0-9a-hjkmnp-tv-z]{12}\b").Value;
        Assert.NotEqual("", secret);
        return new Receipt(number, secret);
    }

    public async Task<Page> Answers(Page question, params (string, string)[] typed)
    {
        Assert.Equal(HttpStatusCode.OK, question.Status);
        return await Browser.Sends(question.Path, typed);
    }

    public async Task<Page> SeesOwn(string number)
    {
        await SignsIn();
        return await Browser.Opens(Links.Mine.Case(number));
    }
}

/// <summary>An official of one queue, at the module's own desk.</summary>
public sealed class Desk(City city, QueueKey queue)
{
    public Task<IReadOnlyList<Problem>> Claims(string number) => Does(number, w => new ClaimWork(w.Token));
    public Task<IReadOnlyList<Problem>> Accepts(string number) => Does(number, w => new AcceptCase(w.Token));
    internal Task<IReadOnlyList<Problem>> Accepts(string number, HaiDang.Cases.Fill.Typed typed) => Does(number, w => new AcceptCase(w.Token, typed));
    public Task<IReadOnlyList<Problem>> Refuses(string number, string? reason, string? law) => Does(number, w => new DecideStep(w.Token, Verbs.Refuse, reason, law));
    public Task<IReadOnlyList<Problem>> Asks(string number, string part, string reason) => Does(number, w => new HaiDang.Cases.AskForPapers.AskForPapers(w.Token, [new AskedItem(part, reason)], null));

    public async Task<IReadOnlyList<Problem>> Signs(string number, string? passphrase = null)
    {
        var matter = await city.Matter(number);
        using var scope = city.Services.CreateScope();
        var signed = await scope.ServiceProvider.GetRequiredService<SignDesk>().Sign(matter.Id, matter.Work[0].Token,
            passphrase ?? scope.ServiceProvider.GetRequiredService<IDemoPeople>().SigningPassphrase, await Who(scope.ServiceProvider));
        return signed.Problems;
    }

    private async Task<IReadOnlyList<Problem>> Does(string number, Func<WorkItem, ICaseCommand> make)
    {
        var matter = await city.Matter(number);
        using var scope = city.Services.CreateScope();
        var done = await scope.ServiceProvider.GetRequiredService<CaseDesk>().Do(matter.Id, make(matter.Work[0]), await Who(scope.ServiceProvider));
        return done.Problems;
    }

    private async Task<Actor> Who(IServiceProvider services)
    {
        var card = (await services.GetRequiredService<IOfficials>().Holding(queue))[0];
        return new Actor(ActorKind.Official, card.Id, card.Name, new HashSet<QueueKey> { queue });
    }
}

public static class Sees
{
    public static async Task NoProblem(this Task<IReadOnlyList<Problem>> done) => Assert.Empty(await done);

    public static async Task SeesProblem(this Task<IReadOnlyList<Problem>> done, string code) => Assert.Contains(await done, p => p.Type.Code == code || p.Field == code);
}
