namespace HaiDang.Feel.Tests;

public sealed class Numbers : Specification
{
    [Fact]
    public void Operators_have_ranks_and_go_from_left_to_right()
    {
        Feel("1 + 2 * 3").Is("7");
        Feel("(1 + 2) * 3").Is("9");
        Feel("10 - 3 - 2").Is("5");
        Feel("100 / 10 / 2").Is("5");
        Feel("2 * 3 ** 2").Is("18");
        Feel("3 ** 4 ** 5").Is("3486784401");
        Feel("-3 ** 2").Is("9");
        Feel("2 ** -2").Is("0.25");
        Feel("5 - -3").Is("8");
        Feel("-(2 + 3)").Is("-5");
        Feel(".5 * 2").Is("1");
        Feel("1.50").Is("1.5");
        Feel("-0").Is("0");
    }

    [Fact]
    public void Decimal_fractions_are_exact()
    {
        Feel("0.1 + 0.2").Is("0.3");
        Feel("1e3").Is("1000");
        Feel("1.5E-2").Is("0.015");
        Feel("-.5e+1").Is("-5");
        Feel("for e in [1] return e").Is("[1]");
        Feel("1.1 * 1.1").Is("1.21");
        Feel("0.1 * 3 = 0.3").Is("true");
        Feel("1 / 8").Is("0.125");
    }

    [Fact]
    public void Thirty_four_digits_count_and_ties_go_to_even()
    {
        Feel("1 / 3").Is("0.3333333333333333333333333333333333");
        Feel("2 / 3").Is("0.6666666666666666666666666666666667");
        Feel("1 / 3 * 3").Is("0.9999999999999999999999999999999999");
        Feel("1234567890123456789012345678901234 + 1").Is("1234567890123456789012345678901235");
        Feel("9999999999999999999999999999999999 + 1").Is("10000000000000000000000000000000000");
        Feel("12345678901234567890123456789012345").Is("12345678901234567890123456789012340");
        Feel("12345678901234567890123456789012355").Is("12345678901234567890123456789012360");
        Feel("12345678901234567890 * 12345678901234567890").Is("152415787532388367501905199875019100000");
        Feel("0.1 ** 40 * 10 ** 40").Is("1");
        Feel("10 ** 6144 / 10 ** 6144").Is("1");
        Feel("10 ** 40 + 1 - 10 ** 40").Is("0");
        Feel("10 ** 33 + 1 - 10 ** 33").Is("1");
    }

    [Fact]
    public void What_is_out_of_range_is_null()
    {
        Feel("1 / 0").Fails("feel.division-by-zero");
        Feel("10 ** 6145").Fails("feel.out-of-range");
        Feel("10 ** 999999999").Fails("feel.out-of-range");
        Feel("2 ** 1000000000").Fails("feel.out-of-range");
        Feel("0 ** -1").Fails("feel.out-of-range");
        Feel("(-8) ** 0.5").Fails("feel.out-of-range");
        Feel("0.1 ** 999999999").Is("0");
        Feel("1 + \"a\"").Fails("feel.bad-operands");
        Feel("1 + true").Fails("feel.bad-operands");
        Feel("-\"a\"").Fails("feel.bad-operands");
        Feel("1 + null").IsNull();
    }

    [Fact]
    public void Rounding_has_a_name_for_each_way()
    {
        Feel("decimal(1/3, 2)").Is("0.33");
        Feel("decimal(1.5, 0)").Is("2");
        Feel("decimal(2.5, 0)").Is("2");
        Feel("decimal(1234.5, -2)").Is("1200");
        Feel("decimal(1, 7000)").Fails("feel.bad-argument-value");
        Feel("floor(1.5)").Is("1");
        Feel("floor(-1.56, 1)").Is("-1.6");
        Feel("ceiling(1.5)").Is("2");
        Feel("ceiling(-1.56, 1)").Is("-1.5");
        Feel("round up(5.5, 0)").Is("6");
        Feel("round up(-1.126, 2)").Is("-1.13");
        Feel("round down(-5.5, 0)").Is("-5");
        Feel("round down(1.121, 2)").Is("1.12");
        Feel("round half up(-5.5, 0)").Is("-6");
        Feel("round half up(1.121, 2)").Is("1.12");
        Feel("round half down(5.5, 0)").Is("5");
        Feel("round half down(-1.126, 2)").Is("-1.13");
        Feel("round half up(12345, -2)").Is("12300");
        Feel("round up(0.00001, 2)").Is("0.01");
        Feel("round up(1/3, 33)").Is("0.333333333333333333333333333333334");
    }

    [Fact]
    public void Functions_of_numbers()
    {
        Feel("abs(-10)").Is("10");
        Feel("abs(@\"-PT5H\")").Is("@\"PT5H\"");
        Feel("abs(@\"-P1Y\")").Is("@\"P1Y\"");
        Feel("modulo(12, 5)").Is("2");
        Feel("modulo(-12, 5)").Is("3");
        Feel("modulo(12, -5)").Is("-3");
        Feel("modulo(-12, -5)").Is("-2");
        Feel("modulo(10.1, 4.5)").Is("1.1");
        Feel("modulo(-10.1, 4.5)").Is("3.4");
        Feel("modulo(10.1, -4.5)").Is("-3.4");
        Feel("modulo(10, 0)").Fails("feel.division-by-zero");
        Feel("sqrt(16)").Is("4");
        Feel("sqrt(2)").Is("1.414213562373095048801688724209698");
        Feel("sqrt(-1)").Fails("feel.bad-argument-value");
        Feel("log(10)").Is("2.302585092994045684017991454684364");
        Feel("log(1)").Is("0");
        Feel("log(0)").Fails("feel.bad-argument-value");
        Feel("exp(1)").Is("2.718281828459045235360287471352662");
        Feel("exp(0)").Is("1");
        Feel("exp(1000000)").Fails("feel.out-of-range");
        Feel("exp(-1000000)").Is("0");
        Feel("2 ** 0.5").Is("sqrt(2)");
        Feel("8 ** (1/3) > 1.99999999999999999999999999").Is("true");
        Feel("odd(5)").Is("true");
        Feel("odd(-3)").Is("true");
        Feel("even(0)").Is("true");
        Feel("even(2.5)").Is("false");
    }

    [Fact]
    public void Numbers_are_read_from_text_and_written_plainly()
    {
        Feel("number(\"1 000,0\", \" \", \",\")").Is("1000");
        Feel("number(\"1,000.0\", \",\", \".\")").Is("1000");
        Feel("number(\"1.000.000,01\", \".\", \",\")").Is("1000000.01");
        Feel("number(\"-12\")").Is("-12");
        Feel("number(\"1\", \".\", \".\")").Fails("feel.bad-argument-value");
        Feel("number(\"twelve\")").Fails("feel.bad-argument-value");
        Feel("number(12)").Fails("feel.bad-argument");
        Feel("number(\"12\", \",\", null)").Is("12");
        Feel("string(1.10)").Is("\"1.1\"");
        Feel("string(100)").Is("\"100\"");
        Feel("string(1 / 3)").Is("\"0.3333333333333333333333333333333333\"");
        Feel("string(10 ** 30)").Is("\"1000000000000000000000000000000\"");
        Feel("string(-0.50)").Is("\"-0.5\"");
        Feel("1.2e3").Is("1200");
    }
}
