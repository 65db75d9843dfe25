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

    /// <summary>A driving licence of class A1, whose holder has another identity number now: the police are asked, and a fee is owed.</summary>
    public static readonly IReadOnlyDictionary<string, string> Licence = new Dictionary<string, string>
    {
        ["reason"] = "details", ["held"] = "no", ["holderNationality"] = "VN", ["changed"] = "identity", ["oldDetails"] = "Số chứng minh nhân dân 031 000 029", ["changePaper"] = "xac-nhan-so.jpg",
        ["licenceNumber"] = "310134567890", ["licenceIssuer"] = "Sở Giao thông vận tải Hải Phòng", ["material"] = "pet", ["licencePhoto"] = "hai-mat.jpg",
        ["classes[0].licenceClass"] = "A1", ["classes[0].classPassedOn"] = "2020-02-02", ["portrait"] = "chan-dung.jpg", ["receiveBy"] = "counter", ["declaration"] = "true",
    };

    /// <summary>Land bought as a whole: after its examination the tax office and the land office work side by side.</summary>
    public static readonly IReadOnlyDictionary<string, string> Land = new Dictionary<string, string>
    {
        ["kind"] = "transfer", ["role"] = "receiver", ["unit"] = "dat-dai-ngo-quyen", ["certificateNumber"] = "BX 123456", ["registerNumber"] = "CH 01234", ["certificateDate"] = "2015-04-20",
        ["certificatePaper"] = "gcn.jpg", ["parcels[0].sheet"] = "12", ["parcels[0].parcel"] = "87", ["parcels[0].parcelAddress"] = "Phường Máy Tơ, quận Ngô Quyền, thành phố Hải Phòng",
        ["parcels[0].area"] = "62,5", ["parcels[0].landUse"] = "ODT", ["parcels[0].portion"] = "whole", ["parcels[0].price"] = "2500000000", ["hasHouse"] = "no",
        ["givers[0].giverName"] = "Hồ Mẫu Bình", ["givers[0].giverIdentity"] = "099069000034", ["givers[0].giverAddress"] = "40 Lê Lợi, phường Máy Tơ, quận Ngô Quyền", ["onlyHome"] = "no",
        ["ownership"] = "sole", ["receivers[0].receiverName"] = "Đỗ Mẫu Nam", ["receivers[0].receiverBirthdate"] = "1996-03-05", ["receivers[0].receiverIdentity"] = "099096000029",
        ["receivers[0].receiverAddress"] = "12 Đà Nẵng, phường Máy Tơ, quận Ngô Quyền", ["certificateFor"] = "confirm", ["contractNumber"] = "1520/2023/CC", ["contractDate"] = "2023-10-02",
        ["notary"] = "Văn phòng công chứng Ngô Quyền", ["contractPaper"] = "hop-dong.jpg", ["kinship"] = "none", ["declaration"] = "true",
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
        await citizen.Presses(citizen.Page.Locator("main form .buttons .button").Last);
        await citizen.Page.Reaches(url => url.Contains("/nhap/", StringComparison.Ordinal));
        await citizen.AnswersAll(answers);
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }));
        await citizen.Page.Reaches(url => url.EndsWith("/da-gui", StringComparison.Ordinal));
        return citizen.NumberOfSent();
    }

    public static string NumberOfSent(this Visit citizen) => new Uri(citizen.Page.Url).Segments[^2].Trim('/');
}
