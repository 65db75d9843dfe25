namespace HaiDang.Platform.Access;

/// <summary>The identity provider at which citizens sign in (OpenID Connect).</summary>
/// <param name="Authority">Its issuer address; its discovery document lies under <c>/.well-known/openid-configuration</c>.</param>
/// <param name="ClientId">What the provider knows this city by.</param>
/// <param name="ClientSecret">The secret shared with the provider; null for a client that has only PKCE.</param>
public sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret);
