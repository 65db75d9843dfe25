using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Cases.Pay;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Messages;

/// <summary>
/// The thin shell around messages from outside: whatever door they come by, they are taken here. A message that says
/// <c>fee-paid</c> brings <c>{payment, amount, reference, paidAt}</c> and goes into the books as money.
/// </summary>
internal sealed class MessageDesk(CaseDesk desk, PaymentDesk payments, IClock clock)
{
    private const int LongestReference = 100;

    /// <param name="mark">What the sender calls the message: the same again changes nothing. Null when it has no name.</param>
    public Task<Outcome<Case>> Take(Guid id, string name, JsonObject data, string? mark, Actor who, CancellationToken stop = default)
    {
        if (name != Property.FeePaid) return desk.Do(id, new MessageArrived(name, data, mark), who, stop);
        if (Text(data, "reference") is not { Length: > 0 and <= LongestReference } reference) return Refused("reference");
        if (Whole(data, "amount") is not { } amount) return Refused("amount");
        if (data["payment"] is not null && Whole(data, "payment") is not <= int.MaxValue) return Refused("payment");
        var payment = (int?)Whole(data, "payment");
        if (Text(data, "paidAt") is not { } said) return payments.Notice(id, reference, amount, clock.GetCurrentInstant(), payment, who, stop);
        return OffsetDateTimePattern.ExtendedIso.Parse(said) is { Success: true } at ? payments.Notice(id, reference, amount, at.Value.ToInstant(), payment, who, stop) : Refused("paidAt");
    }

    private static string? Text(JsonObject data, string key) =>
        data[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static long? Whole(JsonObject data, string key) =>
        data[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? whole : null;

    private static Task<Outcome<Case>> Refused(string field) => Task.FromResult(Outcome.Refuse<Case>([PayProblems.NotUnderstood.At(field)]));
}
