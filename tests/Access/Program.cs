using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using HaiDang.Directory;
using HaiDang.Kernel;

namespace HaiDang.Access.Tests;

/// <summary>An answer of the API, read.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Json, byte[] Bytes, HttpResponseMessage Message)
{
    public string? Type => Message.Content.Headers.ContentType?.MediaType;

    public JsonNode this[string member] => Json?[member] ?? throw new InvalidOperationException($"There is no {member} in {Text}");

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>It went as it should.</summary>
    public Answer Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{Message.RequestMessage?.Method} {Message.RequestMessage?.RequestUri?.PathAndQuery}: {(int)Status} instead of {(int)status}: {Text}");
        return this;
    }

    /// <summary>It was refused for this reason, as RFC 9457 says it.</summary>
    public Answer Refuses(HttpStatusCode status, string code, string? field = null)
    {
        Is(status);
        Assert.Equal("application/problem+json", Type);
        Assert.Contains(this["problems"].AsArray(), p => (string?)p!["code"] == code && (field is null || (string?)p["field"] == field));
        return this;
    }
}

/// <summary>A program of others that calls the API.</summary>
/// <param name="from">The address that it calls from, on this machine.</param>
internal sealed class Program(Uri city, ApiClient? client, string? token, string? from = null) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = Socket(from ?? "127.0.0.1") }) { BaseAddress = city };

    public ApiClient Client => client!;

    public string? Token => token;

    public Task<Answer> Gets(string path) => Sends(HttpMethod.Get, path);

    public Task<Answer> Puts(string path, JsonNode body) => Sends(HttpMethod.Put, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<Answer> Posts(string path, JsonNode body) => Sends(HttpMethod.Post, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<Answer> Deletes(string path) => Sends(HttpMethod.Delete, path);

    public Task<Answer> Uploads(string path, byte[] content) =>
        Sends(HttpMethod.Post, path, new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } });

    public async Task<Answer> Sends(HttpMethod method, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var message = await http.SendAsync(request);
        var bytes = await message.Content.ReadAsByteArrayAsync();
        var json = message.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && bytes.Length > 0 ? JsonNode.Parse(bytes) : null;
        return new Answer(message.StatusCode, json, bytes, message);
    }

    public void Dispose() => http.Dispose();

    private static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> Socket(string from) => async (context, stop) =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop);
        return new NetworkStream(socket, ownsSocket: true);
    };
}

/// <summary>What programs send in these tests.</summary>
internal static class Sample
{
    public const string Giang = "099169000006";
    public const string Hai = "099090000007";

    /// <summary>A fresh id, as a sender makes it.</summary>
    public static Guid Id() => Uuid.New(NodaTime.SystemClock.Instance.GetCurrentInstant());

    /// <summary>A stall at the market.</summary>
    public static JsonObject Stall(string market = "cho-dong", string number = Giang, string name = "Đỗ Mẫu Giang") => new()
    {
        ["service"] = "cho-ban-hang",
        ["applicant"] = new JsonObject { ["name"] = name, ["identityNumber"] = number, ["phone"] = "0900 000 106" },
        ["answers"] = new JsonObject
        {
            ["market"] = market, ["stall"] = "large", ["days"] = 4, ["sellerName"] = name, ["sellerPhone"] = "0900000106", ["goods"] = "Rau củ nhà trồng", ["promise"] = true,
        },
    };
}
