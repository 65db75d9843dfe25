using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>What repeats is added and taken out entry by entry, choices come from a code list, and a table shows what was said; on a phone and at the desk.</summary>
public sealed class ListsAndTablesTests(Chromium chromium, SharedCity shared)
{
    private static readonly IReadOnlyDictionary<string, string> Declaration = new Dictionary<string, string>
    {
        ["taxCode"] = "0200000031", ["companyName"] = "Công ty TNHH Mẫu May Kiến An", ["companyAddress"] = "Quận Kiến An, thành phố Hải Phòng", ["unit"] = "hai-quan-khu-vuc-1",
        ["direction"] = "export", ["exportRegime"] = "B11", ["vessel"] = "MAU OCEAN 0231E", ["movedOn"] = "2023-10-06", ["packages"] = "420", ["weight"] = "5600",
        ["containers[0].number"] = "MSKU1234565",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lines_are_added_and_taken_out_and_stand_in_a_table(bool onPhone)
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, onPhone ? Screen.Phone : Screen.Desk);
        var page = citizen.Page;
        await citizen.Opens("/dich-vu/to-khai-hai-quan/nop");
        await citizen.SignsInAsCitizen("Đỗ Mẫu Nam");
        await page.Locator("main form .buttons .button").Last.ClickAsync();
        await page.Reaches(url => url.Contains("/nhap/", StringComparison.Ordinal));
        for (var pages = 0; !page.Url.Contains("page-goods", StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < 8, $"The goods are never asked for: {page.Url} {await page.Locator(".error-summary").AllInnerTextsAsync()}");
            await citizen.AnswersThisPage(Declaration);
            await citizen.Presses(Continue(citizen));
        }

        await citizen.AnswersThisPage(Line(0, "61091010", "Áo phông", "VN", "10", "1000"));
        await citizen.Presses(page.Locator("button[name='add-item']"));
        await citizen.AnswersThisPage(Line(1, "62034290", "Quần vải", "CN", "20", "2000"));
        await citizen.Presses(page.Locator("button[name='add-item']"));
        await citizen.AnswersThisPage(Line(2, "62034290", "Mũ vải", "JP", "30", "3000"));
        await citizen.SeesASoundPageOnEveryScreen("list-entries");
        await citizen.Presses(page.Locator("button[name='remove-item'][value='goods[1]']"));
        Assert.Equal("Mũ vải", await page.Locator("[name='goods[1].name']").InputValueAsync());
        Assert.Equal("JP", await page.Locator("[name='goods[1].origin']").InputValueAsync());
        Assert.Equal("Nhật Bản", await page.Locator("[name='goods[1].origin'] option:checked").InnerTextAsync());
        Assert.Equal(0, await page.Locator("[name='goods[2].name']").CountAsync());
        await citizen.Presses(Continue(citizen));

        Assert.Contains("page-value", page.Url, StringComparison.Ordinal);
        Assert.Equal(["Áo phông", "10", "cái", "1.000", "Mũ vải", "30", "cái", "3.000"], (await page.Locator("table tbody td").AllInnerTextsAsync()).Select(t => t.Trim()));
        await citizen.SeesASoundPageOnEveryScreen("table");
        await citizen.Opens($"{string.Join('/', page.Url.Split('/')[..^1])}/kiem-tra");
        Assert.Equal(2, await page.Locator("table tbody tr").CountAsync());
        await citizen.SeesASoundPageOnEveryScreen("check-with-table");
    }

    private static ILocator Continue(Visit visit) => visit.Page.Locator("main form button.button:not(.button-quiet)").Last;

    private static Dictionary<string, string> Line(int at, string code, string name, string origin, string quantity, string value) => new()
    {
        [$"goods[{at}].hsCode"] = code, [$"goods[{at}].name"] = name, [$"goods[{at}].origin"] = origin, [$"goods[{at}].quantity"] = quantity,
        [$"goods[{at}].measure"] = "cái", [$"goods[{at}].value"] = value,
    };
}
