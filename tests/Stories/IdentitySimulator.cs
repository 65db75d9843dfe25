using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace HaiDang.Stories;

/// <summary>A small OpenID provider: whoever a story says they are, they are. Its tokens are signed as a real one's.</summary>
internal sealed class IdentitySimulator : IAsyncDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Sub, string Name, string Nonce)> given = new();
    private readonly IClock clock;
    private WebApplication app = null!;

    private IdentitySimulator(IClock clock) => this.clock = clock;

    public Uri Address { get; private set; } = null!;

    public static async Task<IdentitySimulator> Open(IClock clock)
    {
        var simulator = new IdentitySimulator(clock);
        await simulator.Start();
        return simulator;
    }

    /// <summary>The person agrees: the code with which the browser goes back.</summary>
    public string Agree(string sub, string name, string nonce)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        given[code] = (sub, name, nonce);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer, authorization_endpoint = $"{Issuer}/authorize", token_endpoint = $"{Issuer}/token", userinfo_endpoint = $"{Issuer}/userinfo", jwks_uri = $"{Issuer}/keys",
        }));
        var public_ = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(false)) { KeyId = "1" });
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", alg = "RS256", n = public_.N, e = public_.E } } }));
        app.MapPost("/token", async (HttpContext http) =>
        {
            var posted = await http.Request.ReadFormAsync();
            return given.TryGetValue(posted["code"].ToString(), out var person)
                ? Results.Json(new { id_token = Token(person.Sub, person.Nonce), access_token = posted["code"].ToString(), token_type = "Bearer" })
                : Results.BadRequest(new { error = "invalid_grant" });
        });
        app.MapGet("/userinfo", (HttpContext http) =>
        {
            var person = given[http.Request.Headers.Authorization.ToString()["Bearer ".Length..]];
            return Results.Json(new { sub = person.Sub, name = person.Name, identity_number = "099096000029", phone_number = "0900000029" });
        });
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
    }

    private string Issuer => Address.ToString().TrimEnd('/');

    private string Token(string sub, string nonce)
    {
        var now = clock.GetCurrentInstant().ToDateTimeUtc();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer, Audience = City.ClientId, IssuedAt = now, NotBefore = now, Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = sub, ["nonce"] = nonce },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
    }
}
