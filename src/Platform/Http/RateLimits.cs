using System.Globalization;
using System.Threading.RateLimiting;
using HaiDang.Contracts;
using HaiDang.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform.Http;

/// <summary>How often one address (<see cref="CallerNetwork"/>) may knock at doors that cost something.</summary>
public static class RateLimits
{
    /// <summary>
    /// Doors to sign in by: 300 a minute, because a big office, a hall full of people or all telephones of a carrier may share one
    /// address. Where there is something to guess, what went wrong is counted besides.
    /// </summary>
    public const string Entry = "entry";

    /// <summary>Opening a certificate file, which is slow on purpose and counts no wrong guesses: 20 a minute.</summary>
    public const string Unlock = "unlock";

    /// <summary>Looking a case up by code and secret: 30 a minute.</summary>
    public const string LookUp = "look-up";

    /// <summary>A program that calls the API: as many a minute as its operator allowed. Whoever has no token: 120 a minute.</summary>
    public const string Api = "api";

    /// <summary>What a connection tells, signed with a secret that cannot be guessed: 600 a minute. Whoever is refused tells it again later.</summary>
    public const string Signed = "signed";

    private const int WithoutToken = 120;

    internal static void Add(IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Api, context => context.RequestServices.GetRequiredService<CurrentActor>() is { Actor: { Kind: ActorKind.Client } client, Permit: { } permit }
            ? permit.PerMinute == 0 ? RateLimitPartition.GetNoLimiter(client.Id) : Window(client.Id, permit.PerMinute)
            : PerMinute(context, WithoutToken));
        limits.AddPolicy(Entry, context => PerMinute(context, 300));
        limits.AddPolicy(Unlock, context => PerMinute(context, 20));
        limits.AddPolicy(Signed, context => PerMinute(context, 600));
        limits.AddPolicy(LookUp, context => PerMinute(context, 30));
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        Window(CallerNetwork.Of(context.Connection.RemoteIpAddress), permits);

    private static RateLimitPartition<string> Window(string caller, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(caller, _ =>
            new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
