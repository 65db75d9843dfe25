using System.Globalization;

namespace HaiDang.Documents;

/// <summary>
/// The frame that a head describes. Keys: <c>superior</c>, <c>authority</c> (the issuing agency), <c>number</c>, <c>place</c>, <c>date</c>
/// (2026-11-22 or 22/11/2026), <c>title</c> (the kind), <c>subject</c>, <c>to</c>, <c>recipients</c>, <c>signatures</c> (items of
/// <c>authority</c>, <c>role</c>, <c>name</c>, <c>hint</c>, <c>sign</c>; one stands at the right, of two the first at the left), <c>qr</c>, <c>qr-caption</c>, <c>qr-code</c>.
/// </summary>
internal static class FrontMatterFrame
{
    private const string Caption = "Quét mã để kiểm tra văn bản";
    private const string EnglishCaption = "Scan to verify this document";

    public static OfficialFrame? Of(IReadOnlyDictionary<string, string> head, string language)
    {
        if (Text("authority") is not { } agency) return null;
        var signatures = Enumerable.Range(1, head.Count).TakeWhile(i => head.Keys.Any(k => k.StartsWith($"signatures.{i}.", StringComparison.Ordinal))).ToList();
        var right = signatures.Count > 0 ? signatures[^1] : 0;
        return new OfficialFrame
        {
            SuperiorAgency = Text("superior"),
            Agency = agency,
            Number = Text("number"),
            Place = Text("place"),
            Date = Date(Text("date")),
            Kind = Text("title"),
            Subtitle = Text("subject"),
            AddressedTo = Lines("to"),
            Recipients = Lines("recipients"),
            LeftSigner = signatures.Count > 1 ? Signer(signatures[0]) : null,
            Signer = right > 0 ? Signer(right) : null,
            ReserveSignature = right > 0 && Text($"signatures.{right}.sign") is "true" or "yes" or "có",
            Verification = Text("qr") is { } url
                ? new OfficialVerification { Url = url, Caption = Text("qr-caption") ?? (language == "en" ? EnglishCaption : Caption), Code = Text("qr-code") }
                : null,
        };

        string? Text(string key) => head.TryGetValue(key, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

        List<string> Lines(string key) => Text(key) is { } single
            ? [.. single.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : [.. Enumerable.Range(1, head.Count).Select(i => Text($"{key}.{i}")).OfType<string>()];

        OfficialSigner Signer(int index)
        {
            var role = Lines($"signatures.{index}.role");
            return new OfficialSigner
            {
                Authority = [.. Lines($"signatures.{index}.authority"), .. role.SkipLast(1)],
                Title = role.LastOrDefault(),
                Hint = Text($"signatures.{index}.hint"),
                Name = Text($"signatures.{index}.name"),
            };
        }
    }

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
