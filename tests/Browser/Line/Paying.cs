using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>A driving licence from the application to the signature: the police are asked and answer by themselves, the fee is paid at the gateway or at the counter.</summary>
internal static class Paying
{
    public const string Service = "doi-giay-phep-lai-xe";
    private const string Person = "Đỗ Mẫu Nam", Clerk = "Lý Thử Ái", Specialist = "Đinh Thử Bách", Leader = "Chu Thử Diệp";

    /// <param name="judged">Whether the pages of paying are judged and pictured, on both sizes of screen.</param>
    public static async Task WalksAt(LineCity city, Chromium chromium, bool judged)
    {
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await IsOwed(city, chromium, citizen);

        await citizen.Opens($"/cua-toi/{number}");
        Assert.Contains("Bạn cần nộp", await citizen.Page.InnerTextAsync("main"));
        if (judged) await citizen.SeesASoundPageOnEveryScreen("own-case-to-pay");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Nộp trực tuyến" }));
        Assert.Contains(number, await citizen.Page.InnerTextAsync("main"));
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button));
        Assert.Contains("Đã thanh toán", await citizen.Page.InnerTextAsync("main"));
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Quay lại hồ sơ" }));
        Assert.StartsWith($"{city.Address}/cua-toi/{number}", citizen.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("Bạn cần nộp", await citizen.Page.InnerTextAsync("main"));
        if (judged) await citizen.SeesASoundPageOnEveryScreen("own-case-paid");

        await chromium.Sits(city, Leader, leader => leader.Does(number, "Ký số", fills: page => page.FillAsync("[name=passphrase]", Desk.Passphrase)));
        var result = await citizen.Page.APIRequest.GetAsync($"{city.Address}/cua-toi/{number}/giay/result.pdf");
        Assert.Equal(200, result.Status);
    }

    public static async Task PaysAtTheCounter(LineCity city, Chromium chromium)
    {
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await IsOwed(city, chromium, citizen);
        await chromium.Sits(city, Clerk, async clerk =>
        {
            await clerk.Opens($"/desk/ho-so/{number}");
            await clerk.SeesASoundPageOnEveryScreen("take-payment");
            await clerk.Page.Locator("form[id^=payment-] [value=cash]").CheckAsync();
            await clerk.Presses(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Đã nhận tiền, lập biên lai" }));
            Assert.Contains("Đã thu tiền và lập biên lai", await clerk.Page.InnerTextAsync("main"));
            await clerk.SeesASoundPageOnEveryScreen("payment-taken");
            var receipt = await clerk.Page.Locator("main a[href*='/giay/'][href*='.pdf']", new() { HasText = "iên lai" }).First.GetAttributeAsync("href");
            var paper = await clerk.Page.APIRequest.GetAsync(city.Address + receipt);
            Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString((await paper.BodyAsync())[..5]));
        });
        await citizen.Opens($"/cua-toi/{number}");
        Assert.DoesNotContain("Bạn cần nộp", await citizen.Page.InnerTextAsync("main"));
    }

    /// <summary>Applied for, accepted, answered by the police within seconds, examined: now the fee is owed.</summary>
    private static async Task<string> IsOwed(LineCity city, Chromium chromium, Visit citizen)
    {
        var number = await citizen.Applies(Person, Applying.Licence, Service);
        await chromium.Sits(city, Clerk, clerk => clerk.Does(number, "Tiếp nhận hồ sơ"));
        await chromium.Sits(city, Specialist, async specialist =>
        {
            await specialist.WaitsFor(number, "Duyệt");
            await specialist.Does(number, "Duyệt");
        });
        return number;
    }

    /// <summary>Looks at the case again and again until a verb is offered.</summary>
    private static async Task WaitsFor(this Visit official, string number, string verb)
    {
        for (var begun = System.Diagnostics.Stopwatch.StartNew(); begun.ElapsedMilliseconds < Chromium.Patience; await Task.Delay(250))
        {
            await official.Opens($"/desk/ho-so/{number}");
            if (await official.Page.Locator(".actions").GetByRole(AriaRole.Link, new() { Name = verb }).CountAsync() > 0) return;
        }
        Assert.Fail($"{verb} is not offered on {official.Page.Url}: {await official.Page.InnerTextAsync("main")}");
    }
}
