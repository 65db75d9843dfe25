using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>A form that is sent twice, here from two tabs, is answered kindly the second time: with what the first one did.</summary>
public sealed class SentTwiceTests(Chromium chromium, SharedCity shared)
{
    [Fact]
    public async Task An_official_who_confirms_twice_and_an_applicant_who_answers_twice_read_what_was_done()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await citizen.Applies("Đỗ Mẫu Nam", Applying.Divorced);

        await chromium.Sits(city, Desk.Clerk, async clerk =>
        {
            var first = await Tab(clerk, $"/desk/ho-so/{number}?do=supplement");
            var second = await Tab(clerk, $"/desk/ho-so/{number}?do=supplement");
            foreach (var tab in (IPage[])[first, second])
            {
                await tab.CheckAsync("[name=asked][value='divorce']");
                await tab.FillAsync("[name='reason.divorce']", "Ảnh bị mờ");
                await tab.GetByRole(AriaRole.Button, new() { Name = "Xác nhận: Yêu cầu bổ sung" }).ClickAsync();
                await tab.GetByText("Đã gửi yêu cầu bổ sung").First.WaitForAsync();
            }
        });

        var here = await Tab(citizen, $"/cua-toi/{number}/bo-sung");
        var there = await Tab(citizen, $"/cua-toi/{number}/bo-sung");
        foreach (var tab in (IPage[])[here, there])
        {
            await tab.Locator("[name=divorcePaper]").SetInputFilesAsync(new FilePayload { Name = "ro-hon.png", MimeType = "image/png", Buffer = Testing.SampleFiles.Png() });
            await tab.GetByRole(AriaRole.Button, new() { Name = "Gửi bổ sung" }).ClickAsync();
            await tab.GetByText("Đã nhận phần bổ sung của bạn lúc").WaitForAsync();
        }
        await citizen.Opens($"/cua-toi/{number}?done=supplement");
        await citizen.SeesASoundPageOnEveryScreen("own-case-answered");
    }

    private static async Task<IPage> Tab(Visit visit, string path)
    {
        var page = await visit.Context.NewPageAsync();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return page;
    }
}
