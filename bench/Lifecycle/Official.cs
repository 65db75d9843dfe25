using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace HaiDang.Bench.Lifecycle;

/// <summary>One official of the measured city at their browser: signed in, with the token of a page that stands open.</summary>
internal sealed partial class Official(HttpClient http, string cookies, string token)
{
    public const string SessionCookie = "haidang.session";

    /// <summary>Signs in by the demo's side door, from a machine of their own: the city counts how often one address signs in.</summary>
    public static async Task<Official> SignIn(HttpClient shared, Uri city, string account, int machine, CancellationToken stop)
    {
        var jar = new CookieContainer();
        using var own = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar, ConnectCallback = From(machine) }) { BaseAddress = city };
        var door = await own.GetStringAsync("/dang-nhap", stop);
        var open = TokenIn(door) ?? TokenIn(await own.GetStringAsync("/dang-nhap/can-bo", stop)) ?? throw new WrongAnswerException("The sign-in page holds no form.");
        using var entered = await own.PostAsync("/dang-nhap/ban-demo", new FormUrlEncodedContent([new("official", account), new(TokenField, open)]), stop);
        if (entered.StatusCode != HttpStatusCode.Redirect || jar.GetCookies(city)[SessionCookie] is null)
            throw new WrongAnswerException($"The demo's door answered {(int)entered.StatusCode}.");
        var desk = await own.GetStringAsync("/desk", stop);
        return new Official(shared, jar.GetCookieHeader(city), TokenIn(desk) ?? throw new WrongAnswerException("The desk holds no form."));
    }

    public async Task<string> Get(string path, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await http.SendAsync(request, stop);
        Shed(answer);
        if (answer.StatusCode != HttpStatusCode.OK) throw new WrongAnswerException($"GET {path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(stop);
    }

    /// <summary>Sends a form; where the answer leads.</summary>
    public async Task<string> Post(string path, IEnumerable<KeyValuePair<string, string>> typed, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new(TokenField, token), .. typed]),
        };
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await http.SendAsync(request, stop);
        Shed(answer);
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location is not { } to)
            throw new WrongAnswerException($"POST {path}: {(int)answer.StatusCode} {Words(await answer.Content.ReadAsStringAsync(stop))}");
        return to.OriginalString;
    }

    public static string? TokenIn(string page) => Token().Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    private const string TokenField = "__RequestVerificationToken";

    private static void Shed(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) throw new ShedException(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
    }

    private static string Words(string html) => Regex.Replace(Regex.Replace(html, "<[^>]+>", " "), "\\s+", " ") is var text && text.Length > 300 ? text[..300] : text;

    private static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> From(int machine)
    {
        var from = new IPEndPoint(new IPAddress([127, 2, (byte)(machine / 250), (byte)(1 + machine % 250)]), 0);
        return async (context, stop) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(from);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        };
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*?value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();
}
