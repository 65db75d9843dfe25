using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>Values as people read them.</summary>
internal static class Readable
{
    public static string Of(FormNode node, FormContext? context, string language)
    {
        if (node.Field is not { } field) return "";
        if (field.Kind == FormKind.FilePicker) return Files(node, context, language);
        if (ValueShape.IsEmpty(node.Value)) return "";
        return field.Kind switch
        {
            FormKind.Checkbox => node.Value!.GetValueKind() == JsonValueKind.True ? Say(language, "Có", "Yes") : Say(language, "Không", "No"),
            FormKind.Number => ValueShape.Number(node.Value) is { } number ? Number(node, number, language) : Plain(node.Value),
            FormKind.DateTime => Moment(field.Moment!, Plain(node.Value), FormContext.OffsetOf(context)),
            FormKind.Select or FormKind.Radio => Option(node, node.Value, language),
            FormKind.Checklist or FormKind.TagList => node.Value is JsonArray many ? string.Join(", ", many.Select(one => Option(node, one, language))) : Plain(node.Value),
            _ => field.Meaning == FormMeaning.Phone || field.Rules.ValidationType == "phone" ? Phone(Plain(node.Value)) : Plain(node.Value),
        };
    }

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A value that FEEL computed, in a table.</summary>
    public static string Cell(FeelValue value, string language) =>
        value.AsBoolean is { } yes ? yes ? Say(language, "Có", "Yes") : Say(language, "Không", "No")
        : value.AsDecimal is { } number ? VietnameseNumber.Write(number, language)
        : value.AsList is { } list ? string.Join(", ", list.Select(one => Cell(one, language)))
        : value.ToText() is var text && Moments.Date(text) is { } date ? Date(date) : text;

    static string Number(FormNode node, decimal number, string language)
    {
        var written = VietnameseNumber.Write(number, language);
        if (node.Field!.Meaning == FormMeaning.Money) return written + Say(language, " đ", " VND");
        return string.Join(' ', new[] { node.Prefix(language), written, node.Suffix(language) }.Where(part => part.Length > 0));
    }

    static string Moment(FormMoment moment, string kept, TimeSpan offset) => moment.Part switch
    {
        FormMomentPart.Date => Moments.Date(kept) is { } date ? Date(date) : kept,
        FormMomentPart.Time => Moments.LocalTime(kept, offset) is { } time ? Time(time) : kept,
        _ => Moments.DateTime(kept, offset) is { } both ? $"{Time(both.Time)} {Date(both.Date)}" : kept,
    };

    static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    static string Option(FormNode node, JsonNode? value, string language) =>
        node.Options.FirstOrDefault(option => ValueShape.Same(option.Value, value))?.Label(language) ?? node.FormerLabel(value, language) ?? Plain(value);

    static string Files(FormNode node, FormContext? context, string language)
    {
        if (context?.Files?.GetValueOrDefault(node.Path) is { Count: > 0 } files) return string.Join(", ", files.Select(file => file.Name));
        var count = node.Value switch { JsonArray many => many.Count, null => 0, _ => 1 };
        return count == 0 ? "" : Say(language, $"{count} tệp", count == 1 ? "1 file" : $"{count} files");
    }

    static string Phone(string digits) => digits.Length switch
    {
        10 when digits[0] == '0' => $"{digits[..4]} {digits[4..7]} {digits[7..]}",
        11 when digits[0] == '0' => $"{digits[..4]} {digits[4..7]} {digits[7..]}",
        12 when digits.StartsWith("+84", StringComparison.Ordinal) => Phone("0" + digits[3..]),
        _ => digits,
    };

    static string Plain(JsonNode? value) => ValueShape.Text(value) ?? value?.ToJsonString() ?? "";

    static string Say(string language, string vi, string en) => language == FormLanguage.En ? en : vi;
}
