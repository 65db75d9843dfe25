using System.Globalization;
using NodaTime;

namespace HaiDang.Ui.Tests;

public sealed class ShowTests
{
    [Fact]
    public void Dates_and_times_are_written_as_Vietnam_writes_them()
    {
        Assert.Equal("22/11/2026", Show.Date(new(2026, 11, 22)));
        Assert.Equal("05/01/2026", Show.Date(new(2026, 1, 5)));
        Assert.Equal("09:05 05/01/2026", Show.DateTime(new LocalDateTime(2026, 1, 5, 9, 5)));
    }

    [Theory]
    [InlineData("vi-VN", 999, "999 B")]
    [InlineData("vi-VN", 840_000, "840 KB")]
    [InlineData("vi-VN", 2_400_000, "2,4 MB")]
    [InlineData("en-GB", 2_400_000, "2.4 MB")]
    [InlineData("vi-VN", 20_000_000, "20 MB")]
    public void Sizes_are_written_for_people(string culture, long bytes, string written) => Assert.Equal(written, In(culture, () => Show.Size(bytes)));

    [Theory]
    [InlineData("vi-VN", 0, "0")]
    [InlineData("vi-VN", 1000, "1.000")]
    [InlineData("vi-VN", 1001, "1.000+")]
    [InlineData("en-GB", 1001, "1,000+")]
    public void Counts_stop_at_a_thousand(string culture, int count, string written) => Assert.Equal(written, In(culture, () => Show.Count(count)));

    private static string In(string culture, Func<string> write)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try { return write(); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}
