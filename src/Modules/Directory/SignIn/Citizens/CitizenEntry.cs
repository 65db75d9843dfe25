using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HaiDang.Contracts;
using HaiDang.Directory.Citizens;
using HaiDang.Kernel;
using HaiDang.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Directory.SignIn.Citizens;

/// <summary>What we keep, sealed in the browser, while the person is at the identity provider.</summary>
internal sealed record PendingEntry(string State, string Nonce, string Verifier, string? Back);

/// <summary>A citizen signs in: OpenID Connect, authorization code flow with PKCE (RFC 7636, S256).</summary>
internal sealed partial class CitizenEntry(IdentityProvider provider, KnownCitizens citizens, CityStart start, IClock clock, ILogger<CitizenEntry> log)
{
    private static readonly string[] Scopes = ["openid", "profile", "identity", "phone", "email", "address"];

    private Uri Redirect => new(start.Address, Links.SignIn.Callback);

    /// <summary>Where to send the person, and what to remember until they come back.</summary>
    /// <param name="anew">Whether the provider must ask again who they are, as after signing out on a shared computer.</param>
    public async Task<Outcome<(Uri To, PendingEntry Pending)>> Begin(string? back, bool anew, CancellationToken stop = default)
    {
        if (provider.Settings is not { } settings) return EntryProblems.NotSetUp.Now();
        try
        {
            var found = await provider.Configuration(stop);
            var pending = new PendingEntry(Uuid.Secret(32), Uuid.Secret(32), Uuid.Secret(64), back);
            var offered = found.ScopesSupported;
            var query = new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = settings.ClientId,
                ["redirect_uri"] = Redirect.ToString(),
                ["scope"] = string.Join(' ', Scopes.Where(s => s == "openid" || offered.Count == 0 || offered.Contains(s))),
                ["state"] = pending.State,
                ["nonce"] = pending.Nonce,
                ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier))),
                ["code_challenge_method"] = "S256",
                ["ui_locales"] = LocalText.Current == Language.English ? "en vi" : "vi en",
            };
            if (anew) query["prompt"] = "login";
            return (new Uri(QueryHelpers.AddQueryString(found.AuthorizationEndpoint, query)), pending);
        }
        catch (ProviderException error)
        {
            Unreachable(error);
            return EntryProblems.Unreachable.Now();
        }
    }

    /// <summary>The person is back with a code.</summary>
    /// <param name="issuer">The <c>iss</c> of the answer (RFC 9207), or null when the provider sends none.</param>
    public async Task<Outcome<Citizen>> Return(PendingEntry pending, string code, string? issuer, CancellationToken stop = default)
    {
        if (provider.Settings is not { } settings) return EntryProblems.NotSetUp.Now();
        try
        {
            var found = await provider.Configuration(stop);
            if (issuer is not null && issuer != found.Issuer) return Refuse("iss");
            if (await provider.Exchange(code, pending.Verifier, Redirect, stop) is not { } tokens) return Refuse("code");
            var now = clock.GetCurrentInstant();
            var answer = await IdTokenCheck.Run(tokens.IdToken, found, settings, pending.Nonce, now);
            if (answer.UnknownKey)
            {
                provider.ForgetKeys();
                answer = await IdTokenCheck.Run(tokens.IdToken, await provider.Configuration(stop), settings, pending.Nonce, now);
            }
            if (answer.Sub is not { } sub) return Refuse(answer.Fault ?? "");
            var claims = tokens.AccessToken is { } access ? await provider.UserInfo(access, stop) : default;
            // What userinfo says is about this person only when it names the same subject (OpenID Connect Core 1.0 §5.3.2).
            if (claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty("sub", out var about) && about.GetString() != sub) return Refuse("userinfo sub");
            if (!CitizenClaims.Read(claims).Is(out var facts, out var problems)) return Outcome.Refuse<Citizen>(problems);
            return await citizens.SignIn(found.Issuer, sub, facts, stop);
        }
        catch (ProviderException error)
        {
            Unreachable(error);
            return EntryProblems.Unreachable.Now();
        }
    }

    private Problem Refuse(string fault)
    {
        Refused(fault);
        return EntryProblems.Refused.Now();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider cannot be used")]
    private partial void Unreachable(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer of the identity provider was refused: {Fault}")]
    private partial void Refused(string fault);
}
