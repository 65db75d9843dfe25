using HaiDang.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HaiDang.Ui.Tests.Gallery;

/// <summary>A small city without a city: every component and a page of each kind, as the real host would show them.</summary>
public sealed class GalleryHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private GalleryHost(WebApplication app) => this.app = app;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => app.Urls.First();

    /// <summary>Addresses of all pages of the gallery, in the order of its contents.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "/", "/service", "/question", "/answers", "/receipt", "/case", "/cases", "/results",
        "/components/forms", "/components/messages", "/components/lists",
        "/desk", "/desk/case", "/desk/table", "/operations", "/verify", "/error",
    ];

    public static async Task<GalleryHost> Start(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.Services.AddUi(Samples.Site);
        builder.Services.AddScoped(s => Samples.ViewerOf(s.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Path));
        builder.Services.AddSingleton(new RailPart(typeof(SampleRail)));

        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = UiStart.ContentSecurityPolicy();
            return next(http);
        });
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = http => PageResult.ShowStatus(http, StatusCodes.Status500InternalServerError), AllowStatusCode404Response = true });
        app.UseStatusCodePages(ended => PageResult.ShowStatus(ended.HttpContext, ended.HttpContext.Response.StatusCode));
        app.UseAntiforgery();
        app.MapUi();
        app.MapPages(typeof(GalleryHost).Assembly);
        app.MapPost("/question", Answer);
        app.MapPost("/autosave", async (HttpContext http, IAntiforgery forgery) => await forgery.IsRequestValidAsync(http) ? Results.Json(new { saved = "14:32" }) : Results.BadRequest());
        app.MapGet("/keep", () => Results.NoContent());
        app.MapGet("/file/{name}", (string name) => Results.Bytes(Samples.FileOf(name, out var type), type));
        app.MapPost("/breaks", IResult () => throw new InvalidOperationException("as the test wants"));
        app.MapPost("/refuses", (HttpContext http) => PageResult.Refused(http, [Samples.Taken.Now()])).DisableAntiforgery();
        app.MapPost("/sign-out", () => Results.LocalRedirect("/"));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<IResult> Answer(HttpContext http, IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync();
        var born = DateEntry.Read(form, "born");
        List<Problem> problems = [];
        if (form["fullName"].ToString() == "") problems.Add(Samples.Missing.At("fullName", Samples.FullName));
        if (born.Date is null) problems.Add(Samples.NotADate.At("born"));
        if (form["purpose"].ToString() == "") problems.Add(Samples.Missing.At("purpose", Samples.Purpose));
        return problems.Count == 0
            ? Results.LocalRedirect("/answers")
            : PageResult.Render<QuestionPage>(http, new { Problems = problems, Name = form["fullName"].ToString(), Born = born, Chosen = form["purpose"].ToString() });
    }
}
