using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HaiDang.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HaiDang.Directory.Tests.SignIn;

/// <summary>A small identity provider that can be told to lie.</summary>
internal sealed class IdentityHouse : IAsyncDisposable
{
    public const string Client = "thi-tran", Secret = "một bí mật dài của ứng dụng này";

    private readonly WebApplication app;

    private IdentityHouse(WebApplication app) => this.app = app;

    public string Issuer { get; private set; } = "";
    public OidcSettings Settings => new(new Uri(Issuer), Client, Secret);

    public RSA Key { get; set; } = RSA.Create(2048);
    public string KeyId { get; set; } = "k1";

    /// <summary>Makes the ID token that the next exchange gives.</summary>
    public Func<string> IdToken { get; set; } = () => "";
    public object UserInfo { get; set; } = new { sub = "do-mau-giang", name = "Đỗ Mẫu Giang" };

    /// <summary>What was posted to the token endpoint, and with what authorization.</summary>
    public Dictionary<string, string> Asked { get; } = [];

    public static async Task<IdentityHouse> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var house = new IdentityHouse(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = house.Issuer, authorization_endpoint = $"{house.Issuer}/auth", token_endpoint = $"{house.Issuer}/token",
            userinfo_endpoint = $"{house.Issuer}/me", jwks_uri = $"{house.Issuer}/jwks", scopes_supported = new[] { "openid", "profile", "identity" },
        }));
        app.MapGet("/jwks", () => Results.Text(house.Jwks(), "application/json"));
        app.MapPost("/token", async (HttpRequest request) =>
        {
            foreach (var (name, value) in await request.ReadFormAsync()) house.Asked[name] = value.ToString();
            house.Asked["authorization"] = request.Headers.Authorization.ToString();
            return Results.Json(new { id_token = house.IdToken(), access_token = "the-vao-cua", token_type = "Bearer" });
        });
        app.MapGet("/me", () => Results.Json(house.UserInfo));
        await app.StartAsync();
        house.Issuer = app.Urls.Single();
        return house;
    }

    /// <summary>A token as it should be; each part can be made wrong.</summary>
    public string Token(string nonce, DateTime now, string? audience = null, string? issuer = null, DateTime? expires = null, RSA? key = null,
        string? keyId = null, string? sub = "do-mau-giang", object? azp = null, DateTime? from = null)
    {
        var claims = new Dictionary<string, object> { ["nonce"] = nonce };
        if (sub is not null) claims["sub"] = sub;
        if (azp is not null) claims["azp"] = azp;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer, Audience = audience ?? Client, Claims = claims, IssuedAt = now, NotBefore = from ?? now, Expires = expires ?? now.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key ?? Key) { KeyId = keyId ?? KeyId }, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A token that says it needs no signature, and one signed with what the client knows.</summary>
    public string Unsigned(string nonce, DateTime now) => $"{Part(new { alg = "none" })}.{Part(Body(nonce, now))}.";

    public string SignedWithTheClientsSecret(string nonce, DateTime now)
    {
        var head = $"{Part(new { alg = "HS256" })}.{Part(Body(nonce, now))}";
        return $"{head}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(head)))}";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private object Body(string nonce, DateTime now) => new { iss = Issuer, aud = Client, sub = "do-mau-giang", nonce, exp = new DateTimeOffset(now).ToUnixTimeSeconds() + 300 };

    private static string Part(object value) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(value));

    private string Jwks()
    {
        var p = Key.ExportParameters(false);
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = WebEncoders.Base64UrlEncode(p.Modulus!), e = WebEncoders.Base64UrlEncode(p.Exponent!) } } });
    }
}
