using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>The main job, end to end, as its people do it: a citizen on a phone, officials and the leader at a desk.</summary>
public sealed class WholeLineTests(Chromium chromium)
{
    private static readonly Dictionary<string, string> NeverMarried = new()
    {
        ["forWhom"] = "self", ["subjectEthnicity"] = "Kinh", ["subjectNationality"] = "Việt Nam", ["identityIssuedOn"] = "2021-04-21",
        ["identityIssuer"] = "Cục Cảnh sát quản lý hành chính về trật tự xã hội", ["residenceKind"] = "permanent", ["unit"] = "may-to",
        ["residence"] = "12 Đà Nẵng, tổ dân phố 3", ["residentSince"] = "1996-03-05", ["livedElsewhere"] = "no", ["maritalStatus"] = "never",
        ["purpose"] = "other", ["purposeText"] = "Làm thủ tục vay vốn ngân hàng", ["previous"] = "none", ["feeGroup"] = "none",
        ["contactPhone"] = "0900 000 029", ["receiveBy"] = "none", ["declaration"] = "true",
    };

    [Fact]
    public async Task A_citizen_applies_on_a_phone_and_gets_the_code()
    {
        await using var city = await LineCity.Starts();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        await Applies(citizen);
    }

    /// <summary>From the home page to the acknowledgement; the code of the case.</summary>
    private static async Task<string> Applies(Visit citizen)
    {
        await citizen.Opens("/");
        await citizen.SeesASoundPage("home");
        await citizen.Page.FillAsync("#q", "xac nhan doc than");
        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.SeesASoundPage("results");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Cấp Giấy xác nhận tình trạng hôn nhân" }).ClickAsync();
        await citizen.SeesASoundPage("service");
        await citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Bắt đầu" }).ClickAsync();
        await citizen.SeesASoundPage("sign-in");
        await citizen.SignsInAsCitizen("Đỗ Mẫu Nam");
        await citizen.SeesASoundPage("begin");
        await citizen.Page.Locator("main form .buttons .button").Last.ClickAsync();
        await citizen.Page.WaitForURLAsync("**/nhap/**");
        await citizen.AnswersAll(NeverMarried, page => citizen.SeesASoundPage($"question-{page}"));
        await citizen.SeesASoundPage("check");
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync();
        await citizen.Page.WaitForURLAsync("**/da-gui");
        await citizen.SeesASoundPage("sent");
        return new Uri(citizen.Page.Url).Segments[^2].Trim('/');
    }
}
