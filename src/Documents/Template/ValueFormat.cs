namespace HaiDang.Documents.Template;

/// <summary>How a value is written; chosen after a bar: <c>{{ fee | money }}</c>.</summary>
internal enum ValueFormat
{
    /// <summary>As its kind is usually written.</summary>
    Plain,
    /// <summary><c>22/11/2026</c>.</summary>
    Date,
    /// <summary><c>ngày 22 tháng 11 năm 2026</c>.</summary>
    LongDate,
    /// <summary><c>14:32</c>.</summary>
    Time,
    /// <summary><c>1.234.567,5</c>.</summary>
    Number,
    /// <summary><c>1.234.567 đ</c>.</summary>
    Money,
    /// <summary>In capitals.</summary>
    Upper,
}

/// <summary>The names of formats in templates.</summary>
internal static class ValueFormats
{
    public const string Known = "date, long-date, time, number, money, upper";

    public static ValueFormat? Read(string name) => name switch
    {
        "date" => ValueFormat.Date,
        "long-date" => ValueFormat.LongDate,
        "time" => ValueFormat.Time,
        "number" => ValueFormat.Number,
        "money" => ValueFormat.Money,
        "upper" => ValueFormat.Upper,
        _ => null,
    };
}
