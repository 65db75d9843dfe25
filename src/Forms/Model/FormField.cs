using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>A component that holds a value. Immutable.</summary>
public sealed record FormField : FormComponent
{
    /// <summary>Its key within the enclosing group or item, dots included.</summary>
    public required string Key { get; init; }

    /// <summary>Shown but never taken from people; as in form-js it is neither checked nor part of what is submitted.</summary>
    public bool Disabled { get; init; }

    /// <summary>Shown and submitted, but not to be changed by people.</summary>
    public FormFlag ReadOnly { get; init; } = FormFlag.No;

    /// <summary>The value before anybody answered; null: the kind's own empty value.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>What makes an answer acceptable.</summary>
    public FormRules Rules { get; init; } = new();

    /// <summary>
    /// What the answer means (<c>haidang:kind</c>, see <see cref="FormMeaning"/>), or null. Some meanings bring rules of their own.
    /// </summary>
    public string? Meaning { get; init; }

    /// <summary>The field's own error text in place of the general ones (<c>haidang:error</c>).</summary>
    public FormText Error { get; init; } = FormText.Empty;

    /// <summary>What offers an answer before the person gave one (<c>haidang:prefill</c>, FEEL), or null. See <see cref="Form.Prefill"/>.</summary>
    public FeelExpression? Prefill { get; init; }

    /// <summary>Where options come from, for kinds that have them; else null.</summary>
    public FormOptions? Options { get; init; }

    /// <summary>What a date-time field asks for; null for other kinds.</summary>
    public FormMoment? Moment { get; init; }

    /// <summary>How a file field takes files; null for other kinds.</summary>
    public FormFiles? Files { get; init; }

    /// <summary>What computes the value of an expression field; null for other kinds.</summary>
    public FeelExpression? Expression { get; init; }

    /// <summary>Whether the number is kept as a string (form-js's <c>serializeToString</c>).</summary>
    public bool NumberAsText { get; init; }

    /// <summary>Words before the input, for example a unit.</summary>
    public FormText Prefix { get; init; } = FormText.Empty;

    /// <summary>Words after the input, for example a unit.</summary>
    public FormText Suffix { get; init; } = FormText.Empty;

    /// <summary>Whether the value is a list of values.</summary>
    public bool IsMany => Kind is FormKind.Checklist or FormKind.TagList or FormKind.FilePicker;
}

/// <summary>What makes an answer acceptable (form-js's <c>validate</c>, and the number rules that stand beside it).</summary>
public sealed record FormRules
{
    /// <summary>Whether an answer must be given; for a checkbox, whether it must be ticked.</summary>
    public bool Required { get; init; }

    /// <summary>Fewest characters, counted in UTF-16 units without surrounding blanks.</summary>
    public FormNumber? MinLength { get; init; }

    /// <summary>Most characters, counted likewise; <see cref="FormLimits"/> stands in where there is none.</summary>
    public FormNumber? MaxLength { get; init; }

    /// <summary>Smallest number, inclusive.</summary>
    public FormNumber? Min { get; init; }

    /// <summary>Greatest number, inclusive.</summary>
    public FormNumber? Max { get; init; }

    /// <summary>A JavaScript regular expression that must match somewhere in the text.</summary>
    public string? Pattern { get; init; }

    /// <summary>The schema's own words for a text that does not match.</summary>
    public string? PatternError { get; init; }

    /// <summary><c>email</c>, <c>phone</c> (with country code), or null.</summary>
    public string? ValidationType { get; init; }

    /// <summary>Most decimal digits of a number, or null.</summary>
    public int? DecimalDigits { get; init; }

    /// <summary>A number must be a multiple of this, or null.</summary>
    public decimal? Step { get; init; }

    /// <summary>FEEL that must not give false for the answers (<c>haidang:check</c>), or null.</summary>
    public FeelExpression? Check { get; init; }

    internal Regex? Regex { get; init; }
}

/// <summary>What a date-time field asks for.</summary>
/// <param name="Part">Date, time, or both.</param>
/// <param name="TimeFormat">How a time is kept: <c>no_timezone</c>, <c>utc_offset</c> or <c>utc_normalized</c>.</param>
/// <param name="TimeInterval">Minutes between offered times.</param>
/// <param name="DisallowPassed">Whether a date before today is refused.</param>
public sealed record FormMoment(FormMomentPart Part, string TimeFormat, int TimeInterval, bool DisallowPassed);

/// <summary>The parts of a moment that a field asks for.</summary>
public enum FormMomentPart
{
    /// <summary>A calendar date, kept as <c>2026-11-22</c>.</summary>
    Date,
    /// <summary>A time of day, kept as <c>14:32</c> with the offset that the field asks for.</summary>
    Time,
    /// <summary>Both, kept as <c>2026-11-22T14:32</c> with the offset that the field asks for.</summary>
    DateTime,
}

/// <summary>How a file field takes files.</summary>
/// <param name="Multiple">Whether more than one may be given.</param>
/// <param name="MultipleExpression">What computes <paramref name="Multiple"/>, or null; anything but true counts as no.</param>
/// <param name="Accept">Extensions (<c>.pdf</c>) and media types (<c>image/*</c>) that are taken; empty: all.</param>
/// <param name="AcceptExpression">What computes <paramref name="Accept"/>, or null.</param>
public sealed record FormFiles(bool Multiple, FeelExpression? MultipleExpression, IReadOnlyList<string> Accept, FeelExpression? AcceptExpression);

/// <summary>Where the options of a field come from: exactly one of the three is not null.</summary>
/// <param name="Static">Options in the schema.</param>
/// <param name="ListName">Name of a code list that the host passes in (form-js's <c>valuesKey</c>).</param>
/// <param name="Expression">FEEL that gives a list (form-js's <c>valuesExpression</c>).</param>
public sealed record FormOptions(IReadOnlyList<FormOption>? Static, string? ListName, FeelExpression? Expression);

/// <summary>One option.</summary>
/// <param name="Value">The value that is kept: a string, number, boolean or object.</param>
/// <param name="Vi">What people read, in Vietnamese.</param>
/// <param name="En">The same in English, or null where no text gives it.</param>
public sealed record FormOption(JsonNode Value, string Vi, string? En = null)
{
    /// <summary>The text that stands for the value in HTML.</summary>
    public string Posted => Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : Value.ToJsonString();

    /// <summary>What people read in a language.</summary>
    public string Label(string language) => language == FormLanguage.En && En is not null ? En : Vi;
}
