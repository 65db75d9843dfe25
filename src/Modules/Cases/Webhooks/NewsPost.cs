using System.Net;
using System.Text;
using HaiDang.Platform;
using HaiDang.Platform.Http;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <param name="Error">Why it was not taken; null when it was.</param>
/// <param name="Gone">The receiver said that nobody is there any more.</param>
internal sealed record NewsAnswer(string? Error, bool Gone = false)
{
    public bool Taken => Error is null;
}

/// <summary>Posts one piece of news, signed over time and body. It follows no redirect, uses no proxy and reaches no private address.</summary>
internal sealed class NewsPost : IDisposable
{
    private const string ContentType = "application/cloudevents+json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IClock clock;
    private readonly HttpClient http;

    public NewsPost(CityStart start, IClock clock)
    {
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1), ConnectTimeout = Patience,
            ConnectCallback = new OutsideOnly(start.PrivateWebhooks, start.Demo).Connect,
        }) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
    }

    public async Task<NewsAnswer> Send(Uri address, Connection signing, string body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, ContentType) };
        request.Headers.Add(Connection.Header, signing.Sign(body, clock.GetCurrentInstant()));
        request.Headers.UserAgent.ParseAdd("HaiDang/1");
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.IsSuccessStatusCode ? new(null) : new($"HTTP {(int)answer.StatusCode}", answer.StatusCode == HttpStatusCode.Gone);
        }
        catch (HttpRequestException broken)
        {
            return new(broken.InnerException is NotOutsideException ? "not-outside" : broken.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new("timeout");
        }
    }

    public void Dispose() => http.Dispose();
}
