using System.Net;
using System.Text.Json.Nodes;
using HaiDang.Contracts;

namespace HaiDang.Access.Tests.Api;

/// <summary>A driving licence in Hải Phòng, for which the Department of Transport asks the traffic police.</summary>
internal static class Licence
{
    public const string Department = "so-giao-thong-van-tai", Police = "phong-canh-sat-giao-thong", Message = "violation-check";

    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Sends one and lets the Department accept it: now it waits for the police.</summary>
    public static async Task<Guid> Waits(OpenCity city, Program portal)
    {
        var id = Sample.Id();
        (await portal.Puts(Links.Api.Case(id), await Of(portal))).Is(HttpStatusCode.Created);
        await new Desk(city, Department).Accepts(id);
        return id;
    }

    private static async Task<JsonObject> Of(Program portal) => new()
    {
        ["service"] = "doi-giay-phep-lai-xe",
        ["applicant"] = new JsonObject { ["name"] = "Hoàng Mẫu An", ["identityNumber"] = "099301000033", ["phone"] = "0900000033" },
        ["answers"] = new JsonObject
        {
            ["reason"] = "details", ["held"] = "no", ["holderName"] = "Hoàng Mẫu An", ["holderBirthdate"] = "2001-09-09", ["holderGender"] = "female", ["holderNationality"] = "VN",
            ["holderIdentity"] = "099301000033", ["holderResidence"] = "Tổ dân phố 4, thị trấn Cát Bà, huyện Cát Hải, thành phố Hải Phòng", ["changed"] = new JsonArray("identity"),
            ["oldDetails"] = "Số chứng minh nhân dân 031 000 033", ["changePaper"] = await File(portal, "xac-nhan.png"), ["licenceNumber"] = "310134567890",
            ["licenceIssuer"] = "Sở Giao thông vận tải Hải Phòng", ["material"] = "pet", ["licencePhoto"] = await File(portal, "mat-truoc.png"),
            ["classes"] = new JsonArray(new JsonObject { ["licenceClass"] = "A1", ["classPassedOn"] = "2020-02-02" }),
            ["portrait"] = await File(portal, "chan-dung.png"), ["receiveBy"] = "counter", ["contactPhone"] = "0900000033", ["declaration"] = true,
        },
    };

    private static async Task<JsonArray> File(Program portal, string name) => [(string)(await portal.Uploads($"{Links.Api.Files}?name={name}", Picture)).Is(HttpStatusCode.Created)["id"]!];
}
