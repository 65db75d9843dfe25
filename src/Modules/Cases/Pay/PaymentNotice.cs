using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace HaiDang.Cases.Pay;

/// <summary>
/// Where the payment gateway says that money has come, with the signature of the connection <c>payment</c>. Whoever has no secret is
/// not heard. Said again, it is answered as the first time.
/// </summary>
internal static class PaymentNotice
{
    private static readonly PaymentTold Shown = new()
    {
        Case = "000.00.01.H00-260302-0001", Payment = 3, Amount = 80_000, Reference = "MP-5f0c77a1", PaidAt = "2026-03-02T08:35:10+07:00",
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Links.Api.PaymentNotice, Take)
        .Tells("tellPayment", "payments", "Báo đã nộp tiền / tell that money has come", """
            Cổng thanh toán báo một khoản đã nộp. Khóa là của kết nối payment mà người vận hành đặt, không phải mã của ứng dụng. Báo lại cùng reference không ghi lần hai. Khoản không còn phải nộp hoặc sai số tiền vẫn được ghi nhận, để trả lại. Nhận 429 hoặc 5xx thì báo lại sau.

            The payment gateway tells of one payment. The secret is that of the connection payment, which the operator sets up, no client's token. The same reference told again is not booked again. Money for which nothing is owed, or of another amount, is taken down as well, to be given back. After 429 or 5xx tell it again later.
            """, Policies.Signed, RateLimits.Signed)
        .Takes<PaymentTold>("Khoản đã nộp / the payment", Shown)
        .Gives<PaymentTaken>(200, "Đã ghi nhận, lần này hoặc từ trước / booked, now or before", new PaymentTaken { Status = CaseStatus.InProgress, Receipt = "0000001/2026" })
        .Refuses(404, 503);

    internal static async Task<IResult> Take(HttpContext http, CityStart start, CaseDesk desk, MessageDesk messages, IClock clock, CancellationToken stop)
    {
        if (start.Connections.GetValueOrDefault(Connection.Payment) is not { } gateway) return ProblemResults.Json([PayProblems.NoGateway.Now()]);
        var read = await ApiBody.Read<PaymentTold>(http,
            text => gateway.Verify(http.Request.Headers[Connection.Header], text, clock.GetCurrentInstant()) ? null : PayProblems.BadSignature.Now(), stop);
        if (!read.Is(out var told, out var refused)) return ProblemResults.Json(refused);
        if (await desk.FindByNumber(told.Case, stop) is not { } matter) return ProblemResults.Json([CaseProblems.Missing.At("case")]);
        var said = (JsonObject)JsonSerializer.SerializeToNode(told, KernelJson.Options)!;
        return (await messages.Take(matter.Id, Property.FeePaid, said, null, PaymentDesk.Gateway, stop)).Is(out var after, out var problems)
            ? Results.Json(new PaymentTaken { Status = after.Status, Receipt = after.Payments.FindLast(p => p.Reference == told.Reference)?.Receipt }, KernelJson.Options)
            : ProblemResults.Json(problems);
    }
}

internal sealed record PaymentTold
{
    [Description("Mã hồ sơ / number of the case")]
    public required string Case { get; init; }
    [Description("Khoản nào, như trong lệnh nộp; không có: khoản đúng số tiền phải nộp lâu nhất / which sum, as the order had it; absent: the one of this amount that has been owed longest")]
    public int? Payment { get; init; }
    [Description("Số tiền bằng đồng / in đồng")]
    public required long Amount { get; init; }
    [Description("Mã của cổng thanh toán, tối đa 100 ký tự / what the gateway calls the payment, at most 100 characters")]
    public required string Reference { get; init; }
    [Description("Lúc nộp, theo RFC 3339 có múi giờ; không có: lúc báo / when, as in RFC 3339 with an offset; absent: now")]
    public string? PaidAt { get; init; }
}

internal sealed record PaymentTaken
{
    [Description("Trạng thái hồ sơ sau khi ghi nhận / status of the case afterwards")]
    public required CaseStatus Status { get; init; }
    [Description("Số biên lai / number of the receipt")]
    public string? Receipt { get; init; }
}
