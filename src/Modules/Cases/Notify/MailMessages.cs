using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using HaiDang.Platform;

namespace HaiDang.Cases.Notify;

/// <summary>A message as mail: plain text with an HTML alternative, under an identifier that is the same each time it is sent.</summary>
internal static partial class MailMessages
{
    public static MailMessage Of(Message message, MailSettings settings, string senderName)
    {
        var mail = new MailMessage(new MailAddress(settings.From, senderName, Encoding.UTF8), new MailAddress(message.To, message.Name, Encoding.UTF8))
        {
            Subject = message.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", IdOf(message, settings));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Body, Encoding.UTF8, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(Html(message), Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }

    /// <summary>Stable, so that a receiver can tell when a crash had one message sent twice; it tells nothing of the case.</summary>
    internal static string IdOf(Message message, MailSettings settings) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Id)))[..40]}@{settings.From.Split('@')[^1]}>";

    internal static string Html(Message message)
    {
        var text = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(message.Body.Replace("\r", "", StringComparison.Ordinal)).Replace("&#xA;", "\n", StringComparison.Ordinal);
        var linked = Address().Replace(text, a => $"<a href=\"{a.Value}\">{a.Value}</a>");
        var paragraphs = linked.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{p.Trim().Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>");
        return $"<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>\n{string.Join('\n', paragraphs)}\n</body></html>\n";
    }

    [GeneratedRegex(@"https?://[^\s<>&]*[^\s<>&.,;:!?)]")]
    private static partial Regex Address();
}
