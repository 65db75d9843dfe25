using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Pay;

/// <summary>
/// The payment gateway says that money has come. Said twice it counts once. Money for which nothing is owed any more, or
/// another amount than is owed, is written down as money to give back, and the counter's superiors are told.
/// </summary>
/// <param name="Reference">What the gateway calls the payment.</param>
/// <param name="Wait">Which of several sums it is, as the order said; null: the one of this amount that has been owed longest.</param>
internal sealed record GatewayPaid(string Reference, long Amount, Instant PaidAt, string Receipt, int? Wait = null) : ICaseCommand
{
    public const string ToReturn = "money-to-return";

    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (matter.Payments.Exists(p => p.Reference == Reference)) return Array.Empty<IEvent>();
        if (Amount <= 0) return PayProblems.NoAmount.At("amount");
        if (matter.Open && matter.Owing.FirstOrDefault(w => w.Fee!.Amount == Amount && (Wait is null || w.Id == Wait)) is { } owed)
            return Settling.Of(matter, owed, Money(owed, owed.Fee!.Reason.Vi, owed.Unit), setting);
        return new IEvent[]
        {
            new Paid(Money(null, "", matter.Unit)),
            new Escalated(null, new Escalation(setting.Now, new QueueKey(matter.Unit, "specialist").ToString(), ToReturn)),
        };

        Payment Money(Life.Wait? settled, string reason, string unit) =>
            new(settled?.Id, Amount, reason, PaymentWay.Gateway, Reference, Receipt, PaidAt, who.Id, who.Name, unit, settled is null);
    }
}
