namespace HaiDang.Feel.Functions;

/// <summary>Conversions, negation and identity (DMN 1.5 tables 72 and 73).</summary>
internal static class Conversions
{
    internal static void AddTo(Library library)
    {
        library.Add("string(from: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0].IsNull ? default : c.Text(Writing.Text(a[0])));
        library.Add("number(from: string, grouping separator?: string, decimal separator?: string)", Number);
        library.Add("not(negand: Any)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            a[0].Kind == FeelKind.Boolean ? FeelValue.Of(!a[0].IsTrue) : a[0].IsNull ? default : c.Frame.Fail(c.At, Says.NotBoolean, a[0]));
        library.Add("is(value1: Any, value2: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(Identical(a[0], a[1])));
    }

    private static FeelValue Number(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var text = a[0].As<string>();
        var grouping = a.Length > 1 ? a[1].AsString : null;
        var point = a.Length > 2 ? a[2].AsString : null;
        if (grouping is not (null or " " or "," or ".") || (grouping is not null && grouping == point))
        {
            return call.Refuse(a[1]);
        }
        if (point is not (null or "," or "."))
        {
            return call.Refuse(a[2]);
        }
        var plain = grouping is null ? text : text.Replace(grouping, "", StringComparison.Ordinal);
        if (point == ",")
        {
            plain = plain.Contains('.') ? "" : plain.Replace(',', '.');
        }
        return Num.TryParse(plain, out var number) ? FeelValue.Of(number) : call.Refuse(a[0]);
    }

    /// <summary>Whether both are the same element of the domain: of dates and times every part counts, the zone as well.</summary>
    private static bool Identical(FeelValue a, FeelValue b) => a.Kind == b.Kind && a.Kind switch
    {
        FeelKind.Time => a.As<FeelTime>().Equals(b.As<FeelTime>()),
        FeelKind.DateTime => a.As<FeelDateTime>().Equals(b.As<FeelDateTime>()),
        _ => a.Equals(b),
    };
}
