using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>What else happens to a case, as its people meet it: papers asked for, sent back, refused, withdrawn, lodged at the counter, followed without an account.</summary>
public sealed class OtherWaysTests(Chromium chromium, SharedCity shared)
{
    [Fact]
    public async Task More_papers_are_asked_for_and_sent_and_the_result_is_rated()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await citizen.Applies("Đỗ Mẫu Nam", Applying.Divorced);
        await chromium.Sits(city, Desk.Clerk, clerk => clerk.Does(number, "Tiếp nhận hồ sơ"));
        await chromium.Sits(city, Desk.Specialist, async specialist =>
        {
            await MarksNotInOrder(specialist, number, "Ảnh quá nhỏ, không đọc được số quyết định.");
            await specialist.Does(number, "Yêu cầu bổ sung", "ask-for-papers", page => page.FillAsync("[name=note]", "Chụp đủ bốn góc tờ giấy."));
            await SeesEveryPart(specialist, number);
        });

        await citizen.Opens($"/cua-toi/{number}");
        Assert.Contains("Hồ sơ đang chờ bạn bổ sung", await citizen.Page.InnerTextAsync("main"));
        await citizen.SeesASoundPageOnEveryScreen("own-case-waiting");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Bổ sung hồ sơ" }));
        await citizen.SeesASoundPageOnEveryScreen("supplement");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi bổ sung" }));
        await citizen.Page.Locator(".error-summary").WaitForAsync();
        await citizen.SeesASoundPageOnEveryScreen("supplement-empty");
        await citizen.AnswersThisPage(new Dictionary<string, string> { ["divorcePaper"] = "quyet-dinh-ly-hon-ro.jpg" });
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi bổ sung" }));
        Assert.Contains("Đang giải quyết", await citizen.Page.InnerTextAsync("main"));

        await chromium.Sits(city, Desk.Specialist, specialist => specialist.Does(number, "Duyệt"));
        await chromium.Sits(city, Desk.Leader, leader => leader.Does(number, "Ký số", fills: page => page.FillAsync("[name=passphrase]", Desk.Passphrase)));
        await citizen.Opens($"/cua-toi/{number}");
        await citizen.Page.Locator("[name=stars][value='5']").CheckAsync();
        await citizen.Page.FillAsync("[name=words]", "Nhanh, không phải đi lại.");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đánh giá" }));
        Assert.Contains("Cảm ơn bạn đã đánh giá", await citizen.Page.InnerTextAsync("main"));
        await citizen.SeesASoundPageOnEveryScreen("own-case-rated");
    }

    [Fact]
    public async Task A_decision_is_sent_back_then_refused_with_reason_and_law()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await citizen.Applies("Đỗ Mẫu Nam", Applying.NeverMarried);
        await chromium.Sits(city, Desk.Clerk, clerk => clerk.Does(number, "Tiếp nhận hồ sơ"));
        await chromium.Sits(city, Desk.Specialist, specialist => specialist.Does(number, "Duyệt"));
        await chromium.Sits(city, Desk.Leader, leader => leader.Does(number, "Trả lại bước trước", "send-back", page => page.FillAsync("[name=reason]", "Cần đối chiếu sổ hộ tịch năm 2019.")));
        await chromium.Sits(city, Desk.Specialist, specialist => specialist.Does(number, "Từ chối", "refuse", async page =>
        {
            await page.FillAsync("[name=reason]", "Sổ hộ tịch ghi bạn đã đăng ký kết hôn ngày 12/5/2019.");
            await page.FillAsync("[name=law]", "Nghị định số 123/2015/NĐ-CP, Điều 22");
        }));
        await chromium.Sits(city, Desk.Leader, leader => leader.Does(number, "Từ chối", "refuse-leader"));

        await citizen.Opens($"/cua-toi/{number}");
        var told = await citizen.Page.InnerTextAsync("main");
        Assert.Contains("Sổ hộ tịch ghi bạn đã đăng ký kết hôn ngày 12/5/2019.", told);
        Assert.Contains("Nghị định số 123/2015/NĐ-CP, Điều 22", told);
        await citizen.SeesASoundPageOnEveryScreen("own-case-refused");
    }

    [Fact]
    public async Task A_citizen_takes_the_case_back()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await citizen.Applies("Đỗ Mẫu Nam", Applying.NeverMarried);
        await citizen.Opens($"/cua-toi/{number}");
        await citizen.SeesASoundPageOnEveryScreen("own-case-submitted");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Rút hồ sơ này" }));
        await citizen.SeesASoundPageOnEveryScreen("withdraw");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }));
        Assert.Contains("Bạn đã rút", await citizen.Page.InnerTextAsync("main"));
        await chromium.Sits(city, Desk.Clerk, async clerk =>
        {
            await clerk.Opens($"/desk/ho-so/{number}");
            Assert.Equal(0, await clerk.Page.Locator(".actions").GetByRole(AriaRole.Link, new() { Name = "Tiếp nhận hồ sơ" }).CountAsync());
        });
    }

    [Fact]
    public async Task A_person_comes_to_the_counter_and_follows_the_case_without_an_account()
    {
        var city = await shared.Opens();
        var (number, secret) = ("", "");
        await chromium.Sits(city, Desk.Clerk, async clerk =>
        {
            await clerk.Opens("/desk/quay");
            await clerk.Presses(clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Cấp Giấy xác nhận tình trạng hôn nhân" }));
            await clerk.Presses(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }));
            await clerk.Page.Locator(".error-summary").WaitForAsync();
            await clerk.SeesASoundPageOnEveryScreen("counter-person");
            await clerk.AnswersThisPage(new Dictionary<string, string> { ["name"] = "Vũ Mẫu Khách", ["identityNumber"] = "031090000018", ["phone"] = "0900 000 077" });
            await clerk.Presses(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }));
            await clerk.Page.Reaches(url => url.Contains("/nhap/", StringComparison.Ordinal));
            await clerk.AnswersAll(Applying.AtTheCounter);
            await clerk.SeesASoundPageOnEveryScreen("counter-check");
            await clerk.Presses(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }));
            await clerk.Page.Reaches(url => url.Contains("/quay/da-gui/", StringComparison.Ordinal));
            await clerk.SeesASoundPageOnEveryScreen("counter-sent");
            (number, secret) = (new Uri(clerk.Page.Url).Segments[^1], await clerk.Page.InnerTextAsync("#secret"));
            await clerk.Presses(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận ngay" }));
            await clerk.SeesASoundPageOnEveryScreen("counter-accepted");
            var receipt = await clerk.Page.APIRequest.GetAsync(city.Address + await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "In giấy tiếp nhận" }).GetAttributeAsync("href"));
            Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString((await receipt.BodyAsync())[..5]));
        });
        await using var person = await chromium.Visits(city.Address, Screen.Phone);
        await person.Opens("/tra-cuu");
        await person.SeesASoundPageOnEveryScreen("track");
        await person.Page.FillAsync("[name=number]", number);
        await person.Page.FillAsync("[name=secret]", secret.ToLowerInvariant());
        await person.Presses(person.Page.GetByRole(AriaRole.Button, new() { Name = "Tra cứu" }));
        Assert.Contains(number, await person.Page.InnerTextAsync("main"));
        Assert.DoesNotContain("Vũ Mẫu Khách", await person.Page.InnerTextAsync("main"));
        await person.SeesASoundPageOnEveryScreen("tracked");
    }

    private static async Task MarksNotInOrder(Visit specialist, string number, string reason)
    {
        await specialist.Opens($"/desk/ho-so/{number}");
        await specialist.Page.Locator("#part-divorce summary").ClickAsync();
        await specialist.Page.FillAsync("#f-reason-divorce", reason);
        await specialist.SeesASoundPageOnEveryScreen("mark-part");
        await specialist.Presses(specialist.Page.GetByRole(AriaRole.Button, new() { Name = "Ghi là chưa đạt" }));
        Assert.Contains(reason, await specialist.Page.InnerTextAsync("#part-divorce"));
    }

    private static async Task SeesEveryPart(Visit official, string number)
    {
        foreach (var part in new[] { "process", "history", "letters" })
        {
            await official.Opens($"/desk/ho-so/{number}?view={part}");
            await official.SeesASoundPageOnEveryScreen($"case-{part}");
        }
    }
}
