using System.Net;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Operations;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Web;

/// <summary>Composes the modules into one web application.</summary>
public static class CityApp
{
    /// <summary>The largest request that the city takes: a page of answers with its files.</summary>
    public const long LargestRequest = 64 * 1024 * 1024;

    /// <summary>The longest text that one field may post, in characters; each question has a smaller limit of its own.</summary>
    public const int LongestAnswer = 1_000_000;

    /// <param name="listen">Where to listen: loopback unless the operator says otherwise.</param>
    public static WebApplication Build(CityStart start, IClock clock, IPEndPoint listen, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            ApplicationName = "haidang",
            // Watching for settings that change would watch every file below the folder in which the program was started, its database too.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(listen, options => options.Protocols = HttpProtocols.Http1);
        });
        Log(builder.Logging);
        builder.Services.Configure<FormOptions>(forms =>
        {
            forms.MultipartBodyLengthLimit = LargestRequest;
            forms.ValueLengthLimit = LongestAnswer;
            forms.ValueCountLimit = 2048;
        });
        builder.Services.AddPlatform(start, Modules.All, clock);
        builder.Services.AddUi(SiteOf(start));
        ApiDescription.Add(builder.Services, start);
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "haidang.af";
            // Lax: whoever comes back from the identity provider keeps the tokens of the pages that stand open in other tabs.
            o.Cookie.SameSite = SameSiteMode.Lax;
        });
        builder.Services.AddResponseCompression(o => o.EnableForHttps = true);
        also?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseForwardedHeaders(BehindWebServer(start));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Trouble.Answer, AllowStatusCode404Response = true });
        app.UseStatusCodePages(Trouble.Status);
        app.UseResponseCompression();
        app.UseLoadShedding();
        app.UseRequestLocalization();
        app.Use(RefuseUnreadable);
        app.UseRouting();
        app.UseAuthentication();
        app.UsePlatform();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForgery);
        app.MapUi();
        app.MapOperations();
        foreach (var module in Modules.All) module.MapEndpoints(app);
        ApiDescription.Map(app);
        app.MapPages([.. Modules.All.Select(m => m.GetType().Assembly).Distinct()]);
        return app;
    }

    /// <summary>Brings the schema up to date and lets each module make ready, before the first request.</summary>
    public static async Task Prepare(WebApplication app, CancellationToken stop = default)
    {
        await app.Services.GetRequiredService<Migrations>().Apply(stop);
        using var scope = app.Services.CreateScope();
        foreach (var module in Modules.All) await module.Prepare(scope.ServiceProvider, stop);
    }

    /// <summary>
    /// The web server with TLS in front says where a request came from and that it came by https; only the last word counts, and only that of
    /// this machine and of the servers that the operator named.
    /// </summary>
    private static ForwardedHeadersOptions BehindWebServer(CityStart start)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in start.Proxies) options.KnownProxies.Add(proxy);
        return options;
    }

    /// <summary>A null character is no text: PostgreSQL keeps none, and no page asks for one.</summary>
    private static Task RefuseUnreadable(HttpContext http, RequestDelegate next)
    {
        var asked = http.Request;
        if (asked.Path.Value?.Contains('\0', StringComparison.Ordinal) != true && asked.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>The framework's own check only notes a bad token for endpoints that bind a form; here it ends every request that needs one.</summary>
    private static Task RefuseForgery(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } token) http.Response.StatusCode = StatusOf(token.Error?.InnerException);
        else if (HoldsTooLongAnswer(http)) http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else return next(http);
        return Task.CompletedTask;
    }

    /// <summary>The framework holds only one of the two encodings of forms to its limit for a value.</summary>
    private static bool HoldsTooLongAnswer(HttpContext http) =>
        http.Features.Get<IFormFeature>()?.Form is { } form && form.Any(f => f.Value.Any(v => v?.Length > LongestAnswer));

    /// <summary>The token stands in the form: where that cannot be read, the token is not what is wrong.</summary>
    private static int StatusOf(Exception? unreadable) => unreadable switch
    {
        Microsoft.AspNetCore.Http.BadHttpRequestException refused => refused.StatusCode,
        InvalidDataException beyond when beyond.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };

    private static Site SiteOf(CityStart start) => new()
    {
        City = start.City.Name,
        Agency = start.City.Agency,
        Hotline = start.City.Hotline,
        Languages = start.City.Languages,
        Demo = start.Demo,
        SearchPath = Contracts.Links.Portal.Services,
        DeskSearchPath = Contracts.Links.Desk.Search,
        FootLinks =
        [
            new(new("Tra cứu hồ sơ", "Where is my case?"), Contracts.Links.Portal.Track),
            new(new("Kiểm tra giấy tờ đã cấp", "Verify a paper that we issued"), Contracts.Links.Portal.VerifyForm),
        ],
    };

    /// <summary>One JSON object a line, without addresses' query parts: no personal data.</summary>
    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(o =>
        {
            o.IncludeScopes = false;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
