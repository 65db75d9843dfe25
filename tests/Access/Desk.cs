using HaiDang.Cases.Accept;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Access.Tests;

/// <summary>An official of the demo at the module's own desk, who does what the case is at.</summary>
internal sealed class Desk(OpenCity city, string unit)
{
    public Task Accepts(Guid id) => Does(id, w => new AcceptCase(w.Token));

    public Task Asks(Guid id, string part, string reason) => Does(id, w => new AskForPapers(w.Token, [new AskedItem(part, reason)], null));

    public Task Refuses(Guid id) => Does(id, w => new DecideStep(w.Token, Verbs.Refuse, "Chợ đã hết chỗ.", "Điều 3 Nội quy chợ"));

    public async Task Signs(Guid id)
    {
        using var scope = city.Services.CreateScope();
        var services = scope.ServiceProvider;
        var work = (await services.GetRequiredService<CaseDesk>().Find(id))!.Work[0];
        var signed = await services.GetRequiredService<SignDesk>().Sign(id, work.Token, services.GetRequiredService<IDemoPeople>().SigningPassphrase, await Who(services, work.Queue));
        Assert.Empty(signed.Problems);
    }

    private async Task Does(Guid id, Func<WorkItem, ICaseCommand> make)
    {
        using var scope = city.Services.CreateScope();
        var cases = scope.ServiceProvider.GetRequiredService<CaseDesk>();
        var work = (await cases.Find(id))!.Work[0];
        Assert.Equal(unit, work.Queue.Unit);
        var who = await Who(scope.ServiceProvider, work.Queue);
        Assert.Empty((await cases.Do(id, make(work), who)).Problems);
    }

    private static async Task<Actor> Who(IServiceProvider services, QueueKey queue)
    {
        var card = (await services.GetRequiredService<IOfficials>().Holding(queue))[0];
        return new Actor(ActorKind.Official, card.Id, card.Name, new HashSet<QueueKey> { queue });
    }
}
