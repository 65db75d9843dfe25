using System.Net.Mail;
using HaiDang.Kernel;

namespace HaiDang.Directory.Officials;

/// <summary>E-mail addresses as accounts know them: trimmed, small letters.</summary>
internal static class EmailAddress
{
    public static string Normal(string? typed) => Vietnamese.Nfc(typed ?? "").Trim().ToLowerInvariant();

    public static Outcome<string> Parse(string? typed, string field)
    {
        var email = Normal(typed);
        var plain = email.Length is > 0 and <= OfficialProblems.LongestEmail && MailAddress.TryCreate(email, out var address) && address.Address == email
            && email.All(c => c > ' ' && c is not ('"' or '<' or '>' or ',' or ';')) && email.Split('@') is [_, var host] && host.Contains('.', StringComparison.Ordinal);
        return plain ? email : OfficialProblems.EmailInvalid.At(field, email.Length > 60 ? email[..60] + "…" : email);
    }
}
