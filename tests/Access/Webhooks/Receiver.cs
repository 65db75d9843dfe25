using System.Collections.Concurrent;
using HaiDang.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Access.Tests.Webhooks;

/// <summary>Somebody who has news sent to them, and believes only what is signed.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "khoa-thu-nghiem-cua-noi-nhan-tin";

    private readonly WebApplication app;

    private Receiver(IClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/news", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            if (!new Connection(Address, Secret).Verify(http.Request.Headers[Connection.Header], body, clock.GetCurrentInstant())) return Results.StatusCode(403);
            Types.Add(http.Request.ContentType ?? "");
            if (Answers != 200) return Results.StatusCode(Answers);
            News.Enqueue(body);
            return Results.Ok();
        });
        app.MapPost("/elsewhere", () => Results.Redirect("/news"));
    }

    public Uri Address => new(app.Urls.First());

    public string Inbox => new Uri(Address, "/news").ToString();

    public ConcurrentQueue<string> News { get; } = new();

    public ConcurrentBag<string> Types { get; } = [];

    /// <summary>What it answers to news that is signed well.</summary>
    public int Answers { get; set; } = 200;

    public static async Task<Receiver> Open(IClock clock)
    {
        var receiver = new Receiver(clock);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
