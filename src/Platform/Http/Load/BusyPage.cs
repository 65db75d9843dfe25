using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Platform.Http.Load;

/// <summary>
/// What a person reads when there are too many at once. It is written by hand, because drawing a page is what there is no time
/// for. What was typed is in it, to be sent again; secrets are not, they are asked for anew, and so are files.
/// </summary>
internal static class BusyPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Words in the names of fields whose values are never written into a page.</summary>
    private static readonly string[] Secrets = ["password", "passphrase", "secret"];

    /// <param name="posted">Whether something was sent, rather than a page asked for.</param>
    /// <param name="typed">What was sent; null when it was not read.</param>
    public static string Of(string here, bool posted, IFormCollection? typed)
    {
        var page = new StringBuilder("""
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Hệ thống đang quá tải</title></head><body><main>
            <h1>Hệ thống đang quá tải</h1>
            """);
        if (!posted)
            page.Append($"""<p>Có quá nhiều người cùng lúc. Xin đợi vài giây rồi <a href="{Html.Encode(here)}">mở lại trang</a>.</p>""");
        else if (typed is null)
            page.Append("<p>Có quá nhiều người cùng lúc, nên chưa nhận được gì. Xin đợi vài giây, quay lại trang trước rồi gửi lại: những gì đã gõ và tệp đã chọn vẫn còn ở đó.</p>");
        else
            Form(page, here, typed);
        page.Append("""
            <section lang="en"><h2>The system is too busy</h2>
            """);
        page.Append(!posted ? "<p>Too many people at once. Please wait a few seconds, then open the page again with the link above.</p>"
            : typed is null ? "<p>Too many people at once; nothing was received. Please wait a few seconds, go back to the page before and send again: what you typed and the files you chose are still there.</p>"
            : "<p>Too many people at once; nothing was received yet, and nothing is lost: what you typed is kept in this page. Please wait a few seconds, then send it again with the button above.</p>");
        return page.Append("</section></main></body></html>").ToString();
    }

    private static void Form(StringBuilder page, string here, IFormCollection typed)
    {
        page.Append("<p>Có quá nhiều người cùng lúc. Chưa nhận được gì, nhưng không mất gì: những gì đã gõ vẫn ở trong trang này. Xin đợi vài giây rồi gửi lại.</p>");
        page.Append($"""<form method="post" action="{Html.Encode(here)}"{(typed.Files.Count > 0 ? " enctype=\"multipart/form-data\"" : "")}>""");
        foreach (var (name, values) in typed)
            foreach (var value in values)
                if (Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                    page.Append($"""<p><label>Nhập lại / Type again ({Html.Encode(name)}) <input type="password" name="{Html.Encode(name)}" autocomplete="off"></label></p>""");
                else
                    page.Append($"""<input type="hidden" name="{Html.Encode(name)}" value="{Html.Encode(value ?? "")}">""");
        foreach (var name in typed.Files.Where(f => f.FileName.Length > 0).Select(f => f.Name).Distinct())
            page.Append($"""<p><label>Chọn lại tệp / Choose the file again ({Html.Encode(name)}) <input type="file" name="{Html.Encode(name)}" multiple></label></p>""");
        page.Append("""<p><button type="submit">Gửi lại / Send again</button></p></form>""");
    }
}
