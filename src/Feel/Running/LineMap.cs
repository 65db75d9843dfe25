namespace HaiDang.Feel.Running;

/// <summary>Places in a text as line and column.</summary>
internal sealed class LineMap(string text)
{
    internal static readonly LineMap Empty = new("");

    internal (int Line, int Column) Place(int at)
    {
        at = Math.Min(at, text.Length);
        var before = text.AsSpan(0, at);
        return (before.Count('\n') + 1, at - (before.LastIndexOf('\n') + 1) + 1);
    }
}
