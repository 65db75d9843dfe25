using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>How a citizen applies for the marital-status certificate, and what they answer.</summary>
internal static class Applying
{
    public static readonly IReadOnlyDictionary<string, string> NeverMarried = new Dictionary<string, string>
    {
        ["forWhom"] = "self", ["subjectEthnicity"] = "01", ["subjectNationality"] = "VN", ["identityIssuedOn"] = "2021-04-21",
        ["identityIssuer"] = "Cục Cảnh sát quản lý hành chính về trật tự xã hội", ["residenceKind"] = "permanent", ["unit"] = "may-to",
        ["residence"] = "12 Đà Nẵng, tổ dân phố 3", ["residentSince"] = "1996-03-05", ["livedElsewhere"] = "no", ["maritalStatus"] = "never",
        ["purpose"] = "other", ["purposeText"] = "Làm thủ tục vay vốn ngân hàng", ["previous"] = "none", ["feeGroup"] = "none",
        ["contactPhone"] = "0900 000 029", ["receiveBy"] = "none", ["declaration"] = "true",
    };

    public static readonly IReadOnlyDictionary<string, string> Divorced = new Dictionary<string, string>(NeverMarried)
    {
        ["maritalStatus"] = "divorced", ["divorceAbroad"] = "no", ["divorceNumber"] = "15/2019/QĐST-HNGĐ", ["divorceDate"] = "2019-06-11",
        ["divorceCourt"] = "Tòa án nhân dân quận Ngô Quyền", ["divorcePaper"] = "quyet-dinh-ly-hon.jpg",
    };

    /// <summary>What a person who came to the counter says, whose name and number no sign-in knows.</summary>
    public static readonly IReadOnlyDictionary<string, string> AtTheCounter = new Dictionary<string, string>(NeverMarried)
    {
        ["subjectName"] = "Vũ Mẫu Khách", ["subjectBirthdate"] = "1990-02-14", ["subjectGender"] = "male", ["subjectIdentityNumber"] = "031090000018",
    };

    /// <summary>From the service's page to the acknowledgement; the number of the case.</summary>
    public static async Task<string> Applies(this Visit citizen, string person, IReadOnlyDictionary<string, string> answers, string service = "xac-nhan-tinh-trang-hon-nhan")
    {
        await citizen.Opens($"/dich-vu/{service}/nop");
        if (citizen.Page.Url.Contains("/dang-nhap", StringComparison.Ordinal)) await citizen.SignsInAsCitizen(person);
        await citizen.Page.Locator("main form .buttons .button").Last.ClickAsync();
        await citizen.Page.WaitForURLAsync("**/nhap/**");
        await citizen.AnswersAll(answers);
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync();
        await citizen.Page.WaitForURLAsync("**/da-gui");
        return citizen.NumberOfSent();
    }

    public static string NumberOfSent(this Visit citizen) => new Uri(citizen.Page.Url).Segments[^2].Trim('/');
}
