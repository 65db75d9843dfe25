using System.Globalization;

namespace HaiDang.Bench.Lifecycle;

/// <summary>Who applies, and for what: nobody that there is.</summary>
internal static class MadeUp
{
    private static int last;

    public static string Answers(string unit) =>
        $$"""{"market":"{{unit}}","stall":"large","days":4,"sellerName":"Đỗ Mẫu Giang","sellerPhone":"0900000106","goods":"Rau củ nhà trồng","promise":true}""";

    public static string Applicant()
    {
        var n = Interlocked.Increment(ref last).ToString("D7", CultureInfo.InvariantCulture);
        return $$"""{"account":null,"subject":"{{Counter.RandomId()}}","name":"Đỗ Mẫu Giang","identityNumber":"09916{{n}}","phone":"0900000106","email":null,"address":"Số 5 đường Bờ Sông, thị trấn Sông Nhỏ"}""";
    }
}
