using System.Text.RegularExpressions;
using HaiDang.Forms.Checking;

namespace HaiDang.Forms;

/// <summary>The rules that a field's meaning brings, and how what is typed is tidied for it.</summary>
internal static partial class Meanings
{
    /// <summary>What was typed, as it is kept: identity numbers and telephone numbers without blanks and stops, names with single blanks.</summary>
    public static string Tidy(FormField field, string typed) => field.Meaning switch
    {
        FormMeaning.IdentityNumber => Separators().Replace(typed, "") is var digits && digits.All(char.IsAsciiDigit) ? digits : typed,
        FormMeaning.PersonName => Blanks().Replace(typed, " "),
        _ when field.Meaning == FormMeaning.Phone || field.Rules.ValidationType == "phone" => Phone(field, typed),
        _ => typed,
    };

    public static Finding? Check(FormNode node, string text) => node.Field!.Meaning switch
    {
        FormMeaning.IdentityNumber when NineDigits().IsMatch(text) => Sentences.OldIdentityNumber(node),
        FormMeaning.IdentityNumber when !TwelveDigits().IsMatch(text) => Sentences.IdentityNumber(node),
        FormMeaning.IdentityNumber when node.Context?.CodeLists[FormMeaning.IdentityPlaces] is { Count: > 0 } places && !places.Any(p => p.Posted == text[..3]) =>
            Sentences.IdentityPlace(node, text[..3]),
        FormMeaning.PersonName when !PersonName().IsMatch(text) => Sentences.PersonName(node),
        FormMeaning.Phone when node.Field.Rules.ValidationType is null && !IsPhone(text) => Sentences.Phone(node, withCountry: false),
        FormMeaning.Email when !IsEmail(text) || !text[text.IndexOf('@')..].Contains('.') => Sentences.Email(node),
        _ => null,
    };

    /// <summary>The production for <c>input type=email</c> in the HTML standard, as form-js has it too.</summary>
    public static bool IsEmail(string text) => EmailAddress().IsMatch(text);

    /// <summary>A country code and a number behind it. form-js lists the codes; any that begins with 1 to 9 is taken here.</summary>
    public static bool IsPhoneWithCountry(string text) => PhoneWithCountry().IsMatch(text);

    /// <summary>A Vietnamese number (ten digits, or eleven for land lines), or one with country code.</summary>
    public static bool IsPhone(string text) => VietnamesePhone().IsMatch(text) || PhoneWithCountry().IsMatch(text);

    static string Phone(FormField field, string typed)
    {
        var digits = Separators().Replace(typed, "");
        if (!IsPhone(digits)) return typed;
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = "+" + digits[2..];
        if (field.Rules.ValidationType == "phone") return VietnamesePhone().IsMatch(digits) ? "+84" + digits[1..] : digits;
        return digits.StartsWith("+84", StringComparison.Ordinal) && VietnamesePhone().IsMatch("0" + digits[3..]) ? "0" + digits[3..] : digits;
    }

    [GeneratedRegex(@"[\s.\-()\u00A0]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex TwelveDigits();

    [GeneratedRegex(@"\A[0-9]{9}\z")]
    private static partial Regex NineDigits();

    [GeneratedRegex(@"\A\p{L}[\p{L}\p{M} .'’\-]*\z")]
    private static partial Regex PersonName();

    [GeneratedRegex(@"\A0(?:[35789][0-9]{8}|2[0-9]{9})\z")]
    private static partial Regex VietnamesePhone();

    [GeneratedRegex(@"\A(?:\+|00)[1-9][0-9]{6,14}\z")]
    private static partial Regex PhoneWithCountry();

    [GeneratedRegex(@"\A[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z")]
    private static partial Regex EmailAddress();
}
