using HaiDang.Cases.Submit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.Apply;

/// <summary>Carries a new case's secret to the acknowledgement that follows, sealed in a cookie that lives for ten minutes.</summary>
internal sealed class SentOnce(IDataProtectionProvider protection)
{
    private const string Cookie = "haidang.sent";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("cases.sent").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, Submitted sent) => http.Response.Cookies.Append(Cookie, protector.Protect($"{sent.Case.Number} {sent.Secret}", Life), new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Life, IsEssential = true,
    });

    /// <summary>The secret of the case that was just sent from this browser; null for any other.</summary>
    public string? SecretOf(HttpContext http, string number)
    {
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        try
        {
            return protector.Unprotect(kept).Split(' ') is [var n, var secret] && n == number ? secret : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
