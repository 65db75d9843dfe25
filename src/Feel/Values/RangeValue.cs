namespace HaiDang.Feel.Values;

/// <summary>
/// A range between two ends, or a comparison against one (DMN 1.5 §10.3.2.7). A comparison has one end without bound, which is
/// not the same as an end that is null.
/// </summary>
internal sealed record RangeValue(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded, RangeForm Form = RangeForm.Between)
{
    internal static RangeValue Comparison(RangeForm form, FeelValue end) => form switch
    {
        RangeForm.Less => new(default, false, end, false, form),
        RangeForm.LessOrEqual => new(default, false, end, true, form),
        RangeForm.Greater => new(end, false, default, false, form),
        RangeForm.GreaterOrEqual => new(end, true, default, false, form),
        RangeForm.NotEqual => new(end, false, end, false, form),
        _ => new(end, true, end, true, RangeForm.Equal),
    };

    internal bool HasStart => Form is not (RangeForm.Less or RangeForm.LessOrEqual);

    internal bool HasEnd => Form is not (RangeForm.Greater or RangeForm.GreaterOrEqual);

    /// <summary>Whether the value lies within; null when that cannot be told.</summary>
    internal bool? Includes(Fuel fuel, FeelValue value)
    {
        switch (Form)
        {
            case RangeForm.Equal:
                return Equality.Equal(fuel, value, Start);
            case RangeForm.NotEqual:
                return !Equality.Equal(fuel, value, Start);
        }
        bool? above = HasStart ? Above(Ordering.Compare(fuel, value, Start)) : true;
        bool? below = HasEnd ? Below(Ordering.Compare(fuel, value, End)) : true;
        return above is null || below is null ? null : above.Value && below.Value;
    }

    private bool? Above(int? order) => order is { } c ? c > 0 || (c == 0 && StartIncluded) : null;

    private bool? Below(int? order) => order is { } c ? c < 0 || (c == 0 && EndIncluded) : null;
}

/// <summary>How a range was written.</summary>
internal enum RangeForm
{
    Between,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}
