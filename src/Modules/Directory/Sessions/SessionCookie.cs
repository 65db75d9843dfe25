using System.Security.Claims;
using HaiDang.Contracts;
using HaiDang.Directory.Clients;
using HaiDang.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Claim = HaiDang.Platform.Access.Claim;

namespace HaiDang.Directory.Sessions;

/// <summary>The one cookie of a signed-in person: account, kind and stamp, sealed. Everything else is read anew at each request.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session", Name = "haidang.session";

    /// <summary>How long a session lasts without a request.</summary>
    public static readonly Duration OfOfficial = Duration.FromHours(8), OfCitizen = Duration.FromHours(2);

    /// <summary>A session younger than this is not written anew at each request.</summary>
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SignedIn>();
        services.AddScoped<SessionCheck>();
        services.AddAuthentication(Scheme).AddCookie(Scheme).AddScheme<AuthenticationSchemeOptions, BearerDoor>(BearerDoor.SchemeName, null);
        services.AddTransient<HeldPosts>();
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<CityStart, IClock>((cookie, start, clock) =>
        {
            cookie.Cookie.Name = Name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = start.Address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ForwardDefaultSelector = BearerDoor.SchemeFor;
            cookie.SlidingExpiration = true;
            cookie.TimeProvider = new TimeOf(clock);
            cookie.Events.OnCheckSlidingExpiration = sliding =>
            {
                sliding.ShouldRenew = sliding.ElapsedTime >= RenewAfter || sliding.Request.Path == Links.SignIn.Keep;
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().Run(context);
            cookie.Events.OnRedirectToLogin = context => EntryDoor.Ask(context.HttpContext);
            cookie.Events.OnRedirectToAccessDenied = context => EntryDoor.Deny(context.HttpContext);
        });
    }

    public static Task Begin(HttpContext http, ActorKind kind, string account, string stamp)
    {
        var official = kind == ActorKind.Official;
        var now = http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        var identity = new ClaimsIdentity(
        [
            new(Claim.Id, account),
            new(Claim.Kind, official ? Claim.KindOfficial : Claim.KindCitizen),
            new(Claim.Stamp, stamp),
        ], Scheme, Claim.Name, Claim.Role);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IsPersistent = false,
            IssuedUtc = now.ToDateTimeOffset(),
            ExpiresUtc = (now + (official ? OfOfficial : OfCitizen)).ToDateTimeOffset(),
        });
    }

    /// <summary>Whose session the request's cookie was, though it may be over; null when it is none that was given here.</summary>
    public static ClaimsPrincipal? Ended(HttpContext http)
    {
        var cookie = http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        return cookie.CookieManager.GetRequestCookie(http, Name) is { } kept ? cookie.TicketDataFormat.Unprotect(kept)?.Principal : null;
    }

    /// <summary>Seconds until the session ends, given that this request renews it when it is old enough.</summary>
    public static int SecondsLeft(AuthenticationProperties properties, DateTimeOffset now)
    {
        var (from, until) = (properties.IssuedUtc ?? now, properties.ExpiresUtc ?? now);
        return (int)(now - from >= RenewAfter ? until - from : until - now).TotalSeconds;
    }

    /// <summary>The platform's clock, where ASP.NET Core asks for a time provider.</summary>
    private sealed class TimeOf(IClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
    }
}
