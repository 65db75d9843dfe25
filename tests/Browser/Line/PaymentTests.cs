using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Services in which money is paid, other agencies answer, and several steps go on side by side.</summary>
public sealed class PaymentTests(Chromium chromium, SharedCity shared)
{
    [Fact]
    public async Task The_police_answer_within_seconds_and_the_fee_is_paid_at_the_gateway() => await Paying.WalksAt(await shared.Opens(), chromium, judged: true);

    [Fact]
    public async Task A_fee_is_paid_at_the_counter_and_the_receipt_is_printed() => await Paying.PaysAtTheCounter(await shared.Opens(), chromium);

    [Fact]
    public async Task Steps_that_go_on_side_by_side_are_listed_with_who_has_them_until_when()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        var number = await citizen.Applies("Đỗ Mẫu Nam", Applying.Land, "dang-ky-bien-dong-dat-dai");
        await chromium.Sits(city, "Tô Thử Trúc", clerk => clerk.Does(number, "Tiếp nhận hồ sơ"));
        await chromium.Sits(city, "Lý Thử Việt", async specialist =>
        {
            await specialist.Does(number, "Duyệt");
            await specialist.Opens($"/desk/ho-so/{number}");
            var steps = specialist.Page.Locator("details", new() { HasText = "bước đang làm song song" });
            Assert.Contains("2 bước đang làm song song", await steps.InnerTextAsync());
            Assert.Equal(2, await steps.Locator("li").CountAsync());
            await specialist.SeesASoundPageOnEveryScreen("open-steps");
        });
    }
}
