using System.Net;
using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>An administrator and the programs that call the API: one is added, hears of its cases, is tried, suspended and restored.</summary>
public sealed class ClientPagesTests(Chromium chromium, SharedCity shared)
{
    private const string Administrator = "Nguyễn Thử An", Name = "cong-thu-nghiem";

    [Fact]
    public async Task A_program_is_added_tried_suspended_and_given_a_new_token()
    {
        var city = await shared.Opens();
        await using var admin = await chromium.Visits(city.Address, Screen.Desk);
        await admin.SignsInAsOfficial(Administrator);
        var token = await Adds(admin);
        await admin.Presses(admin.Page.GetByRole(AriaRole.Link, new() { Name = "Mở trang ứng dụng" }));
        Assert.DoesNotContain(token, await admin.Page.ContentAsync());
        var client = admin.Page.Url;

        await Tries(admin, city, token);
        await admin.Opens(new Uri(client).AbsolutePath);
        foreach (var part in await admin.Page.Locator("main summary").AllAsync()) await part.ClickAsync();
        await admin.SeesASoundPageOnEveryScreen("client");
        await admin.Page.FillAsync("[name=reason]", "Nghi mã bị lộ");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Tạm dừng", Exact = true }));
        Assert.Contains("Đã tạm dừng ứng dụng", await admin.Page.InnerTextAsync("main"));
        Assert.Equal(401, await Calls(admin, city, token));
        await admin.Page.Locator("summary", new() { HasText = "Cho ứng dụng dùng lại" }).ClickAsync();
        await admin.Page.FillAsync("[name=reason]", "Đã kiểm tra, không lộ");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Cho dùng lại" }));
        Assert.Equal(200, await Calls(admin, city, token));

        await admin.Page.Locator("summary", new() { HasText = "Cấp mã truy cập mới" }).ClickAsync();
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Cấp mã mới" }));
        var renewed = await admin.Page.InnerTextAsync("main .copy code");
        Assert.Equal((401, 200), (await Calls(admin, city, token), await Calls(admin, city, renewed)));
    }

    private static async Task<string> Adds(Visit admin)
    {
        await admin.Opens("/desk/ung-dung");
        await admin.SeesASoundPageOnEveryScreen("clients");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Link, new() { Name = "Thêm ứng dụng" }));
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm và cấp mã truy cập" }));
        await admin.SeesASoundPageOnEveryScreen("client-new-wrong");
        await admin.Page.FillAsync("[name=name]", Name);
        await admin.Page.CheckAsync("[name=may][value=webhook]");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm và cấp mã truy cập" }));
        await admin.SeesASoundPageOnEveryScreen("client-token");
        return await admin.Page.InnerTextAsync("main .copy code");
    }

    /// <summary>The program registers a webhook by itself; the administrator sends it something to try.</summary>
    private static async Task Tries(Visit admin, LineCity city, string token)
    {
        var port = LineCity.FreePort();
        using var receiver = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        receiver.Start();
        var kept = await admin.Page.APIRequest.PutAsync($"{city.Address}/api/webhooks/{Guid.CreateVersion7()}", new()
        {
            Headers = Bearer(token), DataObject = new { address = $"http://127.0.0.1:{port}/tin", secret = "mot-chuoi-ngau-nhien-du-dai" },
        });
        Assert.Equal(200, kept.Status);
        await admin.Presses(admin.Page.GetByRole(AriaRole.Link, new() { Name = "Nơi nhận tin và những lần gửi gần đây" }));
        foreach (var (answer, says) in new[] { (204, "đã nhận tin thử"), (500, "không nhận tin thử") })
        {
            var heard = Hears(receiver, answer);
            await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi thử một tin" }));
            Assert.Contains("vn.haidang.webhook.tried", await heard);
            Assert.Contains(says, await admin.Page.InnerTextAsync("main"));
        }
        await admin.SeesASoundPageOnEveryScreen("client-webhooks");
    }

    private static async Task<string> Hears(HttpListener receiver, int answers)
    {
        var heard = await receiver.GetContextAsync();
        using var reader = new StreamReader(heard.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        Assert.StartsWith("t=", heard.Request.Headers["X-HaiDang-Signature"]);
        heard.Response.StatusCode = answers;
        heard.Response.Close();
        return body;
    }

    private static async Task<int> Calls(Visit admin, LineCity city, string token) => (await admin.Page.APIRequest.GetAsync($"{city.Address}/api/cases", new() { Headers = Bearer(token) })).Status;

    private static Dictionary<string, string> Bearer(string token) => new() { ["Authorization"] = $"Bearer {token}" };
}
