namespace HaiDang.Feel;

/// <summary>The kinds of value of FEEL (DMN 1.5 §10.3.2.3).</summary>
public enum FeelKind
{
    /// <summary>No value; also the result of every expression that fails.</summary>
    Null,
    /// <summary>true or false.</summary>
    Boolean,
    /// <summary>A decimal number of up to 34 significant digits.</summary>
    Number,
    /// <summary>A string of Unicode characters.</summary>
    String,
    /// <summary>A calendar date.</summary>
    Date,
    /// <summary>A time of day, with or without offset or zone.</summary>
    Time,
    /// <summary>A date and time, with or without offset or zone.</summary>
    DateTime,
    /// <summary>A duration of days and time.</summary>
    DaysAndTimeDuration,
    /// <summary>A duration of years and months.</summary>
    YearsAndMonthsDuration,
    /// <summary>An ordered list of values.</summary>
    List,
    /// <summary>Named values in order of their making.</summary>
    Context,
    /// <summary>A range between two ends, or a comparison against one.</summary>
    Range,
    /// <summary>A function.</summary>
    Function,
}
