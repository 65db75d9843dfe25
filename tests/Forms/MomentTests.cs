using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class MomentTests
{
    static (string, string)[] Parts(string day, string month, string year) => [("x.day", day), ("x.month", month), ("x.year", year)];

    [Fact] public void Date_in_parts() => A("datetime").Reads(Parts("5", "3", "1996"), "\"1996-03-05\"").Reads(Parts("", "", ""), "null");
    [Fact] public void Date_in_one() => A("datetime").Reads("22/11/2026", "\"2026-11-22\"").Reads("2026-11-22", "\"2026-11-22\"").Reads("22-11-2026", "\"2026-11-22\"");
    [Fact] public void Wrong_dates_are_kept() => A("datetime").Reads(Parts("31", "2", "2026"), "\"31/2/2026\"").Misreads(Parts("31", "2", "2026"), "not-a-date").Misreads(Parts("5", "", "1996"), "not-a-date").Misreads(Parts("5", "3", "96"), "not-a-date").Misreads("hôm qua", "not-a-date");
    [Fact] public void Leap_days() => A("datetime").Takes("\"2024-02-29\"").Refuses("\"2025-02-29\"", "not-a-date");
    [Fact] public void Kept_dates() => A("datetime").Refuses("\"2026-1-2\"", "not-a-date").Refuses("\"2026-01-02T10:00\"", "not-a-date").Refuses("20260102", "wrong-type");
    [Fact] public void Required() => A("datetime", """ "dateLabel":"Ngày sinh","validate":{"required":true},"properties":{"haidang:kind":"past-date"} """).Refuses("null", "required", "Hãy nhập “Ô”, ví dụ 25/03/1990.");
    [Fact] public void Past() => A("datetime", """ "properties":{"haidang:kind":"past-date"} """).Takes("\"2026-11-22\"", "\"1990-01-01\"").Refuses("\"2026-11-23\"", "date-ahead", "“Ô” không được sau hôm nay (22/11/2026).");
    [Fact] public void Future() => A("datetime", """ "properties":{"haidang:kind":"future-date"} """).Takes("\"2026-11-22\"", "\"2027-01-01\"").Refuses("\"2026-11-21\"", "date-passed");
    [Fact] public void Passed() => A("datetime", """ "disallowPassedDates":true """).Takes("\"2026-11-22\"").Refuses("\"2026-11-21\"", "date-passed");
    [Fact] public void Times() => A("datetime", """ "subtype":"time","timeLabel":"Giờ" """).Reads("14:32", "\"14:32\"").Reads("14h32", "\"14:32\"").Reads("14 giờ 32", "\"14:32\"").Reads("8h", "\"08:00\"").Misreads("25:00", "not-a-time").Misreads("chiều", "not-a-time").Takes("\"14:32\"", "\"14:32:05\"", "\"14:32+07:00\"", "\"07:32Z\"");
    [Fact] public void Times_with_offset() => A("datetime", """ "subtype":"time","timeSerializingFormat":"utc_offset" """).Reads("14:32", "\"14:32+07:00\"").Shows("\"14:32+07:00\"", "14:32");
    [Fact] public void Times_in_utc() => A("datetime", """ "subtype":"time","timeSerializingFormat":"utc_normalized" """).Reads("14:32", "\"07:32Z\"").Shows("\"07:32Z\"", "14:32");
    [Fact] public void Both() => A("datetime", """ "subtype":"datetime" """).Reads([.. Parts("22", "11", "2026"), ("x.time", "14:32")], "\"2026-11-22T14:32\"").Reads([.. Parts("22", "11", "2026"), ("x.hour", "9"), ("x.minute", "5")], "\"2026-11-22T09:05\"").Shows("\"2026-11-22T14:32\"", "14:32 22/11/2026");
    [Fact] public void Both_from_one_input() => A("datetime", """ "subtype":"datetime" """).Reads("2026-11-22T14:32", "\"2026-11-22T14:32\"");
    [Fact] public void Both_in_utc() => A("datetime", """ "subtype":"datetime","timeSerializingFormat":"utc_normalized" """).Reads([.. Parts("22", "11", "2026"), ("x.time", "02:00")], "\"2026-11-21T19:00Z\"").Shows("\"2026-11-21T19:00Z\"", "02:00 22/11/2026");
    [Fact] public void Both_half() => A("datetime", """ "subtype":"datetime" """).Misreads([.. Parts("22", "11", "2026"), ("x.time", "")], "not-a-time").Misreads([.. Parts("22", "13", "2026"), ("x.time", "10:00")], "not-a-date").Misreads([("x.time", "10:00")], "not-a-date");
    [Fact] public void Shown() => A("datetime").Shows("\"2026-11-05\"", "05/11/2026").Shows("null", "");

    [Fact]
    public void Wrong_parts_come_back_as_typed()
    {
        var form = Form(Field("datetime", "x", """ "subtype":"datetime" """));
        var input = form.Read(Posted(("x.day", "31"), ("x.month", "2"), ("x.year", "26"), ("x.time", "9h")), form.Pages[0], Now);
        Assert.Equal(new TypedMoment("31", "2", "26", "9h"), form.VisibleFields(input.Data, Now)[0].Moment);
    }

    [Fact]
    public void Right_parts_come_back() =>
        Assert.Equal(new TypedMoment("5", "3", "1996", ""), Form(Field("datetime", "x")).VisibleFields(Json("""{"x":"1996-03-05"}"""), Now)[0].Moment);
}
