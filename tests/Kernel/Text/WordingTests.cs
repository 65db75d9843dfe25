using HaiDang.Kernel;
using HaiDang.Kernel.Tests.Time;
using NodaTime;

namespace HaiDang.Kernel.Tests.Text;

public sealed class WordingTests
{
    [Fact]
    public void Dates_and_times()
    {
        var at = new LocalDateTime(2026, 11, 2, 14, 5, 59);
        Assert.Equal("02/11/2026", Wording.Date(at.Date));
        Assert.Equal("14:05", Wording.Time(at.TimeOfDay));
        Assert.Equal(new("14:05 ngày 02/11/2026", "14:05 on 02/11/2026"), Wording.DateTime(at));
        Assert.Equal(new("ngày 02 tháng 11 năm 2026", "2 November 2026"), Wording.LongDate(at.Date));
        Assert.Equal("ngày 22 tháng 02 năm 2026", Wording.LongDate(new(2026, 2, 22)).Vi);
        Assert.Equal("ngày 22 tháng 3 năm 2026", Wording.LongDate(new(2026, 3, 22)).Vi);
        Assert.Equal(new("Chủ nhật", "Sunday"), Wording.DayOfWeek(IsoDayOfWeek.Sunday));
    }

    [Theory]
    [InlineData(0, "0\u00A0đ", "0\u00A0VND")]
    [InlineData(999, "999\u00A0đ", "999\u00A0VND")]
    [InlineData(1234567, "1.234.567\u00A0đ", "1,234,567\u00A0VND")]
    [InlineData(-5000, "-5.000\u00A0đ", "-5,000\u00A0VND")]
    public void Money_in_figures(long dong, string vi, string en) => Assert.Equal(new(vi, en), Wording.Money(new Money(dong)));

    [Theory]
    [InlineData(0, "không", "zero")]
    [InlineData(5, "năm", "five")]
    [InlineData(10, "mười", "ten")]
    [InlineData(15, "mười lăm", "fifteen")]
    [InlineData(20, "hai mươi", "twenty")]
    [InlineData(21, "hai mươi mốt", "twenty-one")]
    [InlineData(24, "hai mươi tư", "twenty-four")]
    [InlineData(25, "hai mươi lăm", "twenty-five")]
    [InlineData(11, "mười một", "eleven")]
    [InlineData(14, "mười bốn", "fourteen")]
    [InlineData(105, "một trăm linh năm", "one hundred and five")]
    [InlineData(110, "một trăm mười", "one hundred and ten")]
    [InlineData(1005, "một nghìn không trăm linh năm", "one thousand and five")]
    [InlineData(8000, "tám nghìn", "eight thousand")]
    [InlineData(120000, "một trăm hai mươi nghìn", "one hundred and twenty thousand")]
    [InlineData(1050000, "một triệu không trăm năm mươi nghìn", "one million fifty thousand")]
    [InlineData(1000001, "một triệu không trăm linh một", "one million and one")]
    [InlineData(2000000000, "hai tỷ", "two billion")]
    [InlineData(3000000000000, "ba nghìn tỷ", "three trillion")]
    [InlineData(1234567891, "một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt",
        "one billion two hundred and thirty-four million five hundred and sixty-seven thousand eight hundred and ninety-one")]
    [InlineData(-15000, "âm mười lăm nghìn", "minus fifteen thousand")]
    public void Numbers_in_words(long number, string vi, string en)
    {
        Assert.Equal(vi, NumberWords.Vietnamese(number));
        Assert.Equal(en, NumberWords.English(number));
    }

    [Fact]
    public void The_largest_and_smallest_numbers_have_words()
    {
        Assert.StartsWith("chín tỷ hai trăm hai mươi ba triệu", NumberWords.Vietnamese(long.MaxValue));
        Assert.StartsWith("âm chín tỷ", NumberWords.Vietnamese(long.MinValue));
        Assert.StartsWith("nine quintillion", NumberWords.English(long.MaxValue));
    }

    [Fact]
    public void Money_in_words() => Assert.Equal(
        new("một trăm hai mươi nghìn đồng", "one hundred and twenty thousand dong"), Wording.MoneyInWords(new Money(120_000)));

    [Theory]
    [InlineData("PT24H", false, "còn 3 ngày làm việc", "3 working days left")]
    [InlineData("PT23H", false, "còn 2 ngày làm việc", "2 working days left")]
    [InlineData("P1D", false, "còn 1 ngày làm việc", "1 working day left")]
    [InlineData("PT3H40M", false, "còn 3 giờ làm việc", "3 working hours left")]
    [InlineData("PT20M", false, "còn 20 phút làm việc", "20 working minutes left")]
    [InlineData("PT8H", true, "quá hạn 1 ngày làm việc", "1 working day overdue")]
    [InlineData("PT10S", true, "quá hạn 1 phút làm việc", "1 working minute overdue")]
    [InlineData("PT0S", false, "đến hạn", "due now")]
    public void Time_left(string amount, bool overdue, string vi, string en)
    {
        var left = WorkingTime.Of(Calendars.Office.InHours(Calendars.Amount(amount)));
        Assert.Equal(new(vi, en), Wording.Left(Calendars.Office, overdue ? WorkingTime.Of(-left.Hours) : left));
    }

    [Theory]
    [InlineData("P3D", "3 ngày làm việc", "3 working days")]
    [InlineData("P1DT4H", "1 ngày 4 giờ làm việc", "1 working day and 4 hours")]
    [InlineData("PT4H", "4 giờ làm việc", "4 working hours")]
    public void Limits(string amount, string vi, string en) => Assert.Equal(new(vi, en), Wording.Limit(Calendars.Amount(amount)));

    [Fact]
    public void Time_gone() => Assert.Equal(new("đã qua 2 ngày làm việc", "2 working days gone"), Wording.Elapsed(Calendars.Office, WorkingTime.OfHours(17)));
}
