using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Cases.Webhooks;
using HaiDang.Contracts;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Access.Tests.Webhooks;

/// <summary>Registers webhooks, and sends what there is to tell when a test says so.</summary>
internal static class News
{
    public static JsonObject Body(string address, string secret = Receiver.Secret) => new() { ["address"] = address, ["secret"] = secret };

    public static async Task Registers(Program program, string address) => (await program.Puts(Links.Api.Webhook(Sample.Id()), Body(address))).Is(HttpStatusCode.OK);

    public static async Task Sends(OpenCity city)
    {
        using var scope = city.Services.CreateScope();
        var services = scope.ServiceProvider;
        await CatchUp(services, services.GetServices<ILogReader>().OfType<NewsReader>().Single());
        await services.GetServices<IBackgroundWork>().OfType<SendNews>().Single().Run(TestContext.Current.CancellationToken);
    }

    public static async Task Rebuild(OpenCity city)
    {
        using var scope = city.Services.CreateScope();
        var reader = scope.ServiceProvider.GetServices<ILogReader>().OfType<NewsReader>().Single();
        await scope.ServiceProvider.GetRequiredService<LogFeed>().Rebuild(scope.ServiceProvider.GetRequiredService<CityDb>(), reader);
        await CatchUp(scope.ServiceProvider, reader);
    }

    /// <summary>To the end of the log. On PostgreSQL a reader waits for older transactions of the whole server, those of other tests too.</summary>
    private static async Task CatchUp(IServiceProvider services, NewsReader reader)
    {
        var db = services.GetRequiredService<CityDb>();
        for (var look = 0; look < 300; look++)
        {
            await services.GetRequiredService<LogFeed>().CatchUp(db, reader);
            var behind = await (await db.Connection()).ExecuteScalarAsync<long>(
                "select count(*) from platform_event where position > coalesce((select position from platform_reader where name=@Name), 0)", new { reader.Name });
            if (behind == 0) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The reader of the log does not come to its end within 30 seconds.");
    }
}
