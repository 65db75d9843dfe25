using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace HaiDang.Feel.Values;

/// <summary>
/// A number of FEEL (DMN 1.5 §10.3.2.3.1, IEEE 754-2008 decimal128): 34 significant digits, ties to even. What
/// <see cref="decimal"/> holds exactly is a decimal; only the rest pays for <see cref="Wide"/>. Every number has one form,
/// so that two numbers are equal when their forms are.
/// </summary>
internal readonly struct Num : IEquatable<Num>, IComparable<Num>
{
    private readonly decimal small;
    private readonly Wide? wide;

    internal Num(decimal value) => small = value;

    private Num(Wide value) => wide = value;

    internal static Num FromParts(decimal small, Wide? wide) => wide is null ? new(small) : new(wide);

    internal decimal Small => small;

    internal Wide? Big => wide;

    internal int Sign => wide?.Mantissa.Sign ?? Math.Sign(small);

    internal bool IsInteger => wide is null ? decimal.IsInteger(small) : wide.Exponent >= 0;

    public static implicit operator Num(decimal value) => new(value);

    public static implicit operator Num(int value) => new(value);

    public static implicit operator Num(long value) => new(value);

    /// <summary>The number in its one form, or null when its exponent is out of range.</summary>
    internal static Num? From(Wide? value) => value switch
    {
        null => null,
        _ when value.TryToDecimal(out var d) => new Num(d),
        _ => new Num(value),
    };

    internal static Num? From(BigInteger value) => From(Wide.Make(value, 0));

    internal Wide ToWide() => wide ?? Wide.From(small);

    internal static Num? Add(Num a, Num b)
    {
        if (a.wide is null && b.wide is null && Fits(a.small) && Fits(b.small))
        {
            var sum = a.small + b.small;
            if (sum.Scale == Math.Max(a.small.Scale, b.small.Scale))
            {
                return new Num(sum);
            }
        }
        return From(Wide.Add(a.ToWide(), b.ToWide()));
    }

    internal static Num? Subtract(Num a, Num b) => Add(a, -b);

    internal static Num? Multiply(Num a, Num b)
    {
        if (a.wide is null && b.wide is null && Math.Abs((double)a.small * (double)b.small) < 7e28)
        {
            var product = a.small * b.small;
            if (product.Scale == a.small.Scale + b.small.Scale)
            {
                return new Num(product);
            }
        }
        return From(Wide.Multiply(a.ToWide(), b.ToWide()));
    }

    /// <summary>The quotient, or null when <paramref name="b"/> is zero.</summary>
    internal static Num? Divide(Num a, Num b)
    {
        if (b.Sign == 0)
        {
            return null;
        }
        if (a.wide is null && b.wide is null && Math.Abs((double)a.small / (double)b.small) < 7e28)
        {
            var quotient = a.small / b.small;
            if (quotient.Scale + b.small.Scale <= 28 && Math.Abs((double)quotient * (double)b.small) < 7e28)
            {
                var back = quotient * b.small;
                if (back.Scale == quotient.Scale + b.small.Scale && back == a.small)
                {
                    return new Num(quotient);
                }
            }
        }
        return From(Wide.Divide(a.ToWide(), b.ToWide()));
    }

    /// <summary>a − b·floor(a/b), whose sign is that of <paramref name="b"/> (DMN 1.5 table 76).</summary>
    internal static Num? Modulo(Num a, Num b)
    {
        if (b.Sign == 0)
        {
            return null;
        }
        return From(Wide.Modulo(a.ToWide(), b.ToWide()));
    }

    internal static Num? Power(Num a, Num b) => From(Wide.Power(a.ToWide(), b.ToWide()));

    internal Num? Round(int scale, Rounding mode)
    {
        if (wide is null && scale is >= 0 and <= 28)
        {
            if (small.Scale <= scale)
            {
                return this;
            }
            if (mode is Rounding.Floor or Rounding.Ceiling or Rounding.HalfEven or Rounding.HalfUp or Rounding.Down)
            {
                return new Num(decimal.Round(small, scale, mode switch
                {
                    Rounding.Floor => MidpointRounding.ToNegativeInfinity,
                    Rounding.Ceiling => MidpointRounding.ToPositiveInfinity,
                    Rounding.HalfUp => MidpointRounding.AwayFromZero,
                    Rounding.Down => MidpointRounding.ToZero,
                    _ => MidpointRounding.ToEven,
                }));
            }
        }
        return From(ToWide().Round(scale, mode));
    }

    /// <summary>Reads digits with an optional sign, point and exponent (as JSON and XML write numbers).</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out Num number)
    {
        if (text.Length is > 0 and <= 28 && !text.ContainsAny('e', 'E')
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d)
            && char.IsAsciiDigit(text[^1]))
        {
            number = d;
            return true;
        }
        if (Wide.TryParse(text, out var wide) && From(wide) is { } read)
        {
            number = read;
            return true;
        }
        number = default;
        return false;
    }

    /// <summary>The number as an int, when it is one.</summary>
    internal bool TryInt(out int value)
    {
        if (wide is null && decimal.IsInteger(small) && small is >= int.MinValue and <= int.MaxValue)
        {
            value = (int)small;
            return true;
        }
        value = 0;
        return false;
    }

    /// <summary>The number rounded half to even to what a decimal holds, or null when it is too large for one.</summary>
    internal decimal? ToDecimal() => wide is null ? small : wide.RoundToDecimal();

    internal BigInteger ToBigInteger() => ToWide().Round(0, Rounding.Down) is { } w ? w.Mantissa * BigInteger.Pow(10, w.Exponent) : 0;

    public static Num operator -(Num a) => a.wide is null ? new(-a.small) : new(a.wide.Negate());

    public bool Equals(Num other) => wide is null
        ? other.wide is null && small == other.small
        : other.wide is not null && wide.Equals(other.wide);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Num other && Equals(other);

    public override int GetHashCode() => wide?.GetHashCode() ?? small.GetHashCode();

    public int CompareTo(Num other) =>
        wide is null && other.wide is null ? small.CompareTo(other.small) : Wide.Compare(ToWide(), other.ToWide());

    /// <summary>Plain digits without exponent and without zeros at the end of the fraction.</summary>
    public override string ToString()
    {
        if (wide is not null)
        {
            return wide.ToString();
        }
        var text = small.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.'))
        {
            text = text.TrimEnd('0').TrimEnd('.');
        }
        return text is "-0" or "" ? "0" : text;
    }

    private static bool Fits(decimal d) => d is > -39_000_000_000_000_000_000_000_000_000m and < 39_000_000_000_000_000_000_000_000_000m;
}

/// <summary>How a number loses digits.</summary>
internal enum Rounding
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}
