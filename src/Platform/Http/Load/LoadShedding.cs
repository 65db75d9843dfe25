using System.Globalization;
using HaiDang.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace HaiDang.Platform.Http.Load;

/// <summary>
/// Above what the city can serve it answers at once with 503, when to come again, and a page that holds what was typed. Whoever waits
/// is served in order, so that the city is itself again as soon as the crowd is gone. Large uploads have places of their own.
/// </summary>
internal sealed class LoadShedding : IDisposable
{
    private const int RetryAfterSeconds = 2, UploadsPerPlace = 4;
    private readonly LoadLimits limits;
    private readonly SemaphoreSlim places, uploads;
    private int waiting;

    public LoadShedding(LoadLimits limits)
    {
        this.limits = limits;
        places = new SemaphoreSlim(limits.AtOnce);
        uploads = new SemaphoreSlim(limits.AtOnce * UploadsPerPlace);
    }

    public async Task Run(HttpContext http, RequestDelegate next)
    {
        // Whether the city is well must be told most of all when it is not.
        if (http.Request.Path == Links.Operations.Health)
        {
            await next(http);
            return;
        }
        var large = IsLarge(http.Request);
        if (!large && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) await TakeIn(http);
        var place = large ? uploads : places;
        if (!await Enter(place, http.RequestAborted))
        {
            await Shed(http, large);
            return;
        }
        try
        {
            await next(http);
        }
        finally
        {
            place.Release();
        }
    }

    public void Dispose()
    {
        places.Dispose();
        uploads.Dispose();
    }

    private async Task<bool> Enter(SemaphoreSlim place, CancellationToken gone)
    {
        if (place.Wait(0, CancellationToken.None)) return true;
        if (Interlocked.Increment(ref waiting) > limits.Line)
        {
            Interlocked.Decrement(ref waiting);
            return false;
        }
        try
        {
            return await place.WaitAsync(limits.Patience, gone);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private static bool IsLarge(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && (request.ContentLength > LoadLimits.SmallForm || (request.ContentLength is null && request.Headers.TransferEncoding.Count > 0));

    private static async Task TakeIn(HttpContext http)
    {
        http.Request.EnableBuffering(LoadLimits.SmallForm);
        await http.Request.Body.DrainAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
    }

    private static async Task Shed(HttpContext http, bool large)
    {
        var (request, response) = (http.Request, http.Response);
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        SecurityHeaders.Set(response.Headers);
        if (request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, type: "urn:haidang:problem:platform.too-busy",
                title: "Hệ thống đang quá tải / The system is too busy", detail: $"Gửi lại sau {RetryAfterSeconds} giây / Send again after {RetryAfterSeconds} s").ExecuteAsync(http);
            return;
        }
        var typed = !large && HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await request.ReadFormAsync(http.RequestAborted) : null;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(BusyPage.Of($"{request.PathBase}{request.Path}{request.QueryString}", HttpMethods.IsPost(request.Method), typed), http.RequestAborted);
    }
}
