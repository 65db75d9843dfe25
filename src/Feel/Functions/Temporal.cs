namespace HaiDang.Feel.Functions;

/// <summary>Functions of dates and times (DMN 1.5 tables 72, 77 and 79).</summary>
internal static class Temporal
{
    private static readonly string[] days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    internal static void AddTo(Library library)
    {
        library.Add("date(from: string)", (in Call c, ReadOnlySpan<FeelValue> a) => Or(c, a[0], FeelValue.Of(FeelDate.Parse(a[0].As<string>()))));
        library.Add("date(from: date)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0]);
        library.Add("date(from: date and time)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(a[0].As<FeelDateTime>().Date));
        library.Add("date(year: number, month: number, day: number)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            a[0].AsNum.TryInt(out var y) && a[1].AsNum.TryInt(out var m) && a[2].AsNum.TryInt(out var d)
                ? Or(c, a[2], FeelValue.Of(FeelDate.Of(y, m, d)))
                : c.Refuse(a[0]));
        library.Add("time(from: string)", (in Call c, ReadOnlySpan<FeelValue> a) => Or(c, a[0], FeelValue.Of(FeelTime.Parse(a[0].As<string>()))));
        library.Add("time(from: time)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0]);
        library.Add("time(from: date and time)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(a[0].As<FeelDateTime>().Time));
        library.Add("time(from: date)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(new FeelTime(0, FeelZone.Utc)));
        library.Add("time(hour: number, minute: number, second: number, offset?: days and time duration)", FromParts);
        library.Add("date and time(from: string)", (in Call c, ReadOnlySpan<FeelValue> a) => Or(c, a[0], FeelValue.Of(FeelDateTime.Parse(a[0].As<string>()))));
        library.Add("date and time(from: date and time)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0]);
        library.Add("date and time(date: date, time: time)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of(new FeelDateTime(a[0].As<FeelDate>(), a[1].As<FeelTime>())));
        library.Add("date and time(date: date and time, time: time)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            FeelValue.Of(new FeelDateTime(a[0].As<FeelDateTime>().Date, a[1].As<FeelTime>())));
        library.Add("duration(from: string)", (in Call c, ReadOnlySpan<FeelValue> a) => Or(c, a[0], DurationText.Parse(a[0].As<string>())));
        library.Add("duration(from: days and time duration)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0]);
        library.Add("duration(from: years and months duration)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0]);
        Between(library, "date", "date");
        Between(library, "date", "date and time");
        Between(library, "date and time", "date");
        Between(library, "date and time", "date and time");
        Calendar(library, "day of year", d => FeelValue.Of((decimal)d.DayOfYear));
        Calendar(library, "day of week", d => FeelValue.Of(days[d.Weekday - 1]));
        Calendar(library, "month of year", d => FeelValue.Of(months[d.Month - 1]));
        Calendar(library, "week of year", d => FeelValue.Of((decimal)d.WeekOfYear));
        library.Add("now()", (in Call c, ReadOnlySpan<FeelValue> a) => c.Frame.Scope.Now is { } now ? FeelValue.Of(now) : c.Frame.Fail(c.At, Says.NoClock, "now()"));
        library.Add("today()", (in Call c, ReadOnlySpan<FeelValue> a) =>
            c.Frame.Scope.Now is { } now ? FeelValue.Of(DateOnly.FromDateTime(now.DateTime)) : c.Frame.Fail(c.At, Says.NoClock, "today()"));
    }

    private static FeelValue Or(in Call call, FeelValue from, FeelValue result) => result.IsNull ? call.Refuse(from) : result;

    /// <summary>What a literal after @ says (grammar rule 65).</summary>
    internal static FeelValue Parse(string text)
    {
        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
        {
            return DurationText.Parse(text);
        }
        return FeelDate.Parse(text) is { } date ? FeelValue.Of(date)
            : FeelTime.Parse(text) is { } time ? FeelValue.Of(time)
            : FeelValue.Of(FeelDateTime.Parse(text));
    }

    private static FeelValue FromParts(in Call call, ReadOnlySpan<FeelValue> a)
    {
        if (!a[0].AsNum.TryInt(out var hour) || hour is < 0 or > 23)
        {
            return call.Refuse(a[0]);
        }
        if (!a[1].AsNum.TryInt(out var minute) || minute is < 0 or > 59)
        {
            return call.Refuse(a[1]);
        }
        if (DayTime.FromSeconds(a[2].AsNum) is not { } seconds || seconds.Nanos < 0 || seconds.Nanos >= 60 * FeelTime.Second)
        {
            return call.Refuse(a[2]);
        }
        FeelZone? zone = null;
        if (a.Length > 3 && a[3].Is<DayTime>(out var offset))
        {
            if (Int128.Abs(offset.Nanos) > 18 * 3600 * FeelTime.Second || offset.Nanos % FeelTime.Second != 0)
            {
                return call.Refuse(a[3]);
            }
            zone = FeelZone.FromOffset((int)(offset.Nanos / FeelTime.Second));
        }
        return FeelValue.Of(new FeelTime((hour * 3600L + minute * 60L) * FeelTime.Second + (long)seconds.Nanos, zone));
    }

    private static void Between(Library library, string from, string to) =>
        library.Add($"years and months duration(from: {from}, to: {to})", (in Call c, ReadOnlySpan<FeelValue> a) =>
            FeelValue.Of(new YearMonth(WholeMonths(Arithmetic.Moment(a[0]), Arithmetic.Moment(a[1])))));

    /// <summary>The whole months from one date to another, towards zero; times of day do not count.</summary>
    private static long WholeMonths(FeelDateTime from, FeelDateTime to)
    {
        var months = (to.Date.Year - (long)from.Date.Year) * 12 + to.Date.Month - from.Date.Month;
        var rest = to.Date.Day - from.Date.Day;
        return months > 0 && rest < 0 ? months - 1 : months < 0 && rest > 0 ? months + 1 : months;
    }

    private static void Calendar(Library library, string name, Func<FeelDate, FeelValue> part)
    {
        library.Add($"{name}(date: date)", (in Call c, ReadOnlySpan<FeelValue> a) => part(a[0].As<FeelDate>()));
        library.Add($"{name}(date: date and time)", (in Call c, ReadOnlySpan<FeelValue> a) => part(a[0].As<FeelDateTime>().Date));
    }
}
