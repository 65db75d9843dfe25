namespace HaiDang.Feel.Reading;

internal sealed partial class Reader
{
    /// <summary>Reads a text that is nothing but a range whose ends are literals; null when it is anything else.</summary>
    internal static FeelValue? RangeOfLiterals(string text)
    {
        var reader = new Reader(text, null);
        return reader.HoldsLiterals() && reader.ReadExpression() is Constant { Value: var value } && value.Is<RangeValue>(out var range)
            && range.Form == RangeForm.Between && Ordering.Compare(new Fuel(Fuel.OfHost), range.Start, range.End) is <= 0
            ? value
            : null;
    }

    /// <summary>Whether all calls here are of one literal: date("…"), not date(string("…")).</summary>
    private bool HoldsLiterals()
    {
        var open = tokens.FindIndex(1, Math.Max(0, tokens.Count - 1), t => t.Is("("));
        while (open > 0)
        {
            if (tokens[open + 1].Kind != TokenKind.String)
            {
                return false;
            }
            open = tokens.FindIndex(open + 1, t => t.Is("("));
        }
        return true;
    }
}
