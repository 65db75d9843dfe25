using System.Reflection;
using HaiDang.Kernel;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Ui;

/// <summary>Answers a request with a page inside its layout: what a POST gives back when it cannot redirect.</summary>
public static class PageResult
{
    /// <summary>
    /// The page <typeparamref name="TPage"/> rendered whole, with its layout and a status of the caller's choice:
    /// <c>PageResult.Render&lt;AskForPapersPage&gt;(http, new { Id = id, Problems = refused.Problems, Typed = form })</c>.
    /// The cache must not keep it.
    /// </summary>
    /// <param name="http">The request that is being answered.</param>
    /// <param name="parameters">An object whose properties are the page's parameters, or a dictionary; null for none. A name
    /// that the page does not declare as a parameter is a bug and throws when it is rendered.</param>
    /// <param name="status">422 unless said otherwise.</param>
    public static IResult Render<TPage>(HttpContext http, object? parameters = null, int status = StatusCodes.Status422UnprocessableEntity)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return new RazorComponentResult<Shell>(new Dictionary<string, object?>
        {
            [nameof(Shell.Page)] = typeof(TPage),
            [nameof(Shell.Arguments)] = ToDictionary(parameters),
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }

    /// <summary>
    /// The page of a form once more after a post that was refused: its parameter <c>Problems</c>, what was typed, and the status of the
    /// first problem's kind. Where that problem is that the very thing is not there (it names no field), 404.
    /// </summary>
    /// <param name="http">The request that is being answered.</param>
    /// <param name="problems">At least one.</param>
    /// <param name="parameters">The page's other parameters, as <see cref="Render"/> takes them.</param>
    public static IResult Again<TPage>(HttpContext http, IReadOnlyList<Problem> problems, object? parameters = null) where TPage : IComponent =>
        problems[0] is { Field: null, Type.Kind: ProblemKind.Missing }
            ? Results.NotFound()
            : Render<TPage>(http, new Dictionary<string, object?>(ToDictionary(parameters)) { ["Problems"] = problems }, ProblemResults.StatusOf(problems));

    /// <summary>
    /// A refusal that no form can show, as a page of its own with the status of its kind: not there, not allowed, changed by
    /// somebody else, out of order.
    /// </summary>
    /// <param name="http">The request that is being answered.</param>
    /// <param name="problems">At least one; the first decides the status.</param>
    public static IResult Refused(HttpContext http, IReadOnlyList<Problem> problems)
    {
        var status = ProblemResults.StatusOf(problems);
        return Render<StatusPage>(http, new { Code = status, Problems = problems }, status);
    }

    /// <summary>
    /// Writes the page that says what a status means, where a request ended with nothing else to read:
    /// <c>app.UseStatusCodePages(ended => PageResult.ShowStatus(ended.HttpContext, ended.HttpContext.Response.StatusCode))</c>.
    /// </summary>
    /// <param name="http">The request that is being answered.</param>
    /// <param name="status">400 to 599.</param>
    public static async Task ShowStatus(HttpContext http, int status)
    {
        // A page that found nothing has used up this request's renderer: this one is drawn with services of its own.
        var services = http.RequestServices;
        await using var own = services.CreateAsyncScope();
        http.Response.Headers.Remove("blazor-enhanced-nav");
        http.RequestServices = own.ServiceProvider;
        try
        {
            await Render<StatusPage>(http, new { Code = status }, status).ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    private static Dictionary<string, object?> ToDictionary(object? parameters) => parameters switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, object?>> pairs => new(pairs),
        _ => parameters.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(p => p.Name, p => p.GetValue(parameters)),
    };
}
