namespace HaiDang.Forms;

/// <summary>The limits that hold where a schema names none, and the limits on schemas themselves.</summary>
public static class FormLimits
{
    /// <summary>Newest schema version that is read (form-js 1.23).</summary>
    public const int SchemaVersion = 19;

    /// <summary>Longest schema, in UTF-16 units.</summary>
    public const int SchemaLength = 1_000_000;

    /// <summary>Deepest nesting of JSON in a schema.</summary>
    public const int SchemaDepth = 64;

    /// <summary>Most components in one form.</summary>
    public const int Components = 2_000;

    /// <summary>Most characters in a text field without <c>maxLength</c>.</summary>
    public const int TextField = 500;

    /// <summary>Most characters in a text area without <c>maxLength</c>.</summary>
    public const int TextArea = 10_000;

    /// <summary>Most items in a repeated group.</summary>
    public const int Items = 200;

    /// <summary>Most values in a checklist, tag list or file field.</summary>
    public const int Values = 200;

    /// <summary>Digits before the decimal point of a number; what is longer is a code, not a number.</summary>
    public const int NumberDigits = 18;

    /// <summary>How often what a page offers may call up questions that have an offer too.</summary>
    public const int OfferRounds = 5;

    /// <summary>Longest time that one <c>pattern</c> may take on one value.</summary>
    public static readonly TimeSpan Pattern = TimeSpan.FromMilliseconds(100);
}
