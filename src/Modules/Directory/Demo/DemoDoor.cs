using System.Net;
using HaiDang.Directory.Secrets;
using HaiDang.Platform;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Directory.Demo;

/// <summary>Whether somebody may enter the demo's side door: only under <c>--demo</c>, and only from this machine itself.</summary>
internal sealed class DemoDoor(CityStart start, IClock clock)
{
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Original-For", "X-Real-IP"];

    public bool IsOpenTo(HttpContext? http) => start.Demo
        && http is { Connection: { RemoteIpAddress: { } from, LocalIpAddress: { } to } }
        && IPAddress.IsLoopback(from) && IPAddress.IsLoopback(to)
        && !Forwarded.Any(http.Request.Headers.ContainsKey);

    /// <summary>What the authenticator of the demo's officials shows now.</summary>
    public string CodeNow() => Totp.CodeOf(Base32.Read(DemoPeople.AuthenticatorSecret), Totp.StepAt(clock.GetCurrentInstant()));
}
