using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Platform;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <param name="Response">The answer as JSON; null when there was none or it could not be read.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Final">The other side said no.</param>
internal sealed record Answer(JsonNode? Response, string? Failure, bool Final);

/// <summary>
/// Asks a system outside by a signed JSON message. Every try of one step carries the same <c>Idempotency-Key</c>: a crash
/// between the other side's act and our mark sends it once more, and the other side knows it.
/// </summary>
internal sealed class OutsideCall(CityStart start, IClock clock) : IDisposable
{
    private const int LongestAnswer = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public async Task<Answer> Ask(string connection, string path, string key, JsonObject body, CancellationToken stop)
    {
        if (start.Connections.GetValueOrDefault(connection) is not { } outside) return new(null, $"Chưa có kết nối '{connection}'.", Final: false);
        var text = body.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(outside.Address, path)) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        if (outside.Sign(text, clock.GetCurrentInstant()) is { } signature) request.Headers.Add(Connection.Header, signature);
        try
        {
            using var answer = await http.SendAsync(request, stop);
            var said = await answer.Content.ReadAsStringAsync(stop);
            if (!answer.IsSuccessStatusCode) return new(null, $"{(int)answer.StatusCode} {Short(said)}".Trim(), SaysNo(answer.StatusCode));
            return new(said.Length == 0 ? null : JsonNode.Parse(said), null, false);
        }
        catch (JsonException)
        {
            return new(null, "Câu trả lời không phải JSON.", Final: false);
        }
        catch (HttpRequestException broken)
        {
            return new(null, $"Không gọi được: {broken.HttpRequestError}.", Final: false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, $"Không trả lời trong {Patience.TotalSeconds:0} giây.", Final: false);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Errors of ours, except those that ask to come again.</summary>
    private static bool SaysNo(HttpStatusCode status) => (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) && (int)status != 425;

    private static Uri Address(Uri root, string path) => new($"{root.ToString().TrimEnd('/')}/{path.TrimStart('/')}");

    private static string Short(string text) => text.Length <= 200 ? text : text[..200];
}
