using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform.Access;

/// <summary>The policies that endpoints name. An endpoint that names none is closed to all.</summary>
public static class Policies
{
    /// <summary>Anybody who signed in as a citizen.</summary>
    public const string Citizen = "citizen";

    /// <summary>Any active official.</summary>
    public const string Official = "official";

    /// <summary>An official with the role <c>admin</c> in some unit.</summary>
    public const string Admin = "admin";

    /// <summary>Citizen or official.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Needs nobody: the portal's open pages. Named so that it is a choice, never an oversight.</summary>
    public const string Public = "public";

    /// <summary>A client of the API that may submit: files, cases, supplements.</summary>
    public const string ApiSubmit = "api-submit";

    /// <summary>A client of the API that may read its cases.</summary>
    public const string ApiRead = "api-read";

    /// <summary>A client of the API that may send messages which processes wait for.</summary>
    public const string ApiMessage = "api-message";

    /// <summary>A client of the API that may have news of its cases sent to it.</summary>
    public const string ApiWebhook = "api-webhook";

    /// <summary>A system outside whose message carries the signature of its connection; the endpoint verifies it before anything else.</summary>
    public const string Signed = "signed";

    internal static void Add(IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Public, p => p.RequireAssertion(_ => true))
        .AddPolicy(Signed, p => p.RequireAssertion(_ => true))
        .AddPolicy(SignedIn, p => p.RequireAuthenticatedUser().RequireClaim(Claim.Kind))
        .AddPolicy(Citizen, p => p.RequireAuthenticatedUser().RequireClaim(Claim.Kind, Claim.KindCitizen))
        .AddPolicy(Official, p => p.RequireAuthenticatedUser().RequireClaim(Claim.Kind, Claim.KindOfficial))
        .AddPolicy(Admin, p => p.RequireAuthenticatedUser().RequireClaim(Claim.Kind, Claim.KindOfficial).RequireClaim(Claim.Role, "admin"))
        .AddPolicy(ApiSubmit, p => p.RequireClaim(Claim.May, ApiPermit.Submit))
        .AddPolicy(ApiRead, p => p.RequireClaim(Claim.May, ApiPermit.Read))
        .AddPolicy(ApiMessage, p => p.RequireClaim(Claim.May, ApiPermit.Message))
        .AddPolicy(ApiWebhook, p => p.RequireClaim(Claim.May, ApiPermit.Webhook))
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
}

/// <summary>The claims of a signed-in person's cookie. Roles are added anew at each request, so a move takes effect at once.</summary>
public static class Claim
{
    /// <summary>Account id. Called <c>sub</c> so that antiforgery tokens are bound to the account and outlive a change of its roles.</summary>
    public const string Id = "sub";
    public const string Name = "name";
    public const string Kind = "kind";
    public const string Role = "role";
    public const string Stamp = "stamp";

    /// <summary>What a client of the API may do: one claim for each word of <see cref="ApiPermit"/>.</summary>
    public const string May = "may";
    public const string KindCitizen = "citizen";
    public const string KindOfficial = "official";
    public const string KindClient = "client";
}
