using System.Net;
using System.Net.Sockets;
using HaiDang.Platform.Access;

namespace HaiDang.Access.Tests.Matrix;

/// <summary>Who knocks. The case is Giang's, of the East Market, sent by the first program.</summary>
internal enum Who
{
    Nobody,
    Giang,
    Hai,
    EastCounter,
    EastLeader,
    WestCounter,
    WestLeader,
    Administrator,
    FirstProgram,
    SecondProgram,
}

/// <summary>Somebody at the door, with what opens it: a session and the token of a page, or a bearer token.</summary>
internal sealed class Role(Uri city, Who who, string? session, (string Cookie, string Header)? pageToken, string? bearer) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = From((byte)(20 + (int)who)) }) { BaseAddress = city };

    public Who Who => who;

    public bool IsProgram => who is Who.FirstProgram or Who.SecondProgram;

    /// <summary>Whether a policy lets them in. Programs carry no session, and people no bearer token.</summary>
    /// <returns>Null for a policy that nobody has said anything about.</returns>
    public bool? Passes(string? policy) => policy switch
    {
        Policies.Public or Policies.Signed => true,
        Policies.SignedIn => who is not Who.Nobody && !IsProgram,
        Policies.Citizen => who is Who.Giang or Who.Hai,
        Policies.Official => who is Who.EastCounter or Who.EastLeader or Who.WestCounter or Who.WestLeader or Who.Administrator,
        Policies.Admin => who is Who.Administrator,
        Policies.ApiRead or Policies.ApiSubmit or Policies.ApiMessage or Policies.ApiWebhook => IsProgram,
        _ => null,
    };

    /// <summary>Whether they may know of the case and of its applicant.</summary>
    public bool Knows => who is Who.Giang or Who.EastCounter or Who.EastLeader or Who.Administrator or Who.FirstProgram;

    public async Task<(HttpStatusCode Status, string? To, string Body)> Knocks(string method, string path, bool withPageToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var cookies = string.Join("; ", new[] { session is null ? null : $"haidang.session={session}", pageToken is null ? null : $"haidang.af={pageToken.Value.Cookie}" }.OfType<string>());
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        if (bearer is not null) request.Headers.Add("Authorization", $"Bearer {bearer}");
        if (withPageToken && pageToken is { } token) request.Headers.Add("RequestVerificationToken", token.Header);
        if (method is "POST" or "PUT")
            request.Content = path.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent(Bodies.Of(path), System.Text.Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent(Bodies.Form);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    public override string ToString() => who.ToString();

    /// <summary>Each has an address of their own: the city counts how often one address signs in.</summary>
    private static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> From(byte host) => async (context, stop) =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, 9, 9, host]), 0));
        await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop);
        return new NetworkStream(socket, ownsSocket: true);
    };
}

/// <summary>What is posted: enough for a verb to be carried out, were the door open.</summary>
internal static class Bodies
{
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Form =
    [
        new("reason", "Lý do thử nghiệm."), new("law", "Điều 1"), new("purpose", "Thử cửa vào"), new("stars", "5"), new("confirm", "true"), new("way", "cash"), new("do", "send"),
    ];

    public static string Of(string path) => path switch
    {
        _ when path.Contains("/messages/", StringComparison.Ordinal) => $$"""{"id":"{{Sample.Id()}}","data":{"amount":1,"reference":"GD-9"} }""",
        _ when path.Contains("/supplements/", StringComparison.Ordinal) => """{"answers":{"goods":"Hoa"}}""",
        _ when path.Contains("/webhooks/", StringComparison.Ordinal) => """{"address":"https://cong.example/tin","secret":"mot-chuoi-ngau-nhien-du-dai"}""",
        _ when path.Contains("/cases/", StringComparison.Ordinal) => Sample.Stall().ToJsonString(),
        _ => "{}",
    };
}
