using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>Turns what one field's inputs posted into its JSON value. What cannot be turned is kept as text, so that it is shown again and refused with words.</summary>
internal static class TypedValue
{
    /// <summary>The value; null with <paramref name="given"/> false when nothing of the field was posted.</summary>
    public static JsonNode? Read(
        FormField field, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, IReadOnlyList<FormOption> options, TimeSpan offset, out bool given)
    {
        given = posted.TryGetValue(path, out var values);
        switch (field.Kind)
        {
            case FormKind.Checkbox:
                return JsonValue.Create(values?.Any(value => value is "true" or "on" or "1") == true);
            case FormKind.Checklist or FormKind.TagList:
                return new JsonArray([.. (values ?? []).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Select(value => Option(value, options))]);
            case FormKind.Select or FormKind.Radio:
                return values?.LastOrDefault() is { Length: > 0 } chosen ? Option(chosen, options) : null;
            case FormKind.FilePicker:
                var files = (values ?? []).Where(value => value.Length > 0).Select(value => (JsonNode?)CleanText.Typed(value, lines: false)).ToArray();
                return files.Length == 0 ? null : new JsonArray(files);
            case FormKind.DateTime:
                return Moment(field.Moment!, path, posted, offset, out given) is { } moment ? JsonValue.Create(moment) : null;
            case FormKind.Number:
                var typed = CleanText.Typed(values?.FirstOrDefault() ?? "", lines: false);
                if (typed.Length == 0) return null;
                if (VietnameseNumber.Read(typed) is not { } number) return JsonValue.Create(typed);
                return field.NumberAsText ? JsonValue.Create(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) : JsonValue.Create(number);
            default:
                return JsonValue.Create(Meanings.Tidy(field, CleanText.Typed(values?.FirstOrDefault() ?? "", lines: field.Kind == FormKind.TextArea)));
        }
    }

    static JsonNode Option(string posted, IReadOnlyList<FormOption> options)
    {
        var normal = CleanText.Normal(posted);
        return options.FirstOrDefault(option => option.Posted == normal)?.Value.DeepClone() ?? JsonValue.Create(CleanText.Typed(posted, lines: false));
    }

    static string? Moment(FormMoment moment, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, TimeSpan offset, out bool given)
    {
        var found = false;
        var (day, month, year, time) = (Part(".day"), Part(".month"), Part(".year"), Part(".time"));
        var whole = Part("");
        if (!posted.ContainsKey(path + ".time") && (Part(".hour"), Part(".minute")) is ({ Length: > 0 } hour, var minute))
            time = $"{hour}:{(minute.Length == 1 ? "0" : "")}{minute}";
        given = found;
        var typedDate = day.Length + month.Length + year.Length > 0 ? $"{day}/{month}/{year}" : "";
        switch (moment.Part)
        {
            case FormMomentPart.Time:
                var clock = time.Length > 0 ? time : whole;
                return clock.Length == 0 ? null : Moments.TypedTime(clock) is { } only ? Moments.Keep(only, moment.TimeFormat, offset) : clock;
            case FormMomentPart.Date:
                var text = typedDate.Length > 0 ? typedDate : whole;
                return text.Length == 0 ? null : Moments.TypedDate(text) is { } date ? Moments.Keep(date) : text;
            default:
                if (typedDate.Length == 0 && whole.Split('T', ' ') is [var first, var second]) (typedDate, time) = (first, second);
                else if (typedDate.Length == 0) typedDate = whole;
                if (typedDate.Length + time.Length == 0) return null;
                return Moments.TypedDate(typedDate) is { } onDay && Moments.TypedTime(time) is { } at
                    ? Moments.Keep(onDay, at, moment.TimeFormat, offset) : $"{(typedDate.Length == 0 ? "//" : typedDate)} {time}";
        }

        string Part(string suffix)
        {
            if (!posted.TryGetValue(path + suffix, out var values)) return "";
            found = true;
            return CleanText.Typed(values.FirstOrDefault() ?? "", lines: false);
        }
    }
}
