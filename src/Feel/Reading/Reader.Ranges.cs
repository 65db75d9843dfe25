namespace HaiDang.Feel.Reading;

internal sealed partial class Reader
{
    /// <summary>Reads a text that is nothing but a range whose ends are literals; null when it is anything else.</summary>
    internal static FeelValue? RangeOfLiterals(string text)
    {
        if (WithoutBound(text) is (var form, var literal))
        {
            return RangeOfLiterals($"[{literal}..{literal}]") is { } point && point.Is<RangeValue>(out var both)
                ? FeelValue.Of(RangeValue.Comparison(form, both.End)) : null;
        }
        var reader = new Reader(text, null);
        return reader.HoldsLiterals() && reader.ReadExpression() is Constant { Value: var value } && value.Is<RangeValue>(out var range)
            && range.Form == RangeForm.Between && Ordering.Compare(new Fuel(Fuel.OfHost), range.Start, range.End) is <= 0
            ? value
            : null;
    }

    /// <summary>The end that is written where the other, open one is left out: <c>(..2]</c>, <c>[1..)</c>; null where both are there.</summary>
    private static (RangeForm Form, string Literal)? WithoutBound(string text)
    {
        var range = text.AsSpan().Trim();
        if (range.Length < 4)
        {
            return null;
        }
        var (open, close) = (range[0], range[^1]);
        var inside = range[1..^1].Trim();
        if (open is '(' or ']' && close is ')' or ']' or '[' && inside.StartsWith(".."))
        {
            return (close == ']' ? RangeForm.LessOrEqual : RangeForm.Less, inside[2..].ToString());
        }
        return open is '(' or ']' or '[' && close is ')' or '[' && inside.EndsWith("..")
            ? (open == '[' ? RangeForm.GreaterOrEqual : RangeForm.Greater, inside[..^2].ToString())
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
