using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HaiDang.Forms.Checking;

/// <summary>Checks visible fields; the first thing wrong with each is told.</summary>
internal static class Validator
{
    public static IReadOnlyList<FormProblem> Check(FormView view, FormContext context, string? pageId)
    {
        var problems = new List<FormProblem>();
        foreach (var page in view.Pages.Where(page => pageId is null || page.Id == pageId))
            foreach (var node in FormPageView.Flatten(page.Nodes))
                if (Find(node, context) is { } finding)
                    problems.Add(Own(node, finding, page.Id));
        return problems;
    }

    /// <summary>The field's own words, where it has some, in place of the general ones.</summary>
    static FormProblem Own(FormNode node, Finding finding, string pageId)
    {
        var (vi, en) = (finding.Vi, finding.En);
        if (node.Field is { Error.IsEmpty: false } field)
        {
            vi = node.OwnError(FormLanguage.Vi);
            if (field.Error.En is not null) en = node.OwnError(FormLanguage.En);
        }
        return new(node.Path, finding.Code, vi, en, pageId);
    }

    static Finding? Find(FormNode node, FormContext context)
    {
        if (node.Component is FormGroup { IsList: true }) return node.Items.Count > FormLimits.Items ? Sentences.TooMany(node, FormLimits.Items) : null;
        if (node.Field is not { Disabled: false } field) return null;
        if (field.Kind == FormKind.FilePicker && context.Files is not null) return Files(node, context);
        if (Unreadable(node.Value)) return Sentences.Unreadable(node);
        if (ValueShape.IsEmpty(node.Value) || (field.Kind == FormKind.Checkbox && node.Value is JsonValue box && box.TryGetValue<bool>(out var ticked) && !ticked))
            return field.Rules.Required ? Sentences.Required(node) : null;
        if (!ValueShape.Fits(field, node.Value)) return field.Kind == FormKind.Number ? Sentences.NotANumber(node) : Sentences.WrongType(node);
        return Shape(node, field, context) ?? (node.FailsCheck ? Sentences.Check(node) : null);
    }

    static Finding? Shape(FormNode node, FormField field, FormContext context) =>
        field.Kind switch
        {
            FormKind.TextField or FormKind.TextArea => Text(node, ValueShape.Text(node.Value)!),
            FormKind.Number => Number(node, ValueShape.Number(node.Value)!.Value),
            FormKind.DateTime => Moment(node, ValueShape.Text(node.Value)!, context),
            FormKind.Select or FormKind.Radio => IsOption(node, node.Value) ? null : Sentences.NotAnOption(node),
            FormKind.Checklist or FormKind.TagList => Many(node, (JsonArray)node.Value!),
            _ => null,
        };

    static bool Unreadable(JsonNode? value) => value switch
    {
        JsonObject inner => inner.Any(pair => CleanText.HasUnreadable(pair.Key) || Unreadable(pair.Value)),
        JsonArray list => list.Any(Unreadable),
        _ => ValueShape.Text(value) is { } text && CleanText.HasUnreadable(text),
    };

    static Finding? Text(FormNode node, string text)
    {
        var rules = node.Field!.Rules;
        var length = text.Trim().Length;
        if (node.MaxLength is { } most && length > most) return Sentences.TooLong(node, most, length);
        if (Meanings.Check(node, text) is { } finding) return finding;
        if (rules.ValidationType == "email" && !Meanings.IsEmail(text)) return Sentences.Email(node);
        if (rules.ValidationType == "phone" && !Meanings.IsPhoneWithCountry(text)) return Sentences.Phone(node, withCountry: true);
        if (node.MinLength is { } least && length < least) return Sentences.TooShort(node, least);
        return rules.Regex is { } regex && !Matches(regex, text) ? Sentences.Pattern(node) : null;
    }

    /// <summary>A pattern that takes too long counts as not matched: nothing passes unchecked.</summary>
    static bool Matches(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    static Finding? Number(FormNode node, decimal number)
    {
        var rules = node.Field!.Rules;
        if (Math.Abs(number) >= Limit) return Sentences.TooGreat(node, Limit - 1);
        if (rules.DecimalDigits is { } digits && Math.Round(number, digits) != number) return Sentences.Decimals(node, digits);
        if (node.Min is { } min && number < min) return Sentences.TooSmall(node, min);
        if (node.Max is { } max && number > max) return Sentences.TooGreat(node, max);
        if (rules.Step is { } step && number % step is var rest && rest != 0) return Sentences.Step(node, number - rest, number - rest + (rest < 0 ? -step : step));
        return null;
    }

    static readonly decimal Limit = (decimal)Math.Pow(10, FormLimits.NumberDigits);

    static Finding? Moment(FormNode node, string kept, FormContext context)
    {
        var moment = node.Field!.Moment!;
        DateOnly? date = null;
        switch (moment.Part)
        {
            case FormMomentPart.Time:
                return Moments.Time(kept) is null ? Sentences.NotATime(node) : null;
            case FormMomentPart.Date:
                date = Moments.Date(kept);
                break;
            default:
                date = Moments.DateTime(kept, context.Now.Offset)?.Date;
                if (date is null && Moments.TypedDate(kept.Split(' ', 'T')[0]) is not null) return Sentences.NotATime(node);
                break;
        }
        if (date is null) return Sentences.NotADate(node);
        if (date < context.Today && (moment.DisallowPassed || node.Field.Meaning == FormMeaning.FutureDate)) return Sentences.DatePassed(node, context.Today);
        return date > context.Today && node.Field.Meaning == FormMeaning.PastDate ? Sentences.DateAhead(node, context.Today) : null;
    }

    static Finding? Many(FormNode node, JsonArray values)
    {
        if (values.Count > FormLimits.Values) return Sentences.TooMany(node, FormLimits.Values);
        return values.All(value => IsOption(node, value)) ? null : Sentences.NotAnOption(node);
    }

    static bool IsOption(FormNode node, JsonNode? value) => node.Options.Any(option => ValueShape.Same(option.Value, value));

    static Finding? Files(FormNode node, FormContext context)
    {
        var files = context.Files!.GetValueOrDefault(node.Path) ?? [];
        if (files.Count == 0) return node.Field!.Rules.Required ? Sentences.Required(node) : null;
        if (files.Count > (node.IsMultiple ? FormLimits.Values : 1)) return Sentences.TooMany(node, node.IsMultiple ? FormLimits.Values : 1);
        var accept = node.Accept;
        return files.FirstOrDefault(file => !FileKinds.Takes(accept, file)) is { } wrong ? Sentences.FileKind(node, wrong, accept) : null;
    }
}
