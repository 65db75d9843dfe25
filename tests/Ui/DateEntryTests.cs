using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace HaiDang.Ui.Tests;

public sealed class DateEntryTests
{
    [Theory]
    [InlineData("27", "3", "1985", 1985, 3, 27)]
    [InlineData("07", "03", "1985", 1985, 3, 7)]
    [InlineData("29", "2", "2024", 2024, 2, 29)]
    public void A_date_is_read(string day, string month, string year, int y, int m, int d) =>
        Assert.Equal(new LocalDate(y, m, d), new DateEntry(day, month, year).Date);

    [Theory]
    [InlineData("29", "2", "2023")]
    [InlineData("31", "4", "2024")]
    [InlineData("0", "1", "2024")]
    [InlineData("1", "13", "2024")]
    [InlineData("1", "1", "24")]
    [InlineData("1", "1", "0000")]
    [InlineData("-1", "1", "2024")]
    [InlineData("1.5", "1", "2024")]
    [InlineData("", "1", "2024")]
    [InlineData("001", "1", "2024")]
    [InlineData("１", "1", "2024")]
    public void What_is_no_date_gives_none_and_stays_as_typed(string day, string month, string year)
    {
        var entry = new DateEntry(day, month, year);
        Assert.Null(entry.Date);
        Assert.Equal((day, month, year), (entry.Day, entry.Month, entry.Year));
    }

    [Fact]
    public void It_goes_to_ISO_and_back()
    {
        Assert.Equal("1985-03-27", new DateEntry("27", "3", "1985").ToIso());
        Assert.Equal(new DateEntry("27", "3", "1985"), DateEntry.OfIso("1985-03-27"));
        Assert.Null(DateEntry.Empty.ToIso());
        Assert.Equal("1990-2-31", new DateEntry("31", "2", "1990").ToIso());
        Assert.True(DateEntry.OfIso("nonsense").IsEmpty);
    }

    [Fact]
    public void It_reads_what_its_field_posts()
    {
        var form = new FormCollection(new Dictionary<string, StringValues> { ["born.day"] = " 27 ", ["born.month"] = "3", ["born.year"] = "1985" });
        Assert.Equal(new LocalDate(1985, 3, 27), DateEntry.Read(form, "born").Date);
        Assert.True(DateEntry.Read(form, "other").IsEmpty);
    }
}
