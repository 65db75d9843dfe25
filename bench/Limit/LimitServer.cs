using System.Globalization;
using HaiDang.Bench.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HaiDang.Bench.Limit;

/// <summary>The writes by hand behind the same web server as the program's, in a process of its own like the program.</summary>
internal static class LimitServer
{
    public const string Variable = "HAIDANG_BENCH_LIMIT";

    public static async Task Run(int port, string? sqlite, CancellationToken stop)
    {
        await using BenchDatabase database = sqlite is null ? ServerDatabase.There(Environment.GetEnvironmentVariable(Variable)!) : new FileDatabase(sqlite);
        var sample = await Sample.Of(database, stop);
        await using IHand hand = sqlite is null ? new PostgresHand(database.ConnectionString, sample) : new SqliteHand(database.ConnectionString, sample);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        app.MapPost("/submit/{unit:int}", (int unit, CancellationToken gone) => hand.Submit(unit, gone));
        app.MapPost("/claim/{number}", async (string number, CancellationToken gone) => { await hand.Claim(number, gone); return Results.Ok(); });
        app.MapPost("/accept/{number}", async (string number, CancellationToken gone) => { await hand.Decide(number, true, gone); return Results.Ok(); });
        app.MapPost("/refuse/{number}", async (string number, CancellationToken gone) => { await hand.Decide(number, false, gone); return Results.Ok(); });
        app.MapGet("/find/{unit:int}/{number}", (int unit, string number, CancellationToken gone) => hand.Find(unit, number, gone));
        await ((IHost)app).RunAsync(stop);
    }
}
