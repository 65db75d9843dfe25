namespace HaiDang.Documents.Fonts;

/// <summary>The blanks that justification stretches.</summary>
internal static class Blank
{
    /// <summary>The blank that never ends a line.</summary>
    public const char NoBreak = '\u00A0';

    public static bool Stretches(int codePoint) => codePoint is ' ' or NoBreak;
}
