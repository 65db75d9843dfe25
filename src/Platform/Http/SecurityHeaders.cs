using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Platform.Http;

internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";

    internal static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Set(context.Response.Headers);
        if (context.User.Identity?.IsAuthenticated == true) context.Response.Headers.CacheControl = "no-cache, no-store";
        return next(context);
    });

    internal static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
    }
}
