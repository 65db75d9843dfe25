using System.Numerics;

namespace HaiDang.Feel.Values;

/// <summary>
/// Mantissa · 10^Exponent with at most 34 digits and no zeros at the end: the slow half of <see cref="Num"/>. Immutable.
/// </summary>
internal sealed partial class Wide : IEquatable<Wide>
{
    /// <summary>Significant digits of decimal128.</summary>
    internal const int Digits = 34;

    /// <summary>Largest exponent of the first digit, and smallest exponent of the last one (scale −6111 to 6176).</summary>
    internal const int MaxExponent = 6144;
    internal const int MinExponent = -6176;

    internal static readonly BigInteger Ten = 10;
    private static readonly BigInteger[] powers = [.. Enumerable.Range(0, 160).Select(n => BigInteger.Pow(10, n))];
    private static readonly BigInteger maxDecimal = new(decimal.MaxValue);

    private Wide(BigInteger mantissa, int exponent) => (Mantissa, Exponent) = (mantissa, exponent);

    internal BigInteger Mantissa { get; }

    internal int Exponent { get; }

    /// <summary>Exponent of the first digit.</summary>
    private int Top => Exponent + Length(Mantissa) - 1;

    internal static BigInteger Pow10(int n) => n < powers.Length ? powers[n] : BigInteger.Pow(Ten, n);

    /// <summary>Rounds to 34 digits; null when the exponent is out of range. <paramref name="sticky"/> is the sign of what was cut off before.</summary>
    internal static Wide? Make(BigInteger mantissa, long exponent, int sticky = 0)
    {
        if (mantissa.IsZero)
        {
            return new(0, 0);
        }
        var excess = Length(mantissa) - Digits;
        if (exponent + excess < MinExponent)
        {
            excess = (int)Math.Min(MinExponent - exponent, int.MaxValue);
            if (excess > Length(mantissa) + 1)
            {
                return new(0, 0);
            }
        }
        if (excess > 0)
        {
            mantissa = Cut(mantissa, excess, sticky, Rounding.HalfEven);
            exponent += excess;
        }
        return Strip(mantissa, exponent);
    }

    private static Wide? Strip(BigInteger mantissa, long exponent)
    {
        if (mantissa.IsZero)
        {
            return new(0, 0);
        }
        while (mantissa.IsEven)
        {
            var quotient = BigInteger.DivRem(mantissa, Ten, out var rest);
            if (!rest.IsZero)
            {
                break;
            }
            (mantissa, exponent) = (quotient, exponent + 1);
        }
        return exponent + Length(mantissa) - 1 > MaxExponent ? null : new(mantissa, (int)exponent);
    }

    /// <summary>Divides by 10^<paramref name="digits"/> and rounds.</summary>
    private static BigInteger Cut(BigInteger mantissa, int digits, int sticky, Rounding mode)
    {
        var unit = Pow10(digits);
        var quotient = BigInteger.DivRem(mantissa, unit, out var rest);
        var sign = mantissa.Sign;
        if (rest.IsZero && sticky == 0)
        {
            return quotient;
        }
        var half = (BigInteger.Abs(rest) * 2).CompareTo(unit);
        if (half == 0)
        {
            half = sticky * sign;
        }
        var away = mode switch
        {
            Rounding.Up => true,
            Rounding.Down => false,
            Rounding.Floor => sign < 0,
            Rounding.Ceiling => sign > 0,
            Rounding.HalfUp => half >= 0,
            Rounding.HalfDown => half > 0,
            _ => half > 0 || (half == 0 && !quotient.IsEven),
        };
        return away ? quotient + sign : quotient;
    }

    internal static Wide From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return Strip(value < 0 ? -mantissa : mantissa, -value.Scale)!;
    }

    internal bool TryToDecimal(out decimal value)
    {
        value = 0;
        if (Exponent is < -28 or > 28)
        {
            return false;
        }
        var mantissa = Exponent > 0 ? Mantissa * Pow10(Exponent) : Mantissa;
        if (BigInteger.Abs(mantissa) > maxDecimal)
        {
            return false;
        }
        var whole = (decimal)mantissa;
        if (Exponent >= 0)
        {
            value = whole;
            return true;
        }
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(whole, bits);
        value = new decimal(bits[0], bits[1], bits[2], whole < 0, (byte)-Exponent);
        return true;
    }

    internal decimal? RoundToDecimal()
    {
        for (var scale = 28; scale >= 0; scale--)
        {
            if (Round(scale, Rounding.HalfEven) is { } w && w.TryToDecimal(out var value))
            {
                return value;
            }
        }
        return null;
    }

    internal Wide Negate() => new(-Mantissa, Exponent);

    internal static Wide? Add(Wide a, Wide b)
    {
        if (a.Mantissa.IsZero || b.Mantissa.IsZero)
        {
            return a.Mantissa.IsZero ? b : a;
        }
        var (high, low) = a.Exponent >= b.Exponent ? (a, b) : (b, a);
        var gap = high.Exponent - low.Exponent;
        if (gap > 2 * Digits + 4)
        {
            var shift = 2 * Digits;
            return Make(high.Mantissa * Pow10(shift), high.Exponent - shift, low.Mantissa.Sign);
        }
        return Make(high.Mantissa * Pow10(gap) + low.Mantissa, low.Exponent);
    }

    internal static Wide? Multiply(Wide a, Wide b) => Make(a.Mantissa * b.Mantissa, (long)a.Exponent + b.Exponent);

    internal static Wide? Divide(Wide a, Wide b)
    {
        var shift = Math.Max(0, 2 * Digits + 2 + Length(b.Mantissa) - Length(a.Mantissa));
        var quotient = BigInteger.DivRem(a.Mantissa * Pow10(shift), b.Mantissa, out var rest);
        return Make(quotient, (long)a.Exponent - b.Exponent - shift, rest.IsZero ? 0 : rest.Sign * b.Mantissa.Sign);
    }

    internal static Wide? Modulo(Wide a, Wide b)
    {
        var low = Math.Min(a.Exponent, b.Exponent);
        BigInteger rest;
        if (a.Exponent - low > 8 * Digits)
        {
            // (m·10^gap) mod n without writing the power out
            rest = a.Mantissa * BigInteger.ModPow(Ten, a.Exponent - low, BigInteger.Abs(b.Mantissa)) % b.Mantissa;
        }
        else
        {
            if (b.Exponent - low > 8 * Digits)
            {
                return a.Mantissa.Sign * b.Mantissa.Sign >= 0 ? a : Add(a, b);
            }
            var divisor = b.Mantissa * Pow10(b.Exponent - low);
            rest = a.Mantissa * Pow10(a.Exponent - low) % divisor;
            return Make(rest.Sign * divisor.Sign < 0 ? rest + divisor : rest, low);
        }
        return Make(rest.Sign * b.Mantissa.Sign < 0 ? rest + b.Mantissa : rest, low);
    }

    internal static Wide? Power(Wide a, Wide b)
    {
        if (b.Mantissa.IsZero)
        {
            return new(1, 0);
        }
        if (a.Mantissa.IsZero)
        {
            return b.Mantissa.Sign > 0 ? a : null;
        }
        if (b.Exponent >= 0)
        {
            if (b.Top > 9)
            {
                return null;
            }
            var n = (long)(b.Mantissa * Pow10(b.Exponent));
            return Math.Abs(n) > 999_999_999 ? null : WideMath.IntegerPower(a.Mantissa, a.Exponent, n);
        }
        if (a.Mantissa.Sign < 0)
        {
            return null;
        }
        return WideMath.Power(a, b);
    }

    internal Wide? Round(int scale, Rounding mode)
    {
        var digits = -(long)Exponent - scale;
        if (digits <= 0)
        {
            return this;
        }
        var length = Length(Mantissa);
        if (digits > length + 1)
        {
            digits = length + 1;
            var cut = Cut(Mantissa, (int)digits, 0, mode);
            return cut.IsZero ? new(0, 0) : Strip(cut, -(long)scale);
        }
        return Strip(Cut(Mantissa, (int)digits, 0, mode), Exponent + digits);
    }

    internal static int Compare(Wide a, Wide b)
    {
        var sign = a.Mantissa.Sign.CompareTo(b.Mantissa.Sign);
        if (sign != 0 || a.Mantissa.IsZero)
        {
            return sign;
        }
        if (a.Top != b.Top)
        {
            return a.Top.CompareTo(b.Top) * a.Mantissa.Sign;
        }
        var gap = a.Exponent - b.Exponent;
        return gap >= 0
            ? (a.Mantissa * Pow10(gap)).CompareTo(b.Mantissa)
            : a.Mantissa.CompareTo(b.Mantissa * Pow10(-gap));
    }

    /// <summary>The count of decimal digits.</summary>
    internal static int Length(BigInteger value)
    {
        if (value.IsZero)
        {
            return 1;
        }
        value = BigInteger.Abs(value);
        var guess = (int)((value.GetBitLength() - 1) * 0.30102999566398119521);
        return value >= Pow10(guess + 1) ? guess + 2 : value >= Pow10(guess) ? guess + 1 : guess;
    }

    public bool Equals(Wide? other) => other is not null && Exponent == other.Exponent && Mantissa == other.Mantissa;

    public override bool Equals(object? obj) => Equals(obj as Wide);

    public override int GetHashCode() => HashCode.Combine(Mantissa, Exponent);
}
