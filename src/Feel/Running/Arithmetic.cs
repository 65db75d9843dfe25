using System.Numerics;

namespace HaiDang.Feel.Running;

/// <summary>A chain of operations of one rank, from left to right: a − b + c. Long chains stay flat.</summary>
internal sealed class Chain(Node first, (char Sign, Node Operand)[] rest) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var value = first.Eval(f);
        foreach (var (sign, operand) in rest)
        {
            value = Arithmetic.Apply(f, operand.At, sign, value, operand.Eval(f));
        }
        return value;
    }
}

internal sealed class Negation(Node operand) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var value = operand.Eval(f);
        return value.Kind switch
        {
            FeelKind.Null => default,
            FeelKind.Number => FeelValue.Of(-value.AsNum),
            FeelKind.DaysAndTimeDuration => FeelValue.Of(new DayTime(-value.As<DayTime>().Nanos)),
            FeelKind.YearsAndMonthsDuration => FeelValue.Of(new YearMonth(-value.As<YearMonth>().Months)),
            _ => f.Fail(At, Says.BadOperands, "-", "0", value),
        };
    }
}

/// <summary>Addition, subtraction, multiplication, division and powers (DMN 1.5 tables 56 to 60).</summary>
internal static class Arithmetic
{
    /// <summary>The result of an operation; <paramref name="sign"/> is one of + - * / ^.</summary>
    internal static FeelValue Apply(Frame f, int at, char sign, FeelValue a, FeelValue b)
    {
        if (a.IsNull || b.IsNull)
        {
            return default;
        }
        if (a.Kind == FeelKind.Number && b.Kind == FeelKind.Number)
        {
            if (sign == '^' && !f.Spend(at, b.AsNum.IsInteger ? 10 : 500))
            {
                return default;
            }
            var result = sign switch
            {
                '+' => Num.Add(a.AsNum, b.AsNum),
                '-' => Num.Subtract(a.AsNum, b.AsNum),
                '*' => Num.Multiply(a.AsNum, b.AsNum),
                '/' => Num.Divide(a.AsNum, b.AsNum),
                _ => Num.Power(a.AsNum, b.AsNum),
            };
            return result is { } n ? FeelValue.Of(n)
                : sign == '/' && b.AsNum.Sign == 0 ? f.Fail(at, Says.DivisionByZero)
                : f.Fail(at, Says.OutOfRange);
        }
        var (defined, value) = sign switch
        {
            '+' => Add(f, at, a, b),
            '-' => Subtract(a, b),
            '*' => a.Kind == FeelKind.Number ? Multiply(b, a.AsNum) : b.Kind == FeelKind.Number ? Multiply(a, b.AsNum) : default,
            '/' => Divide(a, b),
            _ => default,
        };
        return !defined ? f.Fail(at, Says.BadOperands, sign == '^' ? "**" : sign.ToString(), a, b)
            : value.IsNull ? f.Fail(at, Says.OutOfRange)
            : value;
    }

    private static (bool, FeelValue) Add(Frame f, int at, FeelValue a, FeelValue b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.String, FeelKind.String) => (true, Join(f, at, a.As<string>(), b.As<string>())),
        (_, FeelKind.DaysAndTimeDuration) => Shift(a, b.As<DayTime>().Nanos),
        (_, FeelKind.YearsAndMonthsDuration) => Shift(a, b.As<YearMonth>()),
        (FeelKind.DaysAndTimeDuration, _) => Shift(b, a.As<DayTime>().Nanos),
        (FeelKind.YearsAndMonthsDuration, _) => Shift(b, a.As<YearMonth>()),
        _ => default,
    };

    private static FeelValue Join(Frame f, int at, string a, string b)
    {
        if (a.Length + b.Length > f.Limits.StringLength)
        {
            return f.Fail(at, Says.TooLongString, f.Limits.StringLength);
        }
        return f.Spend(at, (a.Length + b.Length) / 64) ? FeelValue.Of(a + b) : default;
    }

    private static (bool, FeelValue) Subtract(FeelValue a, FeelValue b)
    {
        switch (b.Kind)
        {
            case FeelKind.DaysAndTimeDuration:
                return Shift(a, -b.As<DayTime>().Nanos);
            case FeelKind.YearsAndMonthsDuration:
                return Shift(a, new YearMonth(-b.As<YearMonth>().Months));
            case FeelKind.Time when a.Kind == FeelKind.Time:
                var (t, u) = (a.As<FeelTime>(), b.As<FeelTime>());
                return t.Zone is null == u.Zone is null ? (true, FeelValue.Of(new DayTime(t.UtcNanos - u.UtcNanos))) : default;
            case FeelKind.Date or FeelKind.DateTime when a.Kind is FeelKind.Date or FeelKind.DateTime:
                var (d, e) = (Moment(a), Moment(b));
                // a date is midnight UTC, so it goes only with a date and time that has an offset
                return d.Zone is null != e.Zone is null
                    ? default
                    : (true, FeelValue.Of(DayTime.Of(d.UtcNanos() - e.UtcNanos())));
            default:
                return default;
        }
    }

    internal static FeelDateTime Moment(FeelValue value) =>
        value.Is<FeelDate>(out var date) ? FeelDateTime.Midnight(date) : value.As<FeelDateTime>();

    private static (bool, FeelValue) Shift(FeelValue value, Int128 nanos) => value.Kind switch
    {
        FeelKind.DaysAndTimeDuration => (true, FeelValue.Of(DayTime.Of(value.As<DayTime>().Nanos + nanos))),
        FeelKind.Time => (true, FeelValue.Of(value.As<FeelTime>().Add(nanos))),
        FeelKind.DateTime => (true, FeelValue.Of(value.As<FeelDateTime>().Add(nanos))),
        FeelKind.Date => (true, FeelValue.Of(FeelDateTime.Midnight(value.As<FeelDate>()).Add(nanos)?.Date)),
        _ => default,
    };

    private static (bool, FeelValue) Shift(FeelValue value, YearMonth by) => value.Kind switch
    {
        FeelKind.YearsAndMonthsDuration => (true, FeelValue.Of(YearMonth.Of((Int128)value.As<YearMonth>().Months + by.Months))),
        FeelKind.Date => (true, FeelValue.Of(value.As<FeelDate>().AddMonths(by.Months))),
        FeelKind.DateTime => (true, FeelValue.Of(value.As<FeelDateTime>().AddMonths(by.Months))),
        _ => default,
    };

    private static (bool, FeelValue) Multiply(FeelValue a, Num by) => a.Kind switch
    {
        FeelKind.DaysAndTimeDuration => (true, FeelValue.Of(DayTime.FromSeconds(Num.Multiply(a.As<DayTime>().TotalSeconds, by)))),
        FeelKind.YearsAndMonthsDuration => (true, FeelValue.Of(YearMonth.FromMonths(Num.Multiply(a.As<YearMonth>().Months, by)))),
        _ => default,
    };

    private static (bool, FeelValue) Divide(FeelValue a, FeelValue b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.DaysAndTimeDuration, FeelKind.Number) =>
            (true, FeelValue.Of(DayTime.FromSeconds(Num.Divide(a.As<DayTime>().TotalSeconds, b.AsNum)))),
        (FeelKind.YearsAndMonthsDuration, FeelKind.Number) =>
            (true, FeelValue.Of(YearMonth.FromMonths(Num.Divide(a.As<YearMonth>().Months, b.AsNum)))),
        (FeelKind.DaysAndTimeDuration, FeelKind.DaysAndTimeDuration) =>
            (true, FeelValue.Of(Num.Divide(Num.From((BigInteger)a.As<DayTime>().Nanos)!.Value, Num.From((BigInteger)b.As<DayTime>().Nanos)!.Value))),
        (FeelKind.YearsAndMonthsDuration, FeelKind.YearsAndMonthsDuration) =>
            (true, FeelValue.Of(Num.Divide(a.As<YearMonth>().Months, b.As<YearMonth>().Months))),
        _ => default,
    };
}
