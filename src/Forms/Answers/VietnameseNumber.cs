using System.Globalization;
using System.Text.RegularExpressions;

namespace HaiDang.Forms;

/// <summary>
/// Numbers as people in Viet Nam write them: a full stop or a blank between thousands, a comma before decimals. A full stop that
/// cannot part thousands is taken for a decimal point, and the English way is read where it cannot be mistaken (<c>1,234,567.5</c>).
/// </summary>
internal static partial class VietnameseNumber
{
    static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "-" };

    /// <summary>The number; null when the text is none, or has more than <see cref="FormLimits.NumberDigits"/> digits before the comma.</summary>
    public static decimal? Read(string typed)
    {
        var text = Unit().Replace(typed.Trim().Replace('\u2212', '-'), "").Trim();
        string? plain =
            Plain().IsMatch(text) ? text.Replace(',', '.')
            : Thousands().IsMatch(text) ? text.Replace(".", "").Replace(" ", "").Replace("\u00A0", "").Replace("\u202F", "").Replace(',', '.')
            : English().IsMatch(text) ? text.Replace(",", "")
            : null;
        return plain is not null && plain.TrimStart('-', '+').Split('.')[0].TrimStart('0').Length <= FormLimits.NumberDigits
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The number as it is written: <c>1.234,5</c>, or without parting thousands <c>1234,5</c>.</summary>
    public static string Write(decimal number, bool grouped = true) => number.ToString(grouped ? "#,##0.############################" : "0.############################", Vietnamese);

    /// <summary>The number in a language: <c>1.234,5</c> in Vietnamese, <c>1,234.5</c> in English.</summary>
    public static string Write(decimal number, string language) => language == FormLanguage.En
        ? number.ToString("#,##0.############################", CultureInfo.InvariantCulture) : Write(number);

    [GeneratedRegex(@"\A[-+]?[0-9]+(,[0-9]+)?\z|\A[-+]?[0-9]+\.([0-9]{1,2}|[0-9]{4,})\z|\A[-+]?0\.[0-9]+\z|\A[-+]?[0-9]{4,}\.[0-9]+\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(([. \u00A0\u202F])[0-9]{3})(\2[0-9]{3})*(,[0-9]+)?\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(,[0-9]{3}){2,}(\.[0-9]+)?\z|\A[-+]?[0-9]{1,3},[0-9]{3}\.[0-9]+\z")]
    private static partial Regex English();

    [GeneratedRegex(@"(đồng|đ|vnđ|vnd|₫)\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
