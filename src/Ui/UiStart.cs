using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HaiDang.Ui;

/// <summary>
/// How a host takes up the design system: <c>services.AddUi(site)</c>, <c>app.UseRequestLocalization()</c>,
/// <c>app.UseAntiforgery()</c>, <c>app.MapUi()</c> and <c>app.MapPages(assemblies)</c>.
/// </summary>
public static class UiStart
{
    /// <summary>The path that switches the language: <c>/language/en?back=/path</c>.</summary>
    public const string LanguagePath = "/language";

    /// <summary>
    /// The Content-Security-Policy under which every page works: nothing inline, nothing from elsewhere. <c>data:</c> pictures
    /// are for QR codes; objects and frames of our own are for files shown beside a form.
    /// </summary>
    /// <param name="formTargets">Origins outside to which a form may lead by redirection, such as the identity provider's on sign-out.</param>
    public static string ContentSecurityPolicy(params string[] formTargets) =>
        "default-src 'self'; img-src 'self' data: blob:; object-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'; "
        + string.Join(' ', ["form-action 'self'", .. formTargets]);

    /// <param name="services">The services of the host.</param>
    /// <param name="site">What every page says about the city. A module that knows who looks replaces the scoped <see cref="Viewer"/>.</param>
    public static IServiceCollection AddUi(this IServiceCollection services, Site site)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton(site);
        services.TryAddScoped(_ => Viewer.Nobody);
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = site.Languages.Select(LocalText.CultureOf).ToList();
            (options.SupportedCultures, options.SupportedUICultures) = (cultures, cultures);
            options.DefaultRequestCulture = new(cultures[0]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Maps the assets and the language switch.</summary>
    public static IEndpointRouteBuilder MapUi(this IEndpointRouteBuilder routes)
    {
        UiAssets.Map(routes);
        routes.MapGet("/favicon.ico", () => Results.Redirect(UiAssets.Path("emblem.svg"))).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet(LanguagePath + "/{code}", SwitchLanguage).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    /// <summary>
    /// Maps the pages (<c>@page</c>) of the given assemblies. A page answers GET and HEAD only: a POST to the same address is
    /// the endpoint that stands in the page's folder (left alone, Razor's pages would answer it too, and neither would win).
    /// </summary>
    public static RazorComponentsEndpointConventionBuilder MapPages(this IEndpointRouteBuilder routes, params Assembly[] assemblies)
    {
        var pages = routes.MapRazorComponents<Shell>().AddAdditionalAssemblies(assemblies);
        pages.Finally(page =>
        {
            foreach (var old in page.Metadata.OfType<IHttpMethodMetadata>().ToList()) page.Metadata.Remove(old);
            page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
        return pages;
    }

    internal static string CodeOf(Language language) => language == Language.English ? "en" : "vi";

    private static IResult SwitchLanguage(HttpContext http, Site site, string code, string? back)
    {
        var language = site.Languages.Where(l => CodeOf(l) == code).Select(l => (Language?)l).FirstOrDefault();
        if (language is null) return Results.NotFound();
        CultureInfo culture = LocalText.CultureOf(language.Value);
        http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new(culture)),
            new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl);
}
