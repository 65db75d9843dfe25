using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>
/// A text of a form in Vietnamese and, where the texts of the form give one, in English. Either may hold FEEL:
/// the whole as <c>=expression</c>, or parts as form-js's templates do (<c>{{expression}}</c>, <c>{{#if}}</c>, <c>{{#loop}}</c>).
/// </summary>
public sealed class FormText
{
    readonly FormTemplate? _vi;
    readonly FormTemplate? _en;

    internal FormText(FormTemplate? vi, FormTemplate? en = null) => (_vi, _en) = (vi, en);

    /// <summary>No text.</summary>
    public static FormText Empty { get; } = new(null);

    /// <summary>The Vietnamese text as written in the schema, with its FEEL; empty when there is none.</summary>
    public string Vi => _vi?.Source ?? "";

    /// <summary>The English text as written in the pack's texts, with its FEEL; null when there is none.</summary>
    public string? En => _en?.Source;

    /// <summary>Whether there is no Vietnamese text.</summary>
    public bool IsEmpty => Vi.Length == 0;

    /// <summary>Whether the Vietnamese text must be evaluated.</summary>
    public bool HasFeel => _vi is { IsPlain: false };

    /// <summary>The names that the FEEL in it takes from the answers, as paths.</summary>
    public IReadOnlyList<string> Names => [.. (_vi?.Names ?? []).Concat(_en?.Names ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The text in a language (<c>en</c> for English, all else Vietnamese); Vietnamese stands in for a missing English one.</summary>
    /// <param name="notes">Takes why a value in it is null.</param>
    internal string In(string language, FeelScope scope, Func<string, string>? escape = null, ICollection<FeelDiagnostic>? notes = null) =>
        (language == FormLanguage.En && _en is not null ? _en : _vi)?.Render(scope, escape, notes) ?? "";

    internal FormText WithEnglish(FormTemplate en) => new(_vi, en);

    /// <inheritdoc cref="Vi"/>
    public override string ToString() => Vi;
}

/// <summary>The languages of a form's texts.</summary>
public static class FormLanguage
{
    /// <summary>Vietnamese.</summary>
    public const string Vi = "vi";

    /// <summary>English.</summary>
    public const string En = "en";
}
