namespace HaiDang.Forms;

/// <summary>The custom properties (<c>properties</c> of a component) that mean something here.</summary>
public static class FormProperty
{
    /// <summary>What the answer means: one of <see cref="FormMeaning"/>.</summary>
    public const string Kind = "haidang:kind";

    /// <summary>The field's own error text; may hold FEEL as labels do.</summary>
    public const string Error = "haidang:error";

    /// <summary>FEEL that must not give false for an answer to be accepted.</summary>
    public const string Check = "haidang:check";

    /// <summary>FEEL that offers an answer before the person gave one.</summary>
    public const string Prefill = "haidang:prefill";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Kind, Error, Check, Prefill];
}
