using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Forms;
using HaiDang.Kernel;

namespace HaiDang.Cases.Catalogue;

/// <summary>
/// What a service may cost, before anything is answered: its real table asked once for each choice that the form offers.
/// </summary>
internal static class FeeRange
{
    private static readonly LocalText Free = new("Không mất phí", "Free");
    private static readonly LocalText Between = new("{0} đến {1}, tùy trường hợp", "{0} to {1}, as the case may be");
    private static readonly LocalText From = new("Từ {0}", "From {0}");
    private static readonly LocalText FreeMostly = new("Không mất phí, trừ một số trường hợp", "Free but for some cases");

    /// <summary>What a service may cost, in words; and whether these name one sum, so that only the table knows of a lower one.</summary>
    public static (LocalText Words, bool OneSum) Of(ServiceDefinition service)
    {
        if (service.FeeDecision is null) return (Free, false);
        var usual = new JsonObject();
        foreach (var field in service.Form.Fields.Values)
            if (Choices(field) is [var first, ..]) usual[field.Key] = first.DeepClone();
        var amounts = new List<long> { service.FeeOf(new(usual)).Amount };
        if (service.Channels.Contains("counter")) amounts.Add(service.FeeOf(new(usual, Channel.Counter)).Amount);
        var byNumber = false;
        foreach (var field in service.Form.Fields.Values)
            foreach (var choice in Choices(field).Skip(1))
            {
                var answers = (JsonObject)usual.DeepClone();
                answers[field.Key] = choice.DeepClone();
                var amount = service.FeeOf(new(answers)).Amount;
                byNumber |= field.Kind == FormKind.Number && amount != amounts[0];
                if (field.Kind != FormKind.Number) amounts.Add(amount);
            }
        var (least, most) = (Wording.Money(new Money(amounts.Min())), Wording.Money(new Money(amounts.Max())));
        if (byNumber) return (amounts.Min() == 0 ? FreeMostly : From.With(least), false);
        if (amounts.Max() == 0) return (Free, false);
        return amounts.Min() == amounts.Max() ? (least, true) : (Between.With(least, most), false);
    }

    private static IReadOnlyList<JsonNode> Choices(FormField field) => field.Kind == FormKind.Number
        ? [JsonValue.Create(Least(field)), JsonValue.Create(Least(field) + 1)]
        : [.. (field.Options?.Static ?? []).Select(o => o.Value)];

    private static decimal Least(FormField field) => field.Rules.Min?.Value ?? 1;
}
