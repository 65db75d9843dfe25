using HaiDang.Cases.Counter;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Pay;

/// <summary>The counter takes what is owed, in money or by a transfer that it has seen; the person gets a receipt.</summary>
internal sealed record TakePayment(int Wait, PaymentWay Way, string Receipt) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (matter.WaitOf(Wait) is not { Kind: WaitKind.Payment, Fee: { } fee } owed) return PayProblems.NothingOwed.Now();
        if (!MayTake(owed, who)) return CaseProblems.NotYours.Now(CounterDesk.Role);
        if (Way == PaymentWay.Gateway) return PayProblems.NoWay.At("way");
        return Settling.Of(matter, owed, new Payment(owed.Id, fee.Amount, fee.Reason.Vi, Way, null, Receipt, setting.Now, who.Id, who.Name, owed.Unit, false), setting);
    }

    /// <summary>The counter of the unit that answers for the payment.</summary>
    public static bool MayTake(Wait owed, Actor who) => who.Holds(new QueueKey(owed.Unit, CounterDesk.Role));
}

/// <summary>Money that is owed has come: it is in the books, and the process goes on.</summary>
internal static class Settling
{
    public static Outcome<IReadOnlyList<IEvent>> Of(Case matter, Wait owed, Payment payment, Setting setting)
    {
        IEvent paid = new Paid(payment);
        return Progress.Settle(Evolve.After(matter, paid), owed, setting).Map(moved => Progress.Join([paid], moved));
    }
}
