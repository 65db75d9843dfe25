using HaiDang.Cases.Life;
using HaiDang.Kernel;

namespace HaiDang.Cases.Pay;

/// <summary>What people read of a payment.</summary>
internal static class PayWords
{
    public static readonly IReadOnlyDictionary<PaymentWay, LocalText> Ways = new Dictionary<PaymentWay, LocalText>
    {
        [PaymentWay.Cash] = new("tiền mặt", "cash"),
        [PaymentWay.Transfer] = new("chuyển khoản", "transfer"),
        [PaymentWay.Gateway] = new("trực tuyến", "online"),
    };

    /// <summary>One payment in a line.</summary>
    public static LocalText Line(Payment paid) => (paid.ToReturn
        ? new LocalText("{0}, {1}, nhận khi không còn phải nộp: cần hoàn trả", "{0}, {1}, came when nothing was owed: to be given back")
        : new LocalText("{0}, {1}, biên lai số {2}", "{0}, {1}, receipt no. {2}")).With(Wording.Money(new Money(paid.Amount)), Ways[paid.Way], paid.Receipt);
}
