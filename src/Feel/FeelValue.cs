using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Feel;

/// <summary>A value of FEEL. Immutable; equality is FEEL's own (numbers by value, contexts without order of names).</summary>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    /// <summary>For values that have no parts: never burnt.</summary>
    private static readonly Fuel plain = new(long.MaxValue);

    private readonly object? reference;
    private readonly decimal number;

    private FeelValue(FeelKind kind, object? reference, decimal number = 0) => (Kind, this.reference, this.number) = (kind, reference, number);

    /// <summary>null.</summary>
    public static FeelValue Null => default;

    /// <summary>What kind of value this is.</summary>
    public FeelKind Kind { get; }

    /// <summary>Whether this is null.</summary>
    public bool IsNull => Kind == FeelKind.Null;

    /// <summary>true or false.</summary>
    public static FeelValue Of(bool value) => new(FeelKind.Boolean, null, value ? 1 : 0);

    /// <summary>true, false or null.</summary>
    public static FeelValue Of(bool? value) => value is { } b ? Of(b) : Null;

    /// <summary>A number.</summary>
    public static FeelValue Of(decimal value) => new(FeelKind.Number, null, value);

    /// <summary>A string, or null.</summary>
    public static FeelValue Of(string? value) => value is null ? Null : new(FeelKind.String, value);

    /// <summary>A date.</summary>
    public static FeelValue Of(DateOnly value) => Of(new FeelDate(value.Year, value.Month, value.Day));

    /// <summary>A time of day without offset.</summary>
    public static FeelValue Of(TimeOnly value) => Of(new FeelTime(value.Ticks * 100, null));

    /// <summary>A date and time with offset.</summary>
    public static FeelValue Of(DateTimeOffset value) => Of(new FeelDateTime(
        new FeelDate(value.Year, value.Month, value.Day),
        new FeelTime(value.TimeOfDay.Ticks * 100, FeelZone.FromOffset((int)value.Offset.TotalSeconds))));

    /// <summary>A duration of days and time.</summary>
    public static FeelValue Of(TimeSpan value) => Of(new DayTime((Int128)value.Ticks * 100));

    /// <summary>A duration of years and months, given in months; null beyond four thousand million years.</summary>
    public static FeelValue Months(long months) => Of(YearMonth.Of(months));

    /// <summary>A list.</summary>
    public static FeelValue List(IEnumerable<FeelValue> items) => Of(new ListValue([.. items]));

    /// <summary>A context; a later entry of the same name replaces an earlier one.</summary>
    public static FeelValue Context(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var builder = new ContextBuilder();
        foreach (var (name, value) in entries)
        {
            builder.Set(name, value);
        }
        return Of(builder.Build());
    }

    /// <summary>
    /// A function of the host, for example a business knowledge model (DMN 1.5 §10.4). It is called with as many arguments as
    /// it has parameters; the body must be pure. An exception that it throws is not caught.
    /// </summary>
    /// <param name="parameters">The names of the parameters, for calls with named arguments.</param>
    /// <param name="body">What the function gives for its arguments, in the order of the parameters.</param>
    public static FeelValue Function(IReadOnlyList<string> parameters, Func<IReadOnlyList<FeelValue>, FeelValue> body) =>
        Of(new HostFunction([.. parameters], body));

    internal static FeelValue Of(Num value) => new(FeelKind.Number, value.Big, value.Small);

    internal static FeelValue Of(Num? value) => value is { } n ? Of(n) : Null;

    internal static FeelValue Of(FeelDate? value) => value is null ? Null : new(FeelKind.Date, value);

    internal static FeelValue Of(FeelTime? value) => value is null ? Null : new(FeelKind.Time, value);

    internal static FeelValue Of(FeelDateTime? value) => value is null ? Null : new(FeelKind.DateTime, value);

    internal static FeelValue Of(DayTime? value) => value is null ? Null : new(FeelKind.DaysAndTimeDuration, value);

    internal static FeelValue Of(YearMonth? value) => value is null ? Null : new(FeelKind.YearsAndMonthsDuration, value);

    internal static FeelValue Of(ListValue value) => new(FeelKind.List, value);

    internal static FeelValue Of(ContextValue value) => new(FeelKind.Context, value);

    internal static FeelValue Of(RangeValue value) => new(FeelKind.Range, value);

    internal static FeelValue Of(FunctionValue value) => new(FeelKind.Function, value);

    /// <summary>JSON as FEEL: objects become contexts, arrays lists; dates stay strings. What lies more than 500 levels deep becomes null.</summary>
    public static FeelValue FromJson(JsonElement json) => JsonForm.Read(json, 0);

    /// <summary>JSON as FEEL: objects become contexts, arrays lists; dates stay strings. What lies more than 500 levels deep becomes null.</summary>
    public static FeelValue FromJson(JsonNode? json) => JsonForm.Read(json, 0);

    /// <summary>
    /// FEEL as JSON: dates, times and durations become ISO 8601 strings; functions and ranges their text. What lies more than
    /// 500 levels deep, or comes after a million parts, becomes null.
    /// </summary>
    public JsonNode? ToJson() => JsonForm.Write(this, 0, new Fuel(Fuel.OfHost));

    /// <summary>The boolean, or null when this is none.</summary>
    public bool? AsBoolean => Kind == FeelKind.Boolean ? number != 0 : null;

    /// <summary>
    /// The number, or null when this is none or is too large for a decimal (about 7.9·10^28). Digits beyond the 28 or 29 that a
    /// decimal holds are rounded half to even.
    /// </summary>
    public decimal? AsDecimal => Kind == FeelKind.Number ? AsNum.ToDecimal() : null;

    /// <summary>The string, or null when this is none.</summary>
    public string? AsString => Kind == FeelKind.String ? (string)reference! : null;

    /// <summary>The items, or null when this is no list.</summary>
    public IReadOnlyList<FeelValue>? AsList => AsItems;

    /// <summary>The entries in order, or null when this is no context.</summary>
    public IReadOnlyDictionary<string, FeelValue>? AsContext => AsEntries;

    /// <summary>The date, or null when this is none or out of <see cref="DateOnly"/>'s range.</summary>
    public DateOnly? AsDate => reference is FeelDate { Year: >= 1 and <= 9999 } d ? new DateOnly(d.Year, d.Month, d.Day) : null;

    /// <summary>The time of day on its own clock, to 100 nanoseconds, or null when this is none.</summary>
    public TimeOnly? AsTime => reference is FeelTime t ? new TimeOnly(t.Nanos / 100) : null;

    /// <summary>The days-and-time duration to 100 nanoseconds, or null when this is none or out of range.</summary>
    public TimeSpan? AsTimeSpan => reference is DayTime d && Int128.Abs(d.Nanos / 100) < long.MaxValue ? new TimeSpan((long)(d.Nanos / 100)) : null;

    /// <summary>The years-and-months duration in months, or null when this is none.</summary>
    public long? AsMonths => (reference as YearMonth)?.Months;

    /// <summary>The date and time; one without offset is taken in <paramref name="zone"/>. Null when this is none or out of range.</summary>
    public DateTimeOffset? AsDateTimeOffset(TimeZoneInfo zone)
    {
        if (reference is not FeelDateTime { Date.Year: >= 2 and <= 9998 } moment)
        {
            return null;
        }
        var local = new DateTime(moment.Date.Year, moment.Date.Month, moment.Date.Day).AddTicks(moment.Time.Nanos / 100);
        var offset = moment.Offset is { } seconds ? TimeSpan.FromSeconds(seconds) : zone.GetUtcOffset(local);
        return Math.Abs(offset.TotalHours) <= 14 && offset.Ticks % TimeSpan.TicksPerMinute == 0
            ? new DateTimeOffset(local, offset)
            : new DateTimeOffset(local - offset, TimeSpan.Zero);
    }

    /// <summary>The entry of that name, or null when this is no context or has none.</summary>
    public FeelValue this[string name] => reference is ContextValue entries && entries.TryGetValue(name, out var value) ? value : Null;

    /// <summary>
    /// Calls a function with arguments in the order of its parameters. Null, with a note, when this is no function or the
    /// arguments do not conform.
    /// </summary>
    public FeelValue Invoke(IReadOnlyList<FeelValue> arguments, FeelScope scope, ICollection<FeelDiagnostic>? notes = null)
    {
        var frame = new Frame(scope, notes, LineMap.Empty, 0);
        return reference is FunctionValue function
            ? frame.Finish(function.Call(frame, 0, [.. arguments]))
            : frame.Fail(0, Says.NotAFunction, this);
    }

    internal Num AsNum => Num.FromParts(number, reference as Wide);

    internal bool IsTrue => Kind == FeelKind.Boolean && number != 0;

    internal bool IsFalse => Kind == FeelKind.Boolean && number == 0;

    internal ListValue? AsItems => reference as ListValue;

    internal ContextValue? AsEntries => reference as ContextValue;

    internal T As<T>() where T : class => (T)reference!;

    internal bool Is<T>([NotNullWhen(true)] out T? value) where T : class => (value = reference as T) is not null;

    /// <inheritdoc/>
    public bool Equals(FeelValue other) => Kind == other.Kind && Kind switch
    {
        FeelKind.String => string.Equals((string)reference!, (string)other.reference!),
        FeelKind.List or FeelKind.Context or FeelKind.Range => Equality.Same(new Fuel(Fuel.OfHost), this, other),
        _ => Equality.Same(plain, this, other),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Equality.Hash(this);

    /// <summary>
    /// The value as FEEL's <c>string()</c> writes it for people: strings without quotes, null as an empty text. Text beyond
    /// a million characters is cut.
    /// </summary>
    public string ToText() => Kind switch
    {
        FeelKind.Null => "",
        FeelKind.String => (string)reference!,
        _ => Writing.Text(this),
    };

    /// <summary>The value as a FEEL literal.</summary>
    public override string ToString() => Writing.Literal(this);

    /// <summary>Equality of FEEL.</summary>
    public static bool operator ==(FeelValue a, FeelValue b) => a.Equals(b);

    /// <summary>Inequality of FEEL.</summary>
    public static bool operator !=(FeelValue a, FeelValue b) => !a.Equals(b);
}
