using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace HaiDang.Stories;

/// <summary>A page as a browser got it.</summary>
public sealed record Page(HttpStatusCode Status, Uri Address, string Html, byte[] Bytes)
{
    /// <summary>What a person reads: no tags, entities resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Html, "<(script|style)[^>]*>.*?</\\1>", "", RegexOptions.Singleline), "<[^>]+>", " "));

    public string Path => Address.AbsolutePath;

    public Page Reads(string words)
    {
        Assert.True(Regex.Replace(Text, "\\s+", " ").Contains(words, StringComparison.OrdinalIgnoreCase), $"'{words}' does not stand on {Path}: {Regex.Replace(Text, "\\s+", " ")}");
        return this;
    }

    public Page NeverReads(string words)
    {
        Assert.DoesNotContain(words, Text, StringComparison.OrdinalIgnoreCase);
        return this;
    }
}

/// <summary>A browser without scripts: cookies, links, forms with their hidden fields. It follows redirects within the city.</summary>
public sealed partial class Browser(City city) : IDisposable
{
    private static int machines;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), ConnectCallback = FromOwnMachine() });
    private Page? shown;

    /// <summary>For what no browser would send.</summary>
    public HttpClient Http => http;

    public Uri City => city.Address;

    public async Task<Page> Opens(string path) => shown = await Follow(await http.GetAsync(new Uri(city.Address, path)));

    /// <summary>Sends the form of the page that is shown, with its hidden fields and what was typed.</summary>
    public async Task<Page> Sends(string path, IEnumerable<(string Name, string Value)> typed, params (string Field, string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden().Concat(typed)) form.Add(new StringContent(value), name);
        foreach (var (field, name, content) in files) form.Add(new ByteArrayContent(content), field, name);
        return await Posts(path, form);
    }

    /// <summary>Saves what was typed so far while the page stays as it is, as the browser does by itself when typing pauses.</summary>
    public async Task<HttpStatusCode> SavesInTheBackground(string path, params (string Name, string Value)[] typed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(city.Address, path))
        {
            Content = new FormUrlEncodedContent(Hidden().Concat(typed).Select(t => KeyValuePair.Create(t.Item1, t.Item2))),
        };
        request.Headers.Add("X-Autosave", "1");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Sends any content, as from the page that is shown.</summary>
    public async Task<Page> Posts(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(city.Address, path)) { Content = content };
        request.Headers.Referrer = shown?.Address;
        return shown = await Follow(await http.SendAsync(request));
    }

    /// <summary>Sends the form of the page that is shown several times at once, as an impatient finger does.</summary>
    public async Task<IReadOnlyList<Page>> AtOnce(string path, int times)
    {
        var hidden = Hidden().Select(h => KeyValuePair.Create(h.Item1, h.Item2)).ToList();
        return await Task.WhenAll(Enumerable.Range(0, times).Select(async _ => await Follow(await http.PostAsync(new Uri(city.Address, path), new FormUrlEncodedContent(hidden)))));
    }

    /// <summary>How an address is answered: type, disposition, and whether browsers may guess.</summary>
    public async Task<(string? Type, string Disposition, string Sniff)> HeadersOf(string path)
    {
        using var answer = await http.GetAsync(new Uri(city.Address, path));
        return (answer.Content.Headers.ContentType?.MediaType, string.Join(',', answer.Content.Headers.GetValues("Content-Disposition")), string.Join(',', answer.Headers.GetValues("X-Content-Type-Options")));
    }

    /// <summary>Goes to a place outside the city: where it would be sent, without going there.</summary>
    public async Task<Uri> IsSentFrom(string path)
    {
        using var answer = await http.GetAsync(new Uri(city.Address, path));
        return answer.Headers.Location ?? throw new InvalidOperationException($"{path} answers {answer.StatusCode} and sends nowhere.");
    }

    public void Dispose() => http.Dispose();

    /// <summary>Each browser has an address of its own, as people have: the city counts how often one address signs in.</summary>
    private static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> FromOwnMachine()
    {
        var number = Interlocked.Increment(ref machines);
        var from = new IPEndPoint(new IPAddress([127, 1, (byte)(number / 250), (byte)(1 + number % 250)]), 0);
        return async (context, stop) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(from);
            await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        };
    }

    private async Task<Page> Follow(HttpResponseMessage answer)
    {
        for (var hops = 0; answer.Headers.Location is { } to && (int)answer.StatusCode is >= 300 and < 400 && hops < 10; hops++)
        {
            var address = new Uri(city.Address, to);
            answer.Dispose();
            answer = await http.GetAsync(address);
        }
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var page = new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!, System.Text.Encoding.UTF8.GetString(bytes), bytes);
        answer.Dispose();
        return page;
    }

    private IEnumerable<(string, string)> Hidden() => HiddenInput().Matches(shown?.Html ?? "")
        .Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"))).Where(h => h.Name.Length > 0).DistinctBy(h => h.Name);

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInput();
}
