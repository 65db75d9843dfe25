using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class NumberTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("-12", "-12")]
    [InlineData("+12", "12")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1.234", "1234")]
    [InlineData("1,5", "1.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("12345.678", "12345.678")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1,234", "1.234")]
    [InlineData(" 500.000 đ ", "500000")]
    [InlineData("500.000 đồng", "500000")]
    [InlineData("−5", "-5")]
    [InlineData("007", "7")]
    public void Typed(string typed, string json) => A("number").Reads(typed, json);

    [Theory]
    [InlineData("abc")]
    [InlineData("1e5")]
    [InlineData("1.23.456")]
    [InlineData("1,2,3")]
    [InlineData("--1")]
    [InlineData("٣")]
    [InlineData("1234567890123456789")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData(".")]
    public void Mistyped(string typed) => A("number").Misreads(typed, "not-a-number");

    [Fact] public void Empty() => A("number").Reads("", "null").Takes("null");
    [Fact] public void Required() => A("number", """ "validate":{"required":true} """).Takes("0").Refuses("null", "required").Refuses("\"\"", "required");
    [Fact] public void Range() => A("number", """ "validate":{"min":1,"max":8} """).Takes("1", "8", "null").Refuses("0", "too-small", "“Ô” phải từ 1 trở lên.").Refuses("9", "too-great", "“Ô” phải từ 8 trở xuống.");
    [Fact] public void Computed_range() => A("number", """ "validate":{"min":"=2*5"} """).Takes("10").Refuses("9.9", "too-small");
    [Fact] public void Whole() => A("number", """ "decimalDigits":0 """).Takes("3", "3.0").Refuses("3.5", "decimals", "“Ô” phải là số nguyên, không có phần thập phân.");
    [Fact] public void Digits() => A("number", """ "decimalDigits":2 """).Takes("3.25").Refuses("3.255", "decimals", en: "“Ô” may have at most 2 digits after the decimal point.");
    [Fact] public void Step() => A("number", """ "increment":500 """).Takes("1500", "0", "-500").Refuses("1600", "step", "“Ô” không hợp lệ; hai giá trị gần nhất là 1.500 và 2.000.");
    [Fact] public void Step_of_tenths() => A("number", """ "increment":0.1 """).Takes("0.3", "0.7").Refuses("0.35", "step");
    [Fact] public void As_text() => A("number", """ "serializeToString":true """).Reads("1.234,50", "\"1234.50\"").Takes("\"12\"").Refuses("\"x\"", "not-a-number");
    [Fact] public void Text_is_no_number() => A("number").Refuses("\"12\"", "not-a-number").Refuses("true", "not-a-number").Refuses("1e300", "not-a-number");
    [Fact] public void Shown() => A("number").Shows("1234567.5", "1.234.567,5", "1,234,567.5");
    [Fact] public void Money() => A("number", """ "properties":{"haidang:kind":"money"} """).Shows("1234567", "1.234.567 đ", "1,234,567 VND");
    [Fact] public void Suffix() => A("number", """ "appearance":{"suffixAdorner":"m²"} """).Shows("12", "12 m²");
    [Fact] public void Retyped() => Assert.Equal("1234,5", Form(Field("number", "x")).VisibleFields(Json("""{"x":1234.5}"""))[0].Typed);
    [Fact] public void Retyped_wrong() => Assert.Equal("mười", Form(Field("number", "x")).VisibleFields(Json("""{"x":"mười"}"""))[0].Typed);
}
