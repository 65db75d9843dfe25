namespace HaiDang.Feel.Running;

/// <summary>An entry of a context, of every item of a list, or a property of a date, time, duration or range (DMN 1.5 tables 64 to 67).</summary>
internal sealed class Path(Node target, string name) : Node
{
    internal override FeelValue Eval(Frame f) => Of(f, target.Eval(f));

    private FeelValue Of(Frame f, FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                return default;
            case FeelKind.Context:
                return value.As<ContextValue>().TryGetValue(name, out var entry) ? entry : f.Fail(At, Says.NoEntry, name, value);
            case FeelKind.List:
                var list = value.As<ListValue>();
                if (!f.Spend(At, list.Count))
                {
                    return default;
                }
                var items = new FeelValue[list.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = list[i].AsItems is null ? Of(f, list[i]) : default;
                }
                return FeelValue.Of(new ListValue(items));
            default:
                return Property(value, name) is { } property ? property : f.Fail(At, Says.NoEntry, name, value);
        }
    }

    /// <summary>The property, which may itself be null; no value when there is none of that name.</summary>
    private static FeelValue? Property(FeelValue value, string name) => value.Kind switch
    {
        FeelKind.Date => OfDate(value.As<FeelDate>(), name),
        FeelKind.Time => OfTime(value.As<FeelTime>(), value.As<FeelTime>().Zone?.OffsetSeconds, name),
        FeelKind.DateTime => OfDate(value.As<FeelDateTime>().Date, name)
            ?? OfTime(value.As<FeelDateTime>().Time, value.As<FeelDateTime>().Offset, name),
        FeelKind.DaysAndTimeDuration => OfDuration(value.As<DayTime>(), name),
        FeelKind.YearsAndMonthsDuration => name switch
        {
            "years" => Number(value.As<YearMonth>().Months / 12),
            "months" => Number(value.As<YearMonth>().Months % 12),
            _ => null,
        },
        FeelKind.Range => OfRange(value.As<RangeValue>(), name),
        _ => null,
    };

    private static FeelValue Number(long n) => FeelValue.Of((decimal)n);

    private static FeelValue? OfDate(FeelDate date, string name) => name switch
    {
        "year" => Number(date.Year),
        "month" => Number(date.Month),
        "day" => Number(date.Day),
        "weekday" => Number(date.Weekday),
        _ => null,
    };

    private static FeelValue? OfTime(FeelTime time, int? offset, string name) => name switch
    {
        "hour" => Number(time.Hour),
        "minute" => Number(time.Minute),
        "second" => FeelValue.Of(time.SecondOfMinute),
        "time offset" => offset is { } seconds ? FeelValue.Of(new DayTime(seconds * (Int128)FeelTime.Second)) : default(FeelValue),
        "timezone" => FeelValue.Of(time.Zone?.Id),
        _ => null,
    };

    private static FeelValue? OfDuration(DayTime duration, string name) => name switch
    {
        "days" => Number(duration.Days),
        "hours" => Number(duration.Hours),
        "minutes" => Number(duration.Minutes),
        "seconds" => FeelValue.Of(duration.Seconds),
        _ => null,
    };

    private static FeelValue? OfRange(RangeValue range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.Of(range.StartIncluded),
        "end included" => FeelValue.Of(range.EndIncluded),
        _ => null,
    };
}
