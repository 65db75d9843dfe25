using System.Numerics;

namespace HaiDang.Feel.Values;

/// <summary>Roots, exponentials and logarithms to 34 digits, in fixed point with guard digits.</summary>
internal static class WideMath
{
    private const int Guard = 60;
    private static readonly BigInteger one = BigInteger.Pow(10, Guard);
    private static readonly BigInteger ln10 = NaturalLogarithm(10 * one);

    /// <summary>(mantissa·10^exponent)^n by squaring, rounded half to even; null when out of range.</summary>
    internal static Wide? IntegerPower(BigInteger mantissa, int exponent, long n)
    {
        var (m, e) = (mantissa, (long)exponent);
        var (result, scale) = (BigInteger.One, 0L);
        for (var k = Math.Abs(n); k > 0; k >>= 1)
        {
            if ((k & 1) == 1)
            {
                (result, scale) = Trim(result * m, scale + e);
            }
            if (k > 1)
            {
                (m, e) = Trim(m * m, e * 2);
            }
        }
        if (n >= 0)
        {
            return InRange(scale) ? Wide.Make(result, scale) : scale > 0 ? null : Wide.Make(0, 0);
        }
        const int shift = 3 * Wide.Digits;
        var length = Wide.Length(result);
        var quotient = BigInteger.DivRem(BigInteger.Pow(10, shift + length), result, out var rest);
        var at = -scale - shift - length;
        return InRange(at) ? Wide.Make(quotient, at, rest.Sign * result.Sign) : at > 0 ? null : Wide.Make(0, 0);
    }

    private static bool InRange(long exponent) => exponent is > -20_000 and < 20_000;

    private static (BigInteger, long) Trim(BigInteger m, long e)
    {
        var excess = Wide.Length(m) - Guard - 20;
        return excess > 0 ? (m / Wide.Pow10(excess), e + excess) : (m, e);
    }

    /// <summary>a^b for a positive a.</summary>
    internal static Wide? Power(Wide a, Wide b)
    {
        if (b.Exponent == -1 && BigInteger.Abs(b.Mantissa) == 5)
        {
            var root = SquareRoot(a);
            return b.Mantissa.Sign > 0 ? root : root is null ? null : Wide.Divide(Wide.Make(1, 0)!, root);
        }
        var product = Fixed(b) is { } y ? NaturalLogarithm(a) * y / one : (BigInteger?)null;
        return product is null ? null : Exponential(product.Value);
    }

    /// <summary>The square root of a number that is not negative.</summary>
    internal static Wide? SquareRoot(Wide a)
    {
        var shift = 4 * Wide.Digits;
        if (((a.Exponent - shift) & 1) != 0)
        {
            shift++;
        }
        var square = a.Mantissa * BigInteger.Pow(10, shift);
        var root = IntegerRoot(square);
        return Wide.Make(root, (a.Exponent - shift) / 2, root * root == square ? 0 : 1);
    }

    internal static Wide? Exponential(Wide a) =>
        Fixed(a) is { } x ? Exponential(x) : a.Mantissa.Sign < 0 ? Wide.Make(0, 0) : null;

    /// <summary>The natural logarithm of a positive number.</summary>
    internal static Wide? Logarithm(Wide a) => Wide.Make(NaturalLogarithm(a), -Guard);

    private static BigInteger NaturalLogarithm(Wide a)
    {
        var length = Wide.Length(a.Mantissa);
        var x = a.Mantissa * BigInteger.Pow(10, Math.Max(0, Guard - length + 1));
        return NaturalLogarithm(x) + (a.Exponent + length - 1) * ln10;
    }

    /// <summary>The number in fixed point, or null when it is far beyond what an exponential can take.</summary>
    private static BigInteger? Fixed(Wide a) => a.Exponent + Wide.Length(a.Mantissa) > 8
        ? null
        : a.Exponent + Guard >= 0 ? a.Mantissa * BigInteger.Pow(10, a.Exponent + Guard) : a.Mantissa / BigInteger.Pow(10, -a.Exponent - Guard);

    private static Wide? Exponential(BigInteger x)
    {
        var tens = BigInteger.Divide(x, ln10);
        var rest = x - tens * ln10;
        if (BigInteger.Abs(tens) > 20_000)
        {
            return tens.Sign < 0 ? Wide.Make(0, 0) : null;
        }
        const int halvings = 16;
        rest >>= halvings;
        var (sum, term) = (one, one);
        for (var n = 1; !term.IsZero; n++)
        {
            term = term * rest / one / n;
            sum += term;
        }
        for (var i = 0; i < halvings; i++)
        {
            sum = sum * sum / one;
        }
        return Wide.Make(sum, (long)tens - Guard);
    }

    /// <summary>ln of a fixed-point number from 1 to 10: square roots bring it near 1, then the series of artanh.</summary>
    private static BigInteger NaturalLogarithm(BigInteger x)
    {
        const int roots = 10;
        for (var i = 0; i < roots; i++)
        {
            x = IntegerRoot(x * one);
        }
        var z = (x - one) * one / (x + one);
        var square = z * z / one;
        var (sum, power) = (BigInteger.Zero, z);
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power = power * square / one;
        }
        return sum << (roots + 1);
    }

    private static BigInteger IntegerRoot(BigInteger n)
    {
        if (n.IsZero)
        {
            return n;
        }
        var x = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (x + n / x) >> 1;
            if (next >= x)
            {
                return x;
            }
            x = next;
        }
    }
}
