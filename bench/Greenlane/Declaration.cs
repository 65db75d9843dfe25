using System.Globalization;
using System.Text.Json.Nodes;

namespace HaiDang.Bench.Greenlane;

/// <summary>A declaration that the lane's table puts into the green one: clothes go abroad, as in the service's own example.</summary>
internal static class Declaration
{
    private const int Firms = 500;
    private static int last;

    public static string Of(string invoice)
    {
        var firm = Interlocked.Increment(ref last) % Firms;
        return new JsonObject
        {
            ["service"] = "to-khai-hai-quan",
            ["applicant"] = new JsonObject
            {
                ["name"] = "Đỗ Mẫu Giang", ["identityNumber"] = string.Create(CultureInfo.InvariantCulture, $"099169{firm:D6}"), ["phone"] = "0900000517",
            },
            ["answers"] = new JsonObject
            {
                ["taxCode"] = "0200000031", ["companyName"] = "Công ty TNHH Mẫu May Kiến An", ["companyAddress"] = "Quận Kiến An, thành phố Hải Phòng",
                ["unit"] = "hai-quan-khu-vuc-1", ["direction"] = "export", ["exportRegime"] = "B11", ["vessel"] = "MAU OCEAN 0231E",
                ["movedOn"] = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["packages"] = 420, ["weight"] = 5600,
                ["containers"] = new JsonArray(new JsonObject { ["number"] = "MSKU1234565" }),
                ["goods"] = new JsonArray(
                    new JsonObject { ["hsCode"] = "61091010", ["name"] = "Áo phông bông, mới", ["origin"] = "VN", ["quantity"] = 12000, ["measure"] = "cái", ["value"] = 960000000 },
                    new JsonObject { ["hsCode"] = "62034290", ["name"] = "Quần vải bông nam, mới", ["origin"] = "VN", ["quantity"] = 3000, ["measure"] = "cái", ["value"] = 540000000 }),
                ["totalValue"] = 1500000000, ["taxes"] = "none", ["consignment"] = "commercial", ["invoice"] = new JsonArray(invoice),
                ["contactPhone"] = "0900000517", ["declaration"] = true,
            },
        }.ToJsonString();
    }
}
