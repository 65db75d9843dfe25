using System.Security.Claims;
using System.Text.Encodings.Web;
using HaiDang.Contracts;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Claim = HaiDang.Platform.Access.Claim;

namespace HaiDang.Directory.Clients;

/// <summary>
/// Who calls the API: the client whose bearer token the request carries (RFC 6750 §2.1). Everything below <see cref="Links.Api.Root"/>
/// comes through here and nothing else does, so that a cookie opens nothing of the API and needs no token against forgery there.
/// </summary>
internal sealed class BearerDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "bearer";
    private const string Prefix = "Bearer ";

    public static string? SchemeFor(HttpContext http) => http.Request.Path.StartsWithSegments(Links.Api.Root, StringComparison.OrdinalIgnoreCase) ? SchemeName : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return AuthenticateResult.NoResult();
        var services = Context.RequestServices;
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || await services.GetRequiredService<ApiClients>().OfToken(header[Prefix.Length..].Trim(), Context.RequestAborted) is not { } client)
            return AuthenticateResult.Fail("unknown token");
        var current = services.GetRequiredService<CurrentActor>();
        (current.Actor, current.Permit) = (client.Actor, client.Permit);
        var identity = new ClaimsIdentity(SchemeName, Claim.Name, Claim.Role);
        identity.AddClaim(new(Claim.Id, client.Id.ToString()));
        identity.AddClaim(new(Claim.Name, client.Name));
        identity.AddClaim(new(Claim.Kind, Claim.KindClient));
        foreach (var door in client.Permit.Doors) identity.AddClaim(new(Claim.May, door));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (NotThere is { } status) return ProblemResults.OfStatus(status).ExecuteAsync(Context);
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return ProblemResults.Json([ClientProblems.NoToken.Now()], StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (NotThere is { } status) return ProblemResults.OfStatus(status).ExecuteAsync(Context);
        Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
        return ProblemResults.Json([ClientProblems.NotPermitted.Now()]).ExecuteAsync(Context);
    }

    /// <summary>Nothing answers here, or only the framework's own word that the method is wrong: such endpoints name no policy and are closed to all.</summary>
    private int? NotThere => Context.GetEndpoint() is not { } endpoint ? StatusCodes.Status404NotFound
        : endpoint.Metadata.GetMetadata<IAuthorizeData>() is null ? StatusCodes.Status405MethodNotAllowed : null;
}
