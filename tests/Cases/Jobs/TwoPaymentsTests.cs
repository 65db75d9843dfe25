using System.Text.Json.Nodes;
using HaiDang.Cases.Accept;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Tests.Jobs;

/// <summary>Two sums of the same amount are owed at once; the gateway's message names which one it brings.</summary>
public sealed class TwoPaymentsTests
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_message_settles_the_sum_that_it_names_and_each_has_its_receipt(string engine)
    {
        await using var port = await Port.Opened(engine);
        var matter = await Moors(port);
        matter = await port.Town.Does(matter, new AcceptCase(matter.Work[0].Token), Town.Holder(matter));
        var waste = matter.Owing.Single(w => w.Element == "pay-waste");

        matter = await Says(port, matter, "GD-1", JsonValue.Create(waste.Id));
        Assert.Equal("pay-berth", matter.Owing.Single().Element);
        matter = await Says(port, matter, "GD-2", JsonValue.Create(waste.Id));
        Assert.True(matter.Payments[^1].ToReturn);
        matter = await Says(port, matter, "GD-3", null);
        Assert.Empty(matter.Owing);
        Assert.Equal(3, matter.Payments.Select(p => p.Receipt).Distinct().Count());
        await PrintsEach(port, matter);

        var unclear = await port.Town.In(s => s.GetRequiredService<MessageDesk>().Take(matter.Id, Property.FeePaid,
            new JsonObject { ["amount"] = 20_000, ["reference"] = "GD-4", ["payment"] = "khoản sau" }, null, PaymentDesk.Gateway));
        Assert.Equal((PayProblems.NotUnderstood, "payment"), (unclear.Problems[0].Type, unclear.Problems[0].Field));
    }

    /// <summary>The money to give back has no receipt; the two others are read each for itself, the latest first in the list.</summary>
    private static async Task PrintsEach(Port port, Case matter)
    {
        var receipts = LetterKinds.Of(matter).Where(l => l.Kind == LetterKinds.FeeReceipt).ToList();
        Assert.Equal(["fee-receipt-3", "fee-receipt-1"], receipts.Select(l => l.Key));
        foreach (var receipt in receipts)
        {
            Assert.Contains(receipt.Payment!.Receipt, receipt.Name.Vi, StringComparison.Ordinal);
            var pdf = await port.Town.In(s => s.GetRequiredService<CaseLetters>().Read(matter, receipt.Key));
            Assert.Equal(await Made(port, matter, receipt.Payment), pdf);
        }
        Assert.Null(await port.Town.In(s => s.GetRequiredService<CaseLetters>().Read(matter, "fee-receipt-2")));
        Assert.Null(await port.Town.In(s => s.GetRequiredService<CaseLetters>().Read(matter, "fee-receipt-9")));
    }

    /// <summary>The receipt as it would be if nothing else had been paid.</summary>
    private static async Task<byte[]?> Made(Port port, Case matter, Payment payment)
    {
        var place = matter.Payments.IndexOf(payment);
        var alone = matter with { Payments = [.. matter.Payments.Select((p, i) => i == place ? p : p with { ToReturn = true })] };
        return await port.Town.In(s => s.GetRequiredService<CaseLetters>().Read(alone, $"fee-receipt-{place + 1}"));
    }

    private static Task<Case> Says(Port port, Case matter, string reference, JsonNode? payment) => port.Town.In(async s =>
    {
        var said = new JsonObject { ["amount"] = 20_000, ["reference"] = reference, ["payment"] = payment };
        var taken = await s.GetRequiredService<MessageDesk>().Take(matter.Id, Property.FeePaid, said, null, PaymentDesk.Gateway);
        Assert.True(taken.Ok, string.Join('\n', taken.Problems));
        return taken.Value;
    });

    /// <summary>Four days at the west market: the berth costs as much as the waste.</summary>
    private static Task<Case> Moors(Port port) => port.Town.In(async s =>
    {
        var nam = Actor.Citizen("nam", "Đỗ Mẫu Nam");
        var service = s.GetRequiredService<ServiceCatalogue>().Find("neo-dau")!;
        var sent = await s.GetRequiredService<SubmitDesk>().Send(new Submission(
            service, Channel.Online, new Applicant(nam.Id, nam.Id, nam.Name, null, null, null, null), new JsonObject { ["market"] = "cho-tay", ["days"] = 4 }, []), nam);
        Assert.True(sent.Ok, string.Join('\n', sent.Problems));
        return sent.Value.Case;
    });
}
