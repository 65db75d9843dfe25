using HaiDang.Cases.Accept;
using HaiDang.Cases.Life;
using HaiDang.Cases.Pay;
using HaiDang.Contracts;

namespace HaiDang.Cases.Tests.Life;

/// <summary>A case in which two sums are owed at once, here of the same amount.</summary>
public sealed class BerthTests
{
    private static Matter Owing()
    {
        var matter = Matter.Sent(Matter.Berth, "2026-03-02T08:00");
        return matter.Does(new AcceptCase(matter.Step.Token));
    }

    private static Wait Of(Matter matter, string element) => Assert.Single(matter.Case.Owing, w => w.Element == element);

    [Fact]
    public void Each_is_owed_for_its_own_reason()
    {
        var matter = Owing();
        Assert.Equal([("pay-berth", 20_000L, "Tiền neo"), ("pay-waste", 20_000L, "Phí rác")], matter.Case.Owing.Select(w => (w.Element, w.Fee!.Amount, w.Fee.Reason.Vi)));
    }

    [Fact]
    public void The_counter_takes_the_one_that_it_names()
    {
        var matter = Owing();
        var counter = new Actor(ActorKind.Official, "q", "Người Thu", new HashSet<QueueKey> { new(matter.Case.Unit, "counter") });
        matter.Does(new TakePayment(Of(matter, "pay-waste").Id, PaymentWay.Cash, "1"), counter);
        Assert.Equal("pay-berth", Assert.Single(matter.Case.Owing).Element);
        Assert.Equal("Phí rác", Assert.Single(matter.Case.Payments).Reason);
        Assert.True(matter.Case.Clock!.IsPaused);
        matter.Does(new TakePayment(Of(matter, "pay-berth").Id, PaymentWay.Transfer, "2"), counter);
        Assert.Equal("signature", matter.Step.Element);
        Assert.False(matter.Case.Clock!.IsPaused);
    }

    [Fact]
    public void The_gateway_names_which_and_without_a_name_the_older_is_settled()
    {
        var matter = Owing();
        var waste = Of(matter, "pay-waste").Id;
        matter.Does(new GatewayPaid("GD-1", 20_000, matter.Now, "1", waste), PaymentDesk.Gateway);
        Assert.Equal("pay-berth", Assert.Single(matter.Case.Owing).Element);
        matter.Does(new GatewayPaid("GD-2", 20_000, matter.Now, "2", waste), PaymentDesk.Gateway);
        Assert.True(matter.Case.Payments[^1].ToReturn);
        matter.Does(new GatewayPaid("GD-3", 20_000, matter.Now, "3"), PaymentDesk.Gateway);
        Assert.Empty(matter.Case.Owing);
        Assert.Equal("pay-berth", matter.Events.OfType<WaitOpened>().First(w => w.Wait.Id == matter.Case.Payments[^1].Wait).Wait.Element);
    }
}
