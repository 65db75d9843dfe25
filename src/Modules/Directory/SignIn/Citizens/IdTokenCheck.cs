using HaiDang.Kernel;
using HaiDang.Platform.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace HaiDang.Directory.SignIn.Citizens;

/// <summary>Whether an ID token is the provider's answer to our own question (OpenID Connect Core 1.0 §3.1.3.7).</summary>
internal static class IdTokenCheck
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // Only signatures with the provider's private key; a shared secret or none would let others sign.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <param name="Sub">Who it is about, as this provider knows them.</param>
    /// <param name="Fault">Why it is refused, for the program's log.</param>
    /// <param name="UnknownKey">Whether it is signed with a key that was not among the provider's: it may have new ones.</param>
    public sealed record Answer(string? Sub, string? Fault, bool UnknownKey = false);

    public static async Task<Answer> Run(string idToken, OpenIdConnectConfiguration provider, OidcSettings settings, string nonce, Instant now)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => InTime(from, until, now.ToDateTimeUtc()),
        });
        if (!result.IsValid) return new(null, result.Exception.GetType().Name, result.Exception is SecurityTokenSignatureKeyNotFoundException);
        var token = (JsonWebToken)result.SecurityToken;
        if (token.Claims.FirstOrDefault(c => c.Type == "nonce")?.Value != nonce) return new(null, "nonce");
        if (token.Azp is { Length: > 0 } party ? party != settings.ClientId : token.Audiences.Count() > 1) return new(null, "azp");
        return token.Subject is { Length: > 0 and <= 255 } sub ? new(sub, null) : new(null, "sub");
    }

    private static bool InTime(DateTime? from, DateTime? until, DateTime now) =>
        until is not null && now < until + Skew && (from is null || from - Skew <= now);
}
