using System.Globalization;
using System.Numerics;

namespace HaiDang.Feel.Values;

internal sealed partial class Wide
{
    /// <summary>Reads digits with an optional sign, point and exponent; digits beyond those that count still decide the rounding.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out Wide? value)
    {
        value = null;
        var i = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
        {
            i = 1;
        }
        var digits = new char[Math.Min(text.Length, 4 * Digits)];
        int count = 0, read = 0, sticky = 0;
        long exponent = 0;
        var point = false;
        for (; i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && !point)); i++)
        {
            if (text[i] == '.')
            {
                point = true;
                continue;
            }
            read++;
            if (count < digits.Length)
            {
                if (count > 0 || text[i] != '0')
                {
                    digits[count++] = text[i];
                }
                exponent -= point ? 1 : 0;
            }
            else
            {
                sticky |= text[i] != '0' ? 1 : 0;
                exponent += point ? 0 : 1;
            }
        }
        if (read == 0 || text[i - 1] == '.')
        {
            return false;
        }
        if (i < text.Length)
        {
            if (text[i] is not ('e' or 'E')
                || !int.TryParse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var e))
            {
                return false;
            }
            exponent += e;
        }
        var mantissa = count == 0 ? BigInteger.Zero : BigInteger.Parse(digits.AsSpan(0, count), NumberStyles.None, CultureInfo.InvariantCulture);
        value = Make(negative ? -mantissa : mantissa, exponent, negative ? -sticky : sticky);
        return value is not null;
    }

    /// <summary>Plain digits without exponent.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Mantissa).ToString(CultureInfo.InvariantCulture);
        var sign = Mantissa.Sign < 0 ? "-" : "";
        if (Exponent >= 0)
        {
            return sign + digits + new string('0', Exponent);
        }
        var point = digits.Length + Exponent;
        return point > 0
            ? $"{sign}{digits.AsSpan(0, point)}.{digits.AsSpan(point)}"
            : $"{sign}0.{new string('0', -point)}{digits}";
    }
}
