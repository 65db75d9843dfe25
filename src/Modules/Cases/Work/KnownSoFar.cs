using System.Text.Json;
using HaiDang.Cases.Life;
using HaiDang.Kernel;

namespace HaiDang.Cases.Work;

/// <summary>A variable of the process in words, with the reason where it has one.</summary>
internal sealed record KnownLine(LocalText Label, LocalText Value, LocalText? Reason = null);

/// <summary>
/// What the steps of a case have put together so far, for the officials who come after: the variables that the service names
/// (<c>variables</c> in service.yaml), in its order.
/// </summary>
internal static class KnownSoFar
{
    private static readonly LocalText Yes = new("Có", "Yes");
    private static readonly LocalText No = new("Không", "No");

    public static IReadOnlyList<KnownLine> Of(Case matter, ServiceDefinition service) =>
        [.. service.Variables.Select(v => (Shown: v, Value: Find(matter, v.Name))).Where(v => v.Value is not null).Select(v => Say(v.Shown, v.Value!.Value))];

    /// <summary>A called process that still runs may know better than the main one.</summary>
    private static JsonElement? Find(Case matter, string name)
    {
        foreach (var (_, instance) in matter.Processes.Reverse())
            if (instance.Variables.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) return value;
        return null;
    }

    private static KnownLine Say(ShownVariable shown, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("amount", out var amount) && amount.ValueKind == JsonValueKind.Number)
            return new(shown.Label, Wording.Money(new Money((long)amount.GetDecimal())), ReasonOf(value));
        return new(shown.Label, Words(shown, value));
    }

    private static LocalText? ReasonOf(JsonElement value) => Text(value, "reason") is { } vi ? new LocalText(vi, Text(value, "reasonEn") ?? vi) : null;

    private static string? Text(JsonElement value, string key) => value.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static LocalText Words(ShownVariable shown, JsonElement value)
    {
        var plain = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (shown.Values.GetValueOrDefault(plain) is { } said) return said;
        return value.ValueKind switch
        {
            JsonValueKind.True => Yes,
            JsonValueKind.False => No,
            JsonValueKind.Number when shown.IsMoney => Wording.Money(new Money((long)value.GetDecimal())),
            JsonValueKind.Array => Joined([.. value.EnumerateArray().Select(item => Words(shown, item))]),
            _ => new LocalText(plain, plain),
        };
    }

    private static LocalText Joined(IReadOnlyList<LocalText> parts) => new(string.Join(", ", parts.Select(p => p.Vi)), string.Join(", ", parts.Select(p => p.En)));
}
