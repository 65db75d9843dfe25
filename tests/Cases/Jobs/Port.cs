using System.Text.Json.Nodes;
using HaiDang.Cases.Accept;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Contracts;
using HaiDang.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Tests.Jobs;

/// <summary>The port of Cảng Thử on a database of its own, with its agencies' seals and whatever it is connected to.</summary>
internal sealed class Port(Town town) : IAsyncDisposable
{
    public const string Secret = "a secret of the tests";
    private static readonly Actor Nam = Actor.Citizen("nam", "Đỗ Mẫu Nam");

    public Town Town => town;

    public static async Task<Port> Opened(string engine, Uri? registry = null)
    {
        var connections = new Dictionary<string, Connection> { [Connection.Payment] = new(new Uri("https://gateway.example"), Secret) };
        if (registry is not null) connections["registry"] = new Connection(registry, Secret);
        return new Port(await Town.Founded(engine, null, new TownSetting(Folder.CangThu, Sealed: true, connections)));
    }

    public Task<Case> Declares(string lane, long value, Actor? who = null) => town.In(async s =>
    {
        var sender = who ?? Nam;
        var service = s.GetRequiredService<ServiceCatalogue>().Find("khai-hang")!;
        var answers = new JsonObject { ["market"] = "cho-dong", ["lane"] = lane, ["value"] = value };
        var sent = await s.GetRequiredService<SubmitDesk>().Send(
            new Submission(service, Channel.Online, new Applicant(sender.Id, sender.Id, sender.Name, null, null, null, null), answers, []), sender);
        Assert.True(sent.Ok, string.Join('\n', sent.Problems));
        return sent.Value.Case;
    });

    /// <summary>A yellow declaration, accepted: the register is asked now.</summary>
    public async Task<Case> Asks()
    {
        var matter = await Declares("yellow", 2_500_000);
        return await town.Does(matter, new AcceptCase(matter.Work[0].Token), Town.Holder(matter));
    }

    /// <summary>The same, with everybody's part done but the register's.</summary>
    public async Task<Case> Owes()
    {
        var matter = await Asks();
        foreach (var (step, verb) in new[] { ("assess", Verbs.Done), ("note", Verbs.Done), ("inspect", Verbs.Approve) })
            matter = await town.Does(matter, new DecideStep(matter.Work.Find(w => w.Element == step)!.Token, verb, null, null), Town.Holder(matter));
        return await town.Does(matter, new FinishJob(matter.Waits.Find(w => w.Element == "ask")!.Id, Bpmn.BpmnVariables.Empty), Actor.System);
    }

    public async Task<Case> Now(Case matter) => (await town.In(s => s.GetRequiredService<CaseDesk>().Find(matter.Id)))!;

    /// <summary>The worker does what is due, until nothing is.</summary>
    public Task Works() => town.In(async s =>
    {
        while (await s.GetServices<Platform.Background.IBackgroundWork>().OfType<JobWorker>().Single().Round()) { }
        return true;
    });

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
