using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>A change of land rights: the tax official finds the sum reckoned, mends it with its reason, and the buyer is asked for just that.</summary>
public sealed class LandTests(Chromium chromium, SharedCity shared)
{
    private const string Counter = "Tô Thử Trúc", Registrar = "Lý Thử Việt", TaxOfficial = "Chu Thử Ái", TaxLeader = "Vương Thử Bách";
    private const string Reason = "Tính theo bảng giá đất của thành phố, 3,3 tỷ đồng.";

    private static readonly IReadOnlyDictionary<string, string> Purchase = new Dictionary<string, string>
    {
        ["kind"] = "transfer", ["role"] = "receiver", ["unit"] = "dat-dai-ngo-quyen",
        ["certificateNumber"] = "BX 123456", ["registerNumber"] = "CH 01234", ["certificateDate"] = "2015-04-20", ["certificatePaper"] = "gcn.jpg",
        ["parcels[0].sheet"] = "12", ["parcels[0].parcel"] = "87", ["parcels[0].parcelAddress"] = "Phường Máy Tơ, quận Ngô Quyền", ["parcels[0].area"] = "62,5",
        ["parcels[0].landUse"] = "ODT", ["parcels[0].portion"] = "whole", ["parcels[0].price"] = "2500000000", ["hasHouse"] = "no",
        ["givers[0].giverName"] = "Hồ Mẫu Bình", ["givers[0].giverIdentity"] = "099069000034", ["givers[0].giverAddress"] = "40 Lê Lợi, phường Máy Tơ", ["onlyHome"] = "no",
        ["ownership"] = "sole", ["receivers[0].receiverName"] = "Đỗ Mẫu Nam", ["receivers[0].receiverBirthdate"] = "1996-03-05",
        ["receivers[0].receiverIdentity"] = "099096000029", ["receivers[0].receiverAddress"] = "12 Đà Nẵng, phường Máy Tơ", ["certificateFor"] = "confirm",
        ["contractNumber"] = "1520/2023/CC", ["contractDate"] = "2023-10-02", ["notary"] = "Văn phòng công chứng Ngô Quyền", ["contractPaper"] = "hop-dong.jpg",
        ["kinship"] = "none", ["contactPhone"] = "0900 000 029", ["contactEmail"] = "nam@cong-dan.example", ["declaration"] = "true",
    };

    [Fact]
    public async Task The_tax_official_mends_the_reckoned_sum_and_the_buyer_reads_why()
    {
        var city = await shared.Opens();
        await using var buyer = await chromium.Visits(city.Address, Screen.Phone);
        var number = await buyer.Applies("Đỗ Mẫu Nam", Purchase, "dang-ky-bien-dong-dat-dai");
        await chromium.Sits(city, Counter, official => official.Does(number, "Tiếp nhận hồ sơ"));
        await chromium.Sits(city, Registrar, official => official.Does(number, "Duyệt"));

        await TypesWrongWithoutScripts(city, number);
        await chromium.Sits(city, TaxOfficial, async official =>
        {
            await official.Does(number, "Duyệt", "tax-assessment", async page =>
            {
                Assert.Equal("62.500.000", await page.InputValueAsync("[name=taxAmount]"));
                await page.FillAsync("[name=taxAmount]", "82.500.000");
                await official.Presses(page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận: Duyệt" }));
                Assert.Contains("hãy ghi lại cách tính", await page.InnerTextAsync("#verb-form"), StringComparison.Ordinal);
                Assert.Equal("82.500.000", await page.InputValueAsync("[name=taxAmount]"));
                await official.SeesASoundPageOnEveryScreen("tax-assessment-refused");
                await page.FillAsync("[name=taxReason]", Reason);
            });
        });
        await chromium.Sits(city, TaxLeader, async official =>
        {
            await official.Opens($"/desk/ho-so/{number}");
            var seen = Plain(await official.Page.InnerTextAsync("main"));
            Assert.Contains("62.500.000 đ", seen, StringComparison.Ordinal);
            Assert.Contains(Reason, seen, StringComparison.Ordinal);
            await official.SeesASoundPageOnEveryScreen("typed-before");
            await official.Opens($"/desk/ho-so/{number}?view=history");
            Assert.Contains("Ghi ở bước “Tính thuế, lệ phí trước bạ”", await official.Page.InnerTextAsync("main"), StringComparison.Ordinal);
            await official.Does(number, "Duyệt");
        });

        await buyer.Opens($"/cua-toi/{number}");
        var told = Plain(await buyer.Page.InnerTextAsync("main"));
        Assert.Contains("Bạn cần nộp 82.500.000 đ", told, StringComparison.Ordinal);
        Assert.Contains(Reason, told, StringComparison.Ordinal);
        await buyer.SeesASoundPageOnEveryScreen("own-case-tax");
        await chromium.Sits(city, Counter, async official =>
        {
            await official.Opens($"/desk/ho-so/{number}");
            await official.SeesASoundPageOnEveryScreen("take-payment");
            await official.Presses(official.Page.GetByRole(AriaRole.Button, new() { Name = "Đã nhận tiền, lập biên lai" }));
            Assert.Contains("Đã thu tiền và lập biên lai", await official.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        });
    }

    /// <summary>Money keeps its sum and its sign together by a blank that does not break.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    /// <summary>On a phone that runs no scripts: the page comes back with 422, what was typed, and the reason at the field.</summary>
    private async Task TypesWrongWithoutScripts(LineCity city, string number)
    {
        await using var official = await chromium.Visits(city.Address, Screen.Phone, scripts: false);
        await official.SignsInAsOfficial(TaxOfficial);
        await official.Opens($"/desk/ho-so/{number}?do=approve");
        await official.Page.FillAsync("[name=taxAmount]", "tám mươi triệu");
        var answer = await official.Page.RunAndWaitForResponseAsync(
            () => official.Page.Locator("#verb-form button.button").Last.ClickAsync(), response => response.Request.Method == "POST");
        Assert.Equal(422, answer.Status);
        await official.Page.Locator("#verb-form .error").First.WaitForAsync();
        Assert.Equal("tám mươi triệu", await official.Page.InputValueAsync("[name=taxAmount]"));
    }
}
