namespace HaiDang.Feel.Functions;

/// <summary>Numeric functions (DMN 1.5 table 76).</summary>
internal static class Numbers
{
    private const int MinScale = -6111;
    private const int MaxScale = 6176;

    /// <summary>The steps of working out a series to 34 digits.</summary>
    private const int Series = 250;

    internal static void AddTo(Library library)
    {
        Round(library, "decimal(n: number, scale: number)", Rounding.HalfEven);
        Round(library, "floor(n: number, scale?: number)", Rounding.Floor);
        Round(library, "ceiling(n: number, scale?: number)", Rounding.Ceiling);
        Round(library, "round up(n: number, scale?: number)", Rounding.Up);
        Round(library, "round down(n: number, scale?: number)", Rounding.Down);
        Round(library, "round half up(n: number, scale?: number)", Rounding.HalfUp);
        Round(library, "round half down(n: number, scale?: number)", Rounding.HalfDown);
        library.Add("abs(n: number)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0].AsNum.Sign < 0 ? FeelValue.Of(-a[0].AsNum) : a[0]);
        library.Add("abs(n: days and time duration)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(new DayTime(Int128.Abs(a[0].As<DayTime>().Nanos))));
        library.Add("abs(n: years and months duration)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(new YearMonth(Math.Abs(a[0].As<YearMonth>().Months))));
        library.Add("modulo(dividend: number, divisor: number)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            a[1].AsNum.Sign == 0 ? c.Frame.Fail(c.At, Says.DivisionByZero) : c.Number(Num.Modulo(a[0].AsNum, a[1].AsNum)));
        library.Add("sqrt(number: number)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            a[0].AsNum.Sign < 0 ? c.Refuse(a[0]) : !c.Spend(20) ? default : c.Number(Num.From(WideMath.SquareRoot(a[0].AsNum.ToWide()))));
        library.Add("log(number: number)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            a[0].AsNum.Sign <= 0 ? c.Refuse(a[0]) : !c.Spend(Series) ? default : c.Number(Num.From(WideMath.Logarithm(a[0].AsNum.ToWide()))));
        library.Add("exp(number: number)", (in Call c, ReadOnlySpan<FeelValue> a) => !c.Spend(Series) ? default : c.Number(Num.From(WideMath.Exponential(a[0].AsNum.ToWide()))));
        library.Add("odd(number: number)", (in Call c, ReadOnlySpan<FeelValue> a) => Parity(a[0].AsNum, 1));
        library.Add("even(number: number)", (in Call c, ReadOnlySpan<FeelValue> a) => Parity(a[0].AsNum, 0));
    }

    private static void Round(Library library, string signature, Rounding mode) =>
        library.Add(signature, (in Call c, ReadOnlySpan<FeelValue> a) =>
        {
            var scale = 0;
            if (a.Length > 1 && (a[1].IsNull || Strings.Whole(a[1]) is not { } wanted || (scale = wanted) is < MinScale or > MaxScale))
            {
                return c.Refuse(a[1]);
            }
            return c.Number(a[0].AsNum.Round(scale, mode));
        });

    private static FeelValue Parity(Num n, int rest) =>
        FeelValue.Of(n.IsInteger && Num.Modulo(n, 2) is { } r && r.Equals(rest));
}
