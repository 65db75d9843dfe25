using System.Globalization;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Pay;

/// <summary>
/// The thin shell around money: a receipt's number is taken in the transaction that writes the payment down, and only when
/// the rule agrees, so that receipts have no gaps.
/// </summary>
internal sealed class PaymentDesk(CaseDesk desk, City city)
{
    /// <summary>The payment gateway as the log knows it.</summary>
    public static readonly Actor Gateway = Actor.System with { Id = "payment", Name = "Cổng thanh toán" };

    public Task<Outcome<Case>> Take(Guid id, int wait, PaymentWay way, Actor who, CancellationToken stop = default) =>
        Numbered(id, receipt => new TakePayment(wait, way, receipt), who, stop);

    /// <param name="wait">Which of several sums it is; null where it is not said.</param>
    public Task<Outcome<Case>> Notice(Guid id, string reference, long amount, Instant paidAt, int? wait, Actor who, CancellationToken stop = default) =>
        Numbered(id, receipt => new GatewayPaid(reference, amount, paidAt, receipt, wait), who, stop);

    private Task<Outcome<Case>> Numbered(Guid id, Func<string, ICaseCommand> command, Actor who, CancellationToken stop) =>
        desk.Do(id, async (matter, setting, transaction) =>
        {
            var asked = command("");
            if (!asked.Decide(matter, setting, who).Is(out var events, out var problems)) return Outcome.Refuse<ICaseCommand>(problems);
            return Outcome.Agree(events.Count == 0 ? asked : command(await Next(transaction, events.OfType<Paid>().First().Payment.Unit, setting)));
        }, who, stop);

    private async Task<string> Next(CityTransaction transaction, string unit, Setting setting)
    {
        var year = setting.Now.InZone(city.Zone).Year;
        var serial = await CaseNumbers.NextSerial(transaction, $"receipt/{unit}/{year}");
        return string.Create(CultureInfo.InvariantCulture, $"{serial:D7}/{year}");
    }
}
