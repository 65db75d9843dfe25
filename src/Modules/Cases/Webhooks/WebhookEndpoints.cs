using System.ComponentModel;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Background;
using HaiDang.Platform.Http;
using HaiDang.Platform.Log;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Webhooks;

/// <summary>A client says where it wants news of its cases, sees how it fares, and takes it back.</summary>
internal static class WebhookEndpoints
{
    private const string Tag = "webhooks";

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<WebhookStore>();
        services.AddScoped<TryWebhook>();
        services.AddTransient<Deliveries>();
        services.AddScoped<ILogReader, NewsReader>();
        services.AddScoped<IBackgroundWork, SendNews>();
        services.AddSingleton<NewsPost>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.Clients.TryRoute, TryWebhook.Post).RequireAuthorization(Policies.Admin).WithMetadata(new RequireAntiforgeryTokenAttribute());
        var shown = new WebhookReport { Id = new("019a2f60-7c1e-7b3a-9d52-4f0c8e6a1b21"), Address = "https://cong.example/tin-ho-so", State = "active", MadeAt = Instant.FromUtc(2026, 3, 2, 1, 30), Queued = 0, Sent = 12, Dead = 0 };
        routes.MapGet(Links.Api.Webhooks, List)
            .Tells("listWebhooks", Tag, "Nơi nhận tin / webhooks", "Nơi nhận tin của ứng dụng này, kèm số tin đang chờ, đã nhận, không gửi được / where this program has news sent, with how many are queued, sent and dead.", Policies.ApiWebhook)
            .Gives<WebhookList>(200, "Danh sách / the list", new WebhookList { Webhooks = [shown] });
        routes.MapPut(Links.Api.WebhookRoute, Put)
            .Tells("putWebhook", Tag, "Đăng ký nhận tin / register a webhook", """
                Tin về hồ sơ do ứng dụng này gửi được POST đến địa chỉ https dưới dạng CloudEvents 1.0, ký trong tiêu đề X-HaiDang-Signature: t=GIÂY,v1=HMAC-SHA256(secret, "GIÂY.THÂN"). Tin không chứa dữ liệu cá nhân. Trả 2xx là đã nhận; 410 là ngừng hẳn; lỗi khác được gửi lại 10 lần, thưa dần.

                News of the cases that this program sent is posted to an https address as CloudEvents 1.0, signed in the header X-HaiDang-Signature: t=SECONDS,v1=HMAC-SHA256(secret, "SECONDS.BODY"). It holds no personal data. 2xx takes it; 410 ends the webhook; anything else is tried again, ten times with growing pauses.
                """, Policies.ApiWebhook)
            .Takes<WebhookSending>("Nơi nhận / the webhook", new WebhookSending { Address = shown.Address, Secret = "doi-chuoi-nay-bang-chuoi-ngau-nhien" })
            .Gives<WebhookReport>(200, "Đã ghi / kept", shown).Refuses(409);
        routes.MapDelete(Links.Api.WebhookRoute, Delete)
            .Tells("deleteWebhook", Tag, "Ngừng nhận tin / remove a webhook", "Tin chưa gửi cũng bỏ / news not sent yet is dropped as well.", Policies.ApiWebhook)
            .GivesNothing(204, "Đã bỏ / removed").Refuses(404);
    }

    private static async Task<IResult> List(WebhookStore webhooks, CancellationToken stop) =>
        Results.Json(new WebhookList { Webhooks = [.. (await webhooks.Own(stop)).Select(WebhookReport.Of)] }, KernelJson.Options);

    private static async Task<IResult> Put(Guid id, HttpContext http, WebhookStore webhooks, CityStart start, CurrentActor who, CancellationToken stop)
    {
        if (!(await ApiBody.Read<WebhookSending>(http, stop)).Is(out var body, out var unreadable)) return ProblemResults.Json(unreadable);
        List<Problem> wrong = [];
        if (!IsFit(body.Address, start)) wrong.Add(WebhookProblems.BadAddress.At("address", Webhook.LongestAddress));
        if (body.Secret.Length is < Webhook.ShortestSecret or > Webhook.LongestSecret) wrong.Add(WebhookProblems.BadSecret.At("secret", Webhook.ShortestSecret, Webhook.LongestSecret));
        if (wrong.Count > 0) return ProblemResults.Json(wrong);
        if (await webhooks.Find(id, stop) is { } known && known.Client != who.Required.Id) return ProblemResults.Json([WebhookProblems.IdTaken.At("id")]);
        if (!await webhooks.Keep(id, body.Address, body.Secret, stop)) return ProblemResults.Json([WebhookProblems.TooMany.Now(Webhook.MostOfClient)]);
        return Results.Json(WebhookReport.Of((await webhooks.Own(stop)).First(w => w.Id == id)), KernelJson.Options);
    }

    private static async Task<IResult> Delete(Guid id, WebhookStore webhooks, CancellationToken stop) =>
        await webhooks.Remove(id, stop) ? Results.NoContent() : ProblemResults.Json([WebhookProblems.Missing.Now()]);

    /// <summary>https outside; on this machine, in a demo, http as well. Where a name leads is looked at when news is sent.</summary>
    private static bool IsFit(string address, CityStart start)
    {
        if (address.Length > Webhook.LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0) return false;
        if (System.Net.IPAddress.TryParse(uri.Host.Trim('[', ']'), out var literal) && !new OutsideOnly(start.PrivateWebhooks, start.Demo).Allows(literal)) return false;
        return uri.Scheme == Uri.UriSchemeHttps || (start.Demo && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
    }
}

internal sealed record WebhookSending
{
    [Description("Địa chỉ https / an https address")]
    public required string Address { get; init; }
    [Description("Khóa để ký, 24 đến 200 ký tự, nên ngẫu nhiên / the secret to sign with, 24 to 200 characters, better random")]
    public required string Secret { get; init; }
}

internal sealed record WebhookList
{
    public required IReadOnlyList<WebhookReport> Webhooks { get; init; }
}

internal sealed record WebhookReport
{
    public required Guid Id { get; init; }
    public required string Address { get; init; }
    [Description("active, hoặc/or ended (nơi nhận đã trả 410 / the receiver said 410)")]
    public required string State { get; init; }
    public required Instant MadeAt { get; init; }
    [Description("Tin đang chờ / news that waits")]
    public required long Queued { get; init; }
    public required long Sent { get; init; }
    [Description("Tin đã thôi gửi sau 10 lần / news given up after ten tries")]
    public required long Dead { get; init; }
    [Description("Lỗi gần nhất / what went wrong last")]
    public string? LastError { get; init; }

    public static WebhookReport Of(WebhookState w) => new()
    {
        Id = w.Id, Address = w.Address, State = w.EndedAt is null ? "active" : "ended", MadeAt = w.MadeAt, Queued = w.Queued, Sent = w.Sent, Dead = w.Dead, LastError = w.LastError,
    };
}

internal static class WebhookProblems
{
    public static readonly ProblemType BadAddress = new("cases.webhook-bad-address", ProblemKind.Invalid,
        new("Không gửi tin đến địa chỉ này được.", "News cannot be sent to this address."),
        new("Dùng một địa chỉ https công khai, không kèm tên đăng nhập hay #, tối đa {0} ký tự.", "Use a public https address without user name or #, {0} characters at most."));

    public static readonly ProblemType BadSecret = new("cases.webhook-bad-secret", ProblemKind.Invalid,
        new("Khóa phải dài từ {0} đến {1} ký tự.", "The secret must have {0} to {1} characters."),
        new("Tạo một chuỗi ngẫu nhiên.", "Make a random text."));

    public static readonly ProblemType IdTaken = new("cases.webhook-id-taken", ProblemKind.Conflict,
        new("Mã này đã được dùng.", "This id is taken."), new("Tạo một UUID khác.", "Make another UUID."));

    public static readonly ProblemType TooMany = new("cases.webhook-too-many", ProblemKind.Conflict,
        new("Mỗi ứng dụng có tối đa {0} nơi nhận tin.", "A program may have {0} webhooks at most."),
        new("Bỏ bớt một nơi không dùng.", "Remove one that is not used."));

    public static readonly ProblemType Missing = new("cases.webhook-missing", ProblemKind.Missing,
        new("Không có nơi nhận tin này.", "There is no such webhook."), new("Xem danh sách ở /api/webhooks.", "See the list at /api/webhooks."));
}
