namespace HaiDang.Feel.Tests;

public sealed class Strings : Specification
{
    [Fact]
    public void Literals_may_hold_escapes()
    {
        Feel("\"a\" + \"b\"").Is("\"ab\"");
        Feel("string length(\"\\n\\t\\\"\\\\\")").Is("4");
        Feel("\"\\u0041\"").Is("\"A\"");
        Feel("\"\\U01F40E\"").Is("\"🐎\"");
        Feel("\"Hải Đăng\"").Says("Hải Đăng");
        Feel("\"\\d\" = \"\\\\d\"").Is("true");
        Feel("\"a\" - \"b\"").Fails("feel.bad-operands");
    }

    [Fact]
    public void Characters_are_counted_not_units_of_storage()
    {
        Feel("string length(\"\\U01F40Eab\")").Is("3");
        Feel("substring(\"\\U01F40Eab\", 2)").Is("\"ab\"");
        Feel("substring(\"foobar\", 3)").Is("\"obar\"");
        Feel("substring(\"foobar\", 3, 3)").Is("\"oba\"");
        Feel("substring(\"foobar\", -2, 1)").Is("\"a\"");
        Feel("substring(\"foobar\", 0)").Fails("feel.bad-argument-value");
        Feel("substring(\"foobar\", 7)").Fails("feel.bad-argument-value");
        Feel("substring(string: \"foobar\", start position: 3)").Is("\"obar\"");
    }

    [Fact]
    public void Parts_are_found_and_changed()
    {
        Feel("upper case(\"đường 5\")").Is("\"ĐƯỜNG 5\"");
        Feel("lower case(\"ABC\")").Is("\"abc\"");
        Feel("substring before(\"foobar\", \"bar\")").Is("\"foo\"");
        Feel("substring before(\"foobar\", \"xyz\")").Is("\"\"");
        Feel("substring after(\"foobar\", \"ob\")").Is("\"ar\"");
        Feel("substring after(\"\", \"a\")").Is("\"\"");
        Feel("contains(\"foobar\", \"of\")").Is("false");
        Feel("starts with(\"foobar\", \"fo\")").Is("true");
        Feel("ends with(\"foobar\", \"r\")").Is("true");
        Feel("string join([\"a\", \"b\", \"c\"], \"_and_\")").Is("\"a_and_b_and_c\"");
        Feel("string join([\"a\", null, \"c\"])").Is("\"ac\"");
        Feel("string join([], \"X\")").Is("\"\"");
        Feel("string join([1], \"X\")").Fails("feel.bad-argument-value");
        Feel("split(\"John Doe\", \"\\s\")").Is("[\"John\", \"Doe\"]");
        Feel("split(\"a;b;c;;\", \";\")").Is("[\"a\", \"b\", \"c\", \"\", \"\"]");
    }

    [Fact]
    public void Patterns_are_those_of_xpath()
    {
        Feel("matches(\"foobar\", \"^fo*b\")").Is("true");
        Feel("matches(\"FOO\", \"foo\", \"i\")").Is("true");
        Feel("matches(\"a\\nb\", \"a.b\")").Is("false");
        Feel("matches(\"a\\nb\", \"a.b\", \"s\")").Is("true");
        Feel("matches(\"helloworld\", \"hello world\", \"x\")").Is("true");
        Feel("matches(\"a.b\", \"a.b\", \"q\")").Is("true");
        Feel("matches(\"0904 123 456\", \"^0\\d{3}( \\d{3}){2}$\")").Is("true");
        Feel("matches(\"abab\", \"^(ab)\\1$\")").Is("true");
        Feel("matches(\"a\\n\", \"a$\")").Is("false");
        Feel("matches(\"x\", \"[a-z-[x]]\")").Is("false");
        Feel("matches(\"a\", \"(?=a)\")").Fails("feel.bad-pattern");
        Feel("matches(\"a\", \"[\")").Fails("feel.bad-pattern");
        Feel("matches(\"a\", \"a\", \"z\")").Fails("feel.bad-pattern");
        Feel("replace(\"banana\", \"a\", \"o\")").Is("\"bonono\"");
        Feel("replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")").Is("\"[1=ab][2=]cd\"");
        Feel("replace(\"2026-01-30\", \"(\\d+)-(\\d+)-(\\d+)\", \"$3/$2/$1\")").Is("\"30/01/2026\"");
        Feel("replace(\"abc\", \"b\", \"\\$\")").Is("\"a$c\"");
        Feel("replace(\"abc\", \"b\", \"$\")").Fails("feel.bad-pattern");
        Feel("replace(\"abc\", \"x*\", \"-\")").Fails("feel.bad-pattern");
    }

    [Fact]
    public void Every_value_can_be_written()
    {
        Feel("string(true)").Is("\"true\"");
        Feel("string(null)").IsNull();
        Feel("string(\"a\")").Is("\"a\"");
        Feel("string(@\"2026-01-30\")").Is("\"2026-01-30\"");
        Feel("string(@\"10:00:00.5@Asia/Ho_Chi_Minh\")").Is("\"10:00:00.5@Asia/Ho_Chi_Minh\"");
        Feel("string(duration(\"P0DT25H\"))").Is("\"P1DT1H\"");
        Feel("string([1, \"a\", null])").Is("\"[1, \\\"a\\\", null]\"");
        Feel("string({a: 1, \"b c\": [true]})").Is("\"{a: 1, \\\"b c\\\": [true]}\"");
        Feel("string([1..5))").Is("\"[1..5)\"");
    }

    [Theory]
    [InlineData("{a: [1, 2.5, \"x\\\"y\\n\", null, true], \"b c\": @\"2026-01-30T10:00:00Z\", c: @\"P1DT2H\", d: [1..5), e: (> 3)}")]
    [InlineData("[@\"-0044-03-15\", @\"999999999-12-31\", @\"10:00:00.000000001@Europe/Paris\", @\"-P2Y3M\", 1 / 3]")]
    public void A_literal_reads_back_to_the_same_value(string text)
    {
        var value = Feel(text).Value(out _);
        Assert.Equal(value, Feel(value.ToString()).Value(out _));
    }
}
