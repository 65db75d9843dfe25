namespace HaiDang.Feel.Reading;

internal sealed partial class Reader
{
    /// <summary>Reads a text that is nothing but a range whose ends are literals; null when it is anything else.</summary>
    internal static FeelValue? RangeOfLiterals(string text)
    {
        var reader = new Reader(text, null);
        return reader.ReadExpression() is Constant { Value: { Kind: FeelKind.Range } range } && reader.free.Count == 0 ? range : null;
    }
}
