namespace HaiDang.Feel.Tests;

public sealed class DatesAndTimes : Specification
{
    [Fact]
    public void Dates_are_read_from_text_and_parts()
    {
        Feel("date(\"2026-01-30\")").Is("@\"2026-01-30\"");
        Feel("date(2026, 1, 30)").Is("@\"2026-01-30\"");
        Feel("date(@\"2026-01-30T10:00:00+07:00\")").Is("@\"2026-01-30\"");
        Feel("date(\"2026-02-29\")").Fails("feel.bad-argument-value");
        Feel("date(\"2024-02-29\").day").Is("29");
        Feel("date(\"26-01-30\")").Fails("feel.bad-argument-value");
        Feel("date(2026, 13, 1)").Fails("feel.bad-argument-value");
        Feel("@\"2026-02-30\"").IsRefused("feel.bad-literal", column: 2);
        Feel("string(date(\"-0044-03-15\"))").Is("\"-0044-03-15\"");
        Feel("date(\"999999999-12-31\").year").Is("999999999");
        Feel("date(\"-999999999-01-01\").year").Is("-999999999");
        Feel("date(\"1000000000-01-01\")").Fails("feel.bad-argument-value");
        Feel("date(\"999999999-12-31\") + duration(\"P1D\")").Fails("feel.out-of-range");
    }

    [Fact]
    public void Dates_move_by_durations()
    {
        Feel("date(\"2026-01-30\") + duration(\"P1D\")").Is("date(\"2026-01-31\")");
        Feel("date(\"2026-01-31\") + duration(\"P1M\")").Is("date(\"2026-02-28\")");
        Feel("date(\"2024-02-29\") + duration(\"P1Y\")").Is("date(\"2025-02-28\")");
        Feel("date(\"2026-03-01\") - duration(\"P1D\")").Is("date(\"2026-02-28\")");
        Feel("date(\"2026-01-15\") - duration(\"P14M\")").Is("date(\"2024-11-15\")");
        Feel("duration(\"P1D\") + date(\"2026-01-30\")").Is("date(\"2026-01-31\")");
        Feel("date(\"2026-01-30\") + duration(\"PT23H\")").Is("date(\"2026-01-30\")");
        Feel("date(\"2026-01-30\") - duration(\"PT1H\")").Is("date(\"2026-01-29\")");
        Feel("@\"2026-01-31\" - @\"2026-01-01\"").Is("@\"P30D\"");
        Feel("(@\"999999999-12-31\" - @\"-999999999-01-01\").days").Is("730484999633");
        Feel("@\"2026-01-31\" + 1").Fails("feel.bad-operands");
        Feel("@\"2026-01-31\" + @\"2026-01-31\"").Fails("feel.bad-operands");
    }

    [Fact]
    public void Times_may_have_an_offset_or_a_zone()
    {
        Feel("time(\"10:30:00\")").Is("@\"10:30:00\"");
        Feel("time(10, 30, 0)").Is("@\"10:30:00\"");
        Feel("time(10, 30, 0, duration(\"PT7H\"))").Is("@\"10:30:00+07:00\"");
        Feel("time(\"10:30:00+07:00\").time offset").Is("@\"PT7H\"");
        Feel("time(\"10:30:00@Asia/Ho_Chi_Minh\").timezone").Is("\"Asia/Ho_Chi_Minh\"");
        Feel("time(\"10:30:00\").time offset").IsNull();
        Feel("time(\"10:30:00@Nowhere/Atall\")").Fails("feel.bad-argument-value");
        Feel("time(\"25:00:00\")").Fails("feel.bad-argument-value");
        Feel("time(\"24:00:01\")").Fails("feel.bad-argument-value");
        Feel("time(\"23:59:00Z\") + duration(\"PT2M\")").Is("time(\"00:01:00@Etc/UTC\")");
        Feel("time(\"00:00:10\") - duration(\"PT20S\")").Is("time(\"23:59:50\")");
        Feel("time(\"10:00:00\") - time(\"09:30:00\")").Is("@\"PT30M\"");
        Feel("time(\"10:30:15.25\").second").Is("15.25");
        Feel("time(@\"2026-01-30T10:00:00Z\")").Is("@\"10:00:00Z\"");
    }

    [Fact]
    public void Moments_are_on_one_line_when_their_offsets_are_known()
    {
        Feel("date and time(\"2026-01-30T10:00:00\")").Is("@\"2026-01-30T10:00:00\"");
        Feel("date and time(\"2026-01-30\")").Is("@\"2026-01-30T00:00:00\"");
        Feel("date and time(@\"2026-01-30\", @\"10:00:00\")").Is("@\"2026-01-30T10:00:00\"");
        Feel("@\"2026-01-30T24:00:00\"").Is("@\"2026-01-31T00:00:00\"");
        Feel("@\"2026-01-30T10:00:00+07:00\" = @\"2026-01-30T03:00:00Z\"").Is("true");
        Feel("@\"2026-01-30T10:00:00@Asia/Ho_Chi_Minh\" = @\"2026-01-30T03:00:00Z\"").Is("true");
        Feel("@\"2026-07-01T12:00:00@Europe/Paris\".time offset").Is("@\"PT2H\"");
        Feel("@\"2026-01-01T12:00:00@Europe/Paris\".time offset").Is("@\"PT1H\"");
        Feel("@\"2026-01-30T10:00:00Z\" - @\"2026-01-29T09:00:00Z\"").Is("@\"P1DT1H\"");
        Feel("@\"2026-01-30T10:00:00Z\" - @\"2026-01-29T09:00:00\"").Fails("feel.bad-operands");
        Feel("@\"2026-01-30T10:00:00Z\" - @\"2026-01-30\"").Is("@\"PT10H\"");
        Feel("@\"2026-01-30T23:00:00\" + @\"PT2H\"").Is("@\"2026-01-31T01:00:00\"");
        Feel("@\"2026-01-31T10:00:00\" + @\"P1M\"").Is("@\"2026-02-28T10:00:00\"");
        Feel("is(@\"2026-01-30T10:00:00+07:00\", @\"2026-01-30T03:00:00Z\")").Is("false");
        Feel("is(time(\"23:00:50Z\"), time(\"23:00:50+00:00\"))").Is("true");
    }

    [Fact]
    public void Elapsed_time_crosses_the_change_of_the_clocks()
    {
        Feel("string(@\"2026-03-29T01:30:00@Europe/Paris\" + @\"PT1H\")").Is("\"2026-03-29T03:30:00@Europe/Paris\"");
        Feel("string(@\"2026-10-25T02:30:00@Europe/Paris\" + @\"PT3H\")").Is("\"2026-10-25T04:30:00@Europe/Paris\"");
    }

    [Fact]
    public void Parts_and_calendar()
    {
        Feel("@\"2026-01-30\".weekday").Is("5");
        Feel("@\"2026-01-30T10:20:30\".minute").Is("20");
        Feel("@\"2026-01-30\".hour").Fails("feel.no-entry");
        Feel("day of year(date(2019, 9, 17))").Is("260");
        Feel("day of week(date(2019, 9, 17))").Is("\"Tuesday\"");
        Feel("month of year(date(2019, 9, 17))").Is("\"September\"");
        Feel("week of year(date(2003, 12, 29))").Is("1");
        Feel("week of year(date(2005, 1, 1))").Is("53");
        Feel("week of year(date(2005, 1, 9))").Is("1");
    }

    [Fact]
    public void The_clock_is_an_argument()
    {
        Feel("now()").At("2026-01-30T10:00:00+07:00").Is("@\"2026-01-30T10:00:00+07:00\"");
        Feel("today()").At("2026-01-30T01:00:00+07:00").Is("@\"2026-01-30\"");
        Feel("now()").Fails("feel.no-clock");
        Feel("today()").Fails("feel.no-clock");
    }

    [Fact]
    public void Durations_of_days_and_time()
    {
        Feel("duration(\"P1DT2H3M4.5S\").seconds").Is("4.5");
        Feel("duration(\"P1DT26H\").days").Is("2");
        Feel("duration(\"-P1DT2H\").hours").Is("-2");
        Feel("duration(\"P1D\") + duration(\"PT1H\")").Is("@\"P1DT1H\"");
        Feel("duration(\"P1D\") / 4").Is("@\"PT6H\"");
        Feel("duration(\"P1D\") / duration(\"PT6H\")").Is("4");
        Feel("1.5 * duration(\"P1D\")").Is("@\"P1DT12H\"");
        Feel("-duration(\"P1D\")").Is("@\"-P1D\"");
        Feel("duration(\"P1D\") / 0").Fails("feel.out-of-range");
        Feel("duration(\"P1D\") + duration(\"P1M\")").Fails("feel.bad-operands");
        Feel("string(duration(\"PT0S\"))").Is("\"PT0S\"");
        Feel("string(duration(\"PT90M\"))").Is("\"PT1H30M\"");
        Feel("string(duration(\"PT0.000000001S\"))").Is("\"PT0.000000001S\"");
        Feel("duration(\"P\")").Fails("feel.bad-argument-value");
        Feel("duration(\"P1DT\")").Fails("feel.bad-argument-value");
        Feel("duration(\"P1M1D\")").Fails("feel.bad-argument-value");
        Feel("duration(\"P999999999999999999D\")").Fails("feel.bad-argument-value");
        Feel("duration(\"PT1H\") * 10 ** 30").Fails("feel.out-of-range");
    }

    [Fact]
    public void Durations_of_years_and_months()
    {
        Feel("duration(\"P26M\")").Is("duration(\"P2Y2M\")");
        Feel("duration(\"P1Y2M\").months").Is("2");
        Feel("years and months duration(date(\"2011-12-22\"), date(\"2013-08-24\"))").Is("@\"P1Y8M\"");
        Feel("years and months duration(date(\"2013-08-24\"), date(\"2011-12-22\"))").Is("@\"-P1Y8M\"");
        Feel("duration(\"P1Y\") * 1.5").Is("@\"P18M\"");
        Feel("duration(\"P1Y\") / duration(\"P3M\")").Is("4");
        Feel("string(duration(\"-P14M\"))").Is("\"-P1Y2M\"");
        Feel("duration(\"P1Y\") - duration(\"P13M\")").Is("@\"-P1M\"");
    }
}
