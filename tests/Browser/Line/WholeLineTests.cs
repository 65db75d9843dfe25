using HaiDang.Platform.Data;
using HaiDang.Testing;
using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>The main job, end to end, as its people do it: a citizen on a phone, officials and the leader at a desk.</summary>
public sealed class WholeLineTests(Chromium chromium, SharedCity shared)
{
    [Fact]
    public async Task The_line_from_a_phone_to_a_signed_result_on_the_embedded_database() => await Walks(await shared.Opens(), whole: true);

    [Fact]
    public async Task The_same_line_and_a_service_with_payment_on_PostgreSQL()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "HAIDANG_TEST_POSTGRES names no PostgreSQL server; ./dev test starts one.");
        await using var database = await TestDatabase.Fresh(DatabaseEngine.Postgres);
        await using var city = await LineCity.Starts(database.Database.ConnectionString);
        await Walks(city, whole: false);
        await Paying.WalksAt(city, chromium, judged: false);
    }

    /// <param name="whole">Whether every page on the way is judged and pictured, on both sizes of screen.</param>
    private async Task Walks(LineCity city, bool whole)
    {
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await Applies(citizen, whole);

        await using (var clerk = await chromium.Visits(city.Address, Screen.Desk))
        {
            await clerk.SignsInAsOfficial(Desk.Clerk);
            if (whole) await clerk.SeesASoundPageOnEveryScreen("inbox");
            await clerk.Does(number, "Tiếp nhận hồ sơ", whole ? "reception" : null);
            if (whole) await SeesOtherDeskPages(clerk, number);
        }
        await chromium.Sits(city, Desk.Specialist, specialist => specialist.Does(number, "Duyệt", whole ? "review" : null));
        await chromium.Sits(city, Desk.Leader, leader => leader.Does(number, "Ký số", whole ? "signature" : null, page => page.FillAsync("[name=passphrase]", Desk.Passphrase)));

        await citizen.Opens($"/cua-toi/{number}");
        if (whole) await citizen.SeesASoundPageOnEveryScreen("own-case");
        var result = await citizen.Page.APIRequest.GetAsync($"{city.Address}/cua-toi/{number}/giay/result.pdf");
        Assert.Equal(200, result.Status);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString((await result.BodyAsync())[..5]));
        await citizen.Opens("/cua-toi");
        if (whole) await citizen.SeesASoundPage("own-cases");
        await citizen.Opens($"/cua-toi/{number}");
        await citizen.Presses(citizen.Page.Locator("a[href^='/xac-minh/'], a[href*='/xac-minh/']").First);
        if (whole) await citizen.SeesASoundPageOnEveryScreen("verify");
        Assert.DoesNotContain("Đỗ Mẫu Nam", await citizen.Page.Locator("main").InnerTextAsync());
    }

    private static async Task SeesOtherDeskPages(Visit clerk, string number)
    {
        foreach (var (path, name) in new[] { ("/desk/tim?q=nam", "desk-search"), ("/desk/quay", "counter"), ("/desk/tai-khoan", "account") })
        {
            await clerk.Opens(path);
            await clerk.SeesASoundPage(name);
        }
    }

    /// <summary>From the home page to the acknowledgement; the code of the case.</summary>
    private static async Task<string> Applies(Visit citizen, bool whole)
    {
        await citizen.Opens("/");
        if (whole) await citizen.SeesASoundPageOnEveryScreen("home");
        await citizen.Page.FillAsync("#q", "xac nhan doc than");
        await citizen.Goes(() => citizen.Page.Keyboard.PressAsync("Enter"));
        if (whole) await citizen.SeesASoundPage("results");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Cấp Giấy xác nhận tình trạng hôn nhân" }));
        if (whole) await citizen.SeesASoundPageOnEveryScreen("service");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Bắt đầu" }));
        if (whole) await citizen.SeesASoundPage("sign-in");
        await citizen.SignsInAsCitizen("Đỗ Mẫu Nam");
        if (whole) await citizen.SeesASoundPage("begin");
        await citizen.Presses(citizen.Page.Locator("main form .buttons .button").Last);
        await citizen.Page.Reaches(url => url.Contains("/nhap/", StringComparison.Ordinal));
        await citizen.AnswersAll(Applying.NeverMarried, page => whole ? page == "page-residence" ? citizen.SeesASoundPageOnEveryScreen("question") : citizen.SeesASoundPage($"question-{page}") : Task.CompletedTask);
        if (whole) await citizen.SeesASoundPageOnEveryScreen("check");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }));
        await citizen.Page.Reaches(url => url.EndsWith("/da-gui", StringComparison.Ordinal));
        if (whole) await citizen.SeesASoundPageOnEveryScreen("sent");
        return citizen.NumberOfSent();
    }
}
