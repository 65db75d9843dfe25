using System.Net;
using System.Text;
using HaiDang.Stories;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>An answer that should not have been given.</summary>
internal sealed record Fault(string Where, string What, string Sent)
{
    public override string ToString() => $"{What}: {Where} ← {(Sent.Length > 60 ? $"{Sent[..60]}… ({Sent.Length})" : Sent).ReplaceLineEndings(" ")}";
}

/// <summary>A browser in bad hands, signed in as somebody. It notes every answer that breaks the two promises: never a 5xx, never markup let through.</summary>
internal sealed class Attacker(string who, Func<Task<Browser>> fresh)
{
    private static readonly string[] Redirects = ["text/html", ""];

    private Browser? browser;

    public string Who => who;

    public int Requests { get; private set; }

    public List<Fault> Faults { get; } = [];

    /// <summary>Where the last answer led within the city; null when it led nowhere.</summary>
    public string? Led { get; private set; }

    public Task<(HttpStatusCode Status, string Html)> Opens(string path, string sent = "") => Ask(() => new HttpRequestMessage(HttpMethod.Get, path), path, sent);

    /// <summary>Posts a form with some of its values replaced.</summary>
    public Task<(HttpStatusCode Status, string Html)> Sends(PageForm form, IReadOnlyDictionary<string, string> replaced, string sent)
    {
        var values = form.Fields.Where(f => f.Kind is not ("file" or "button")).GroupBy(f => f.Name).Select(g => (g.Key, Value: replaced.GetValueOrDefault(g.Key) ?? g.First().Value)).ToList();
        if (form.Method == "GET") return Opens(form.Action.Split('?')[0] + "?" + string.Join('&', values.Select(v => $"{Escape(v.Key)}={Escape(v.Value)}")), sent);
        return Ask(() => new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = Content(form, values, sent) }, $"{form.Action} [{string.Join(',', replaced.Keys.Take(4))}]", sent);
    }

    public Task<(HttpStatusCode Status, string Html)> Posts(string path, Func<HttpContent> content, string sent) =>
        Ask(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = content() }, path, sent);

    private static HttpContent Content(PageForm form, List<(string Key, string Value)> values, string sent)
    {
        if (!form.Files.Any()) return new StringContent(string.Join('&', values.Select(v => $"{Escape(v.Key)}={Escape(v.Value)}")), Encoding.ASCII, "application/x-www-form-urlencoded");
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in values) content.Add(new StringContent(value), key);
        foreach (var file in form.Files)
        {
            var part = new ByteArrayContent([1, 2, 3]);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{file.Name}\"; filename*=UTF-8''{Escape(sent.Length > 2_000 ? sent[..2_000] : sent)}");
            content.Add(part);
        }
        return content;
    }

    /// <summary>As bytes of UTF-8, also where there is no such text: half a surrogate pair is sent as what it would be.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
                escaped.Append($"%{0xE0 | text[i] >> 12:X2}%{0x80 | text[i] >> 6 & 0x3F:X2}%{0x80 | text[i] & 0x3F:X2}");
            else
            {
                var length = char.IsSurrogate(text[i]) ? 2 : 1;
                escaped.Append(Uri.EscapeDataString(text.Substring(i, length)));
                i += length - 1;
            }
        }
        return escaped.ToString();
    }

    private async Task<(HttpStatusCode, string)> Ask(Func<HttpRequestMessage> make, string where, string sent)
    {
        for (var tries = 0; ; tries++)
        {
            browser ??= await fresh();
            using var request = make();
            request.RequestUri = new Uri(browser.City, request.RequestUri!);
            using var answer = await browser.Http.SendAsync(request);
            // Whoever guesses too often is held up by their address: go on from another machine.
            if (answer.StatusCode == HttpStatusCode.TooManyRequests && tries < 3)
            {
                browser = null;
                continue;
            }
            var html = Redirects.Contains(answer.Content.Headers.ContentType?.MediaType ?? "") ? await answer.Content.ReadAsStringAsync() : "";
            Requests++;
            Led = answer.Headers.Location is { } to ? new Uri(request.RequestUri, to) is { } address && address.Authority == browser.City.Authority ? address.PathAndQuery : null : null;
            if ((int)answer.StatusCode >= 500) Faults.Add(new Fault($"{who} {request.Method} {where}", $"{(int)answer.StatusCode}", sent));
            if (Markup.LetThrough(html, sent) is { } let) Faults.Add(new Fault($"{who} {request.Method} {where}", let, sent));
            return (answer.StatusCode, html);
        }
    }
}
