using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HaiDang.Forms.Reading;

/// <summary>Reads components that hold a value.</summary>
internal static class FieldReader
{
    public static FormField Read(Attributes attributes, string id, FormKind kind, IReadOnlyList<string> local, string parentPath)
    {
        var properties = attributes.Inner("properties");
        var appearance = attributes.Inner("appearance");
        var field = new FormField
        {
            Id = id,
            Kind = kind,
            Key = string.Join('.', local),
            LocalPath = local,
            KeyPath = ComponentReader.Join(parentPath, local),
            Disabled = attributes.Bool("disabled"),
            ReadOnly = attributes.FlagOrCondition("readonly"),
            Rules = Rules(attributes, kind),
            Meaning = properties is null ? null : Meaning(properties),
            Error = properties?.Text(FormProperty.Error) ?? FormText.Empty,
            Prefill = properties?.BareFeel(FormProperty.Prefill),
            NumberAsText = attributes.Bool("serializeToString"),
            Prefix = appearance?.Text("prefixAdorner") ?? FormText.Empty,
            Suffix = appearance?.Text("suffixAdorner") ?? FormText.Empty,
            Moment = kind == FormKind.DateTime ? Moment(attributes) : null,
            Files = kind == FormKind.FilePicker ? Files(attributes) : null,
            Options = kind is FormKind.Select or FormKind.Radio or FormKind.Checklist or FormKind.TagList ? OptionsReader.Read(attributes) : null,
            Expression = kind == FormKind.Expression ? Computed(attributes) : null,
        };
        if (kind != FormKind.Expression && new[] { "label", "dateLabel", "timeLabel" }.All(name => attributes.Raw(name) is not LocatedString { Value.Length: > 0 }))
            attributes.Notes.Warning(attributes.Node.Offset, id, "form.label-missing",
                "Ô nhập chưa có nhãn; người dùng trình đọc màn hình sẽ không biết phải trả lời gì.",
                "The field has no label; people who use a screen reader will not know what to answer.");
        return field with { Default = Default(attributes, field) };
    }

    static FormRules Rules(Attributes attributes, FormKind kind)
    {
        var rules = attributes.Inner("validate");
        var result = new FormRules
        {
            Check = attributes.Inner("properties")?.BareFeel(FormProperty.Check),
            DecimalDigits = kind == FormKind.Number ? attributes.Whole("decimalDigits", 0, 28) : null,
            Step = kind == FormKind.Number ? Step(attributes) : null,
        };
        if (rules is null) return result;
        var pattern = rules.String("pattern") is { Length: > 0 } text ? text : null;
        return result with
        {
            Required = rules.Bool("required"),
            MinLength = rules.NumberOrFeel("minLength"),
            MaxLength = rules.NumberOrFeel("maxLength"),
            Min = rules.NumberOrFeel("min"),
            Max = rules.NumberOrFeel("max"),
            Pattern = pattern,
            PatternError = rules.String("patternErrorMessage") is { Length: > 0 } words ? CleanText.Normal(words) : null,
            Regex = pattern is null ? null : Regex(rules, pattern),
            ValidationType = ValidationType(rules),
        };
    }

    static decimal? Step(Attributes attributes)
    {
        if (attributes.Number("increment") is not { } step) return null;
        if (step > 0) return step;
        attributes.Wrong<string>("increment", "một số lớn hơn 0", "a number greater than 0");
        return null;
    }

    static string? ValidationType(Attributes rules)
    {
        var type = rules.String("validationType");
        if (type is "" or "custom") return null;
        if (type is not (null or "email" or "phone"))
            rules.Wrong<string>("validationType", "\"email\", \"phone\" hoặc \"custom\"", "\"email\", \"phone\" or \"custom\"");
        return type;
    }

    /// <summary>form-js runs the pattern as a JavaScript expression; .NET's ECMAScript mode gives \d, \w and \s the same narrow meaning.</summary>
    static Regex? Regex(Attributes rules, string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.ECMAScript | RegexOptions.CultureInvariant, FormLimits.Pattern);
        }
        catch (ArgumentException first)
        {
            try
            {
                return new(pattern, RegexOptions.CultureInvariant, FormLimits.Pattern);
            }
            catch (ArgumentException)
            {
                rules.Notes.Error(rules.At("pattern"), rules.Component, "form.pattern",
                    $"Mẫu \"{pattern}\" không đọc được: {first.Message}", $"The pattern \"{pattern}\" cannot be read: {first.Message}");
                return null;
            }
        }
    }

    static string? Meaning(Attributes properties)
    {
        var meaning = properties.String(FormProperty.Kind);
        if (meaning is null || FormMeaning.All.Contains(meaning)) return meaning;
        properties.Notes.Error(properties.At(FormProperty.Kind), properties.Component, "form.unknown-kind",
            $"\"haidang:kind\" không có giá trị \"{meaning}\"; có: {string.Join(", ", FormMeaning.All)}.",
            $"\"haidang:kind\" has no value \"{meaning}\"; it may be {string.Join(", ", FormMeaning.All)}.");
        return null;
    }

    static FormMoment Moment(Attributes attributes)
    {
        var part = attributes.String("subtype") switch
        {
            null or "date" => FormMomentPart.Date,
            "time" => FormMomentPart.Time,
            "datetime" => FormMomentPart.DateTime,
            _ => Wrong(),
        };
        var format = attributes.String("timeSerializingFormat") ?? "no_timezone";
        if (format is not ("no_timezone" or "utc_offset" or "utc_normalized"))
            attributes.Wrong<string>("timeSerializingFormat", "\"no_timezone\", \"utc_offset\" hoặc \"utc_normalized\"", "\"no_timezone\", \"utc_offset\" or \"utc_normalized\"");
        return new(part, format, attributes.Whole("timeInterval", 1, 1440) ?? 15, attributes.Bool("disallowPassedDates"));

        FormMomentPart Wrong()
        {
            attributes.Wrong<string>("subtype", "\"date\", \"time\" hoặc \"datetime\"", "\"date\", \"time\" or \"datetime\"");
            return FormMomentPart.Date;
        }
    }

    static FormFiles Files(Attributes attributes)
    {
        var (accept, multiple) = (attributes.String("accept") ?? "", attributes.Raw("multiple") is LocatedString text && text.Value.StartsWith('='));
        return new(
            !multiple && attributes.Bool("multiple"), multiple ? attributes.Feel("multiple") : null,
            accept.StartsWith('=') ? [] : FileKinds.Split(accept), accept.StartsWith('=') ? attributes.Feel("accept") : null);
    }

    static Feel.FeelExpression? Computed(Attributes attributes)
    {
        if (attributes.Raw("expression") is null)
            attributes.Notes.Error(attributes.Node.Offset, attributes.Component, "form.feel", "Thiếu \"expression\".", "\"expression\" is missing.");
        return attributes.Feel("expression");
    }

    static JsonNode? Default(Attributes attributes, FormField field)
    {
        if (attributes.Raw("defaultValue") is not { } raw) return null;
        var value = Normal(raw.ToNode());
        if (ValueShape.Fits(field, value)) return value;
        attributes.Notes.Error(attributes.At("defaultValue"), field.Id, "form.default-value",
            "Giá trị mặc định không hợp loại của ô nhập.", "The default value does not suit the kind of field.");
        return null;
    }

    static JsonNode? Normal(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? JsonValue.Create(CleanText.Normal(text)) : node;
}
