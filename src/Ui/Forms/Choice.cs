using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>One answer of <c>Radios</c>, <c>Checkboxes</c> or <c>Select</c>.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Words">What it says.</param>
/// <param name="Hint">One sentence of help under it (not in a select).</param>
/// <param name="Disabled">Shown, but not to be chosen; the hint should say why.</param>
/// <param name="Also">Other words by which a long select finds it: a former name.</param>
public sealed record Choice(string Value, Text Words, Text Hint = default, bool Disabled = false, string? Also = null)
{
    /// <summary>Yes and no, posted as <c>true</c> and <c>false</c>.</summary>
    public static IReadOnlyList<Choice> YesNo => [new("true", Yes), new("false", No)];

    private static readonly LocalText Yes = new("Có", "Yes");
    private static readonly LocalText No = new("Không", "No");
}
