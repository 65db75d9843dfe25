using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HaiDang.Directory.SignIn.Citizens;

/// <summary>The identity provider could not be asked, or answered what cannot be used.</summary>
internal sealed class ProviderException(string what, Exception? inner = null) : Exception(what, inner);

/// <summary>Talks to the identity provider: its discovery document and keys, the exchange of the code, and what it tells of a person.</summary>
internal sealed class IdentityProvider : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 256 * 1024,
    };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? discovery;

    public IdentityProvider(CityStart start)
    {
        Settings = start.Oidc;
        if (Settings is null) return;
        discovery = new($"{Issuer}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !Settings.Authority.IsLoopback });
    }

    /// <summary>Null when the city has no identity provider.</summary>
    public OidcSettings? Settings { get; }

    private string Issuer => Settings!.Authority.ToString().TrimEnd('/');

    public async Task<OpenIdConnectConfiguration> Configuration(CancellationToken stop)
    {
        OpenIdConnectConfiguration found;
        try
        {
            found = await discovery!.GetConfigurationAsync(stop);
        }
        catch (Exception error) when (error is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            throw new ProviderException("discovery", error);
        }
        return found.Issuer?.TrimEnd('/') == Issuer && found.AuthorizationEndpoint is not null && found.TokenEndpoint is not null
            ? found : throw new ProviderException("the discovery document is not of this issuer");
    }

    /// <summary>Asks for the provider's keys again at the next use: it may have changed them.</summary>
    public void ForgetKeys() => discovery!.RequestRefresh();

    /// <summary>Exchanges the code for tokens; null when the provider does not honour it.</summary>
    public async Task<(string IdToken, string? AccessToken)?> Exchange(string code, string verifier, Uri redirect, CancellationToken stop)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect.ToString(), ["code_verifier"] = verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, (await Configuration(stop)).TokenEndpoint);
        if (Settings!.ClientSecret is { } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Settings.ClientId)}:{Uri.EscapeDataString(secret)}")));
        else fields["client_id"] = Settings.ClientId;
        request.Content = new FormUrlEncodedContent(fields);
        var (good, body) = await Ask(request, stop);
        return good && body.TryGetProperty("id_token", out var id) && id.GetString() is { } token
            ? (token, body.TryGetProperty("access_token", out var access) ? access.GetString() : null)
            : null;
    }

    /// <summary>What the provider tells of the person of an access token; an empty object when it has no such endpoint.</summary>
    public async Task<JsonElement> UserInfo(string accessToken, CancellationToken stop)
    {
        if ((await Configuration(stop)).UserInfoEndpoint is not { Length: > 0 } endpoint) return JsonSerializer.SerializeToElement(new { });
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var (good, body) = await Ask(request, stop);
        return good ? body : throw new ProviderException("userinfo was refused");
    }

    public void Dispose() => http.Dispose();

    private async Task<(bool Good, JsonElement Body)> Ask(HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            using var response = await http.SendAsync(request, stop);
            if ((int)response.StatusCode >= 500) throw new ProviderException($"status {(int)response.StatusCode}");
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(stop);
            return (response.IsSuccessStatusCode && body.ValueKind == JsonValueKind.Object, body);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or NotSupportedException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            throw new ProviderException("no usable answer", error);
        }
    }
}
