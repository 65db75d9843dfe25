namespace HaiDang.Feel;

/// <summary>
/// A type of FEEL (DMN 1.5 §10.3.2.9): what a value belongs to, and how a value is converted where a type is expected. Immutable.
/// </summary>
public sealed partial class FeelType : IEquatable<FeelType>
{
    private const int Deepest = 50;

    private static readonly Dictionary<string, FeelType> simple = new(StringComparer.Ordinal);

    private FeelType(TypeKind kind, string name)
    {
        (Kind, Name) = (kind, name);
    }

    /// <summary>The type of all values.</summary>
    public static FeelType Any { get; } = Known(TypeKind.Any, "Any");

    /// <summary>The type of null alone.</summary>
    public static FeelType Null { get; } = Known(TypeKind.Null, "Null");

    /// <summary>true and false.</summary>
    public static FeelType Boolean { get; } = Known(TypeKind.Boolean, "boolean");

    /// <summary>All numbers.</summary>
    public static FeelType Number { get; } = Known(TypeKind.Number, "number");

    /// <summary>All strings.</summary>
    public static FeelType String { get; } = Known(TypeKind.String, "string");

    /// <summary>All dates.</summary>
    public static FeelType Date { get; } = Known(TypeKind.Date, "date");

    /// <summary>All times of day.</summary>
    public static FeelType Time { get; } = Known(TypeKind.Time, "time");

    /// <summary>All dates with a time; also written <c>dateTime</c>.</summary>
    public static FeelType DateTime { get; } = Known(TypeKind.DateTime, "date and time", "dateTime");

    /// <summary>All durations of days and time; also written <c>dayTimeDuration</c>.</summary>
    public static FeelType DaysAndTimeDuration { get; } = Known(TypeKind.DayTime, "days and time duration", "dayTimeDuration");

    /// <summary>All durations of years and months; also written <c>yearMonthDuration</c>.</summary>
    public static FeelType YearsAndMonthsDuration { get; } = Known(TypeKind.YearMonth, "years and months duration", "yearMonthDuration");

    /// <summary>The type as it is written in FEEL.</summary>
    public string Name { get; }

    internal TypeKind Kind { get; }

    /// <summary>The type of the items of a list or range, of what a function gives, or that is restricted.</summary>
    internal FeelType? Element { get; private init; }

    /// <summary>The entries of a context or the parameters of a function.</summary>
    internal IReadOnlyList<(string Name, FeelType Type)> Parts { get; private init; } = [];

    private FeelUnaryTests? Allowed { get; init; }

    private static FeelType Known(TypeKind kind, params ReadOnlySpan<string> names)
    {
        var type = new FeelType(kind, names[0]);
        foreach (var name in names)
        {
            simple[name] = type;
        }
        return type;
    }

    /// <summary>
    /// Reads a type: <c>number</c>, <c>list&lt;date&gt;</c>, <c>context&lt;a: string&gt;</c>, <c>function&lt;number&gt;-&gt;Any</c>. A
    /// name that FEEL does not know stands for an entry of <see cref="FeelScope.Types"/>.
    /// </summary>
    public static FeelParse<FeelType> Parse(string text)
    {
        var reader = new Reader(text, null);
        var type = reader.ReadType();
        return new(type, reader.Diagnostics);
    }

    /// <summary>Lists whose items are of a type.</summary>
    public static FeelType ListOf(FeelType item) => new(TypeKind.List, $"list<{item.Name}>") { Element = item };

    /// <summary>Ranges whose ends are of a type.</summary>
    public static FeelType RangeOf(FeelType end) => new(TypeKind.Range, $"range<{end.Name}>") { Element = end };

    /// <summary>Contexts that have these entries, and perhaps more.</summary>
    public static FeelType ContextOf(IEnumerable<KeyValuePair<string, FeelType>> entries)
    {
        var parts = entries.Select(e => (e.Key, e.Value)).ToArray();
        return new(TypeKind.Context, $"context<{string.Join(", ", parts.Select(e => $"{e.Key}: {e.Value.Name}"))}>") { Parts = parts };
    }

    /// <summary>Functions that take and give these types.</summary>
    public static FeelType FunctionOf(IReadOnlyList<FeelType> parameters, FeelType result) =>
        new(TypeKind.Function, $"function<{string.Join(", ", parameters.Select(p => p.Name))}>->{result.Name}")
        {
            Parts = [.. parameters.Select(p => ("", p))],
            Element = result,
        };

    /// <summary>This type under a name of its own, narrowed to the values that pass some tests (an item definition's allowed values).</summary>
    public FeelType Restricted(string name, FeelUnaryTests? allowed = null) => new(TypeKind.Restricted, name) { Element = this, Allowed = allowed };

    /// <summary>All functions.</summary>
    public static FeelType AnyFunction { get; } = new(TypeKind.Function, "function");

    /// <summary>The type that <see cref="FeelScope.Types"/> has under a name, whatever signs the name holds; looked up when it is used.</summary>
    public static FeelType Named(string name) => new(TypeKind.Named, name);

    internal static FeelType Called(string name) => simple.TryGetValue(name, out var type) ? type : new(TypeKind.Named, name);

    /// <summary>Whether a value belongs to the type; null belongs to every type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scope">Knows the types that are named.</param>
    public bool Accepts(FeelValue value, FeelScope scope) => Accepts(value, scope, new Fuel(Fuel.OfHost));

    /// <summary>Whether a value is of the type, whatever the allowed values: what <c>instance of</c> asks.</summary>
    internal bool IsTypeOf(FeelValue value, FeelScope scope, Fuel fuel) => Accepts(value, scope, fuel, 0, narrowed: false);

    internal bool Accepts(FeelValue value, FeelScope scope, Fuel fuel) => Accepts(value, scope, fuel, 0, narrowed: true);

    /// <summary>
    /// The value where this type is expected, after the implicit conversions of DMN 1.5 §10.3.2.9.4 (to and from a list of one
    /// item, from a date to a date and time); null when it does not conform even then.
    /// </summary>
    public FeelValue Conform(FeelValue value, FeelScope scope) => TryConform(scope, value, out var converted) ? converted : default;

    /// <summary>Whether a value conforms, and what it becomes.</summary>
    public bool TryConform(FeelScope scope, FeelValue value, out FeelValue converted) => TryConform(scope, value, new Fuel(Fuel.OfHost), out converted);

    internal bool TryConform(FeelScope scope, FeelValue value, Fuel fuel, out FeelValue converted)
    {
        converted = value;
        if (Accepts(value, scope, fuel))
        {
            return true;
        }
        var kind = Base(scope)?.Kind ?? TypeKind.Any;
        if (kind == TypeKind.List && value.Kind != FeelKind.List)
        {
            converted = FeelValue.Of(new ListValue([value]));
        }
        else if (kind != TypeKind.List && value.AsItems is { Count: 1 } single)
        {
            converted = single[0];
        }
        else if (kind == TypeKind.DateTime && value.Is<FeelDate>(out var date))
        {
            converted = FeelValue.Of(FeelDateTime.Midnight(date));
        }
        return Accepts(converted, scope, fuel);
    }

    /// <summary>Whether the type and all its parts are known in a scope.</summary>
    internal bool IsKnown(FeelScope scope, int depth = 0) => depth > Deepest || (Kind == TypeKind.Named
        ? scope.Types.TryGetValue(Name, out var named) && named.IsKnown(scope, depth + 1)
        : Element?.IsKnown(scope, depth + 1) != false && Parts.All(p => p.Type.IsKnown(scope, depth + 1)));

    /// <summary>What the type is made of under its names and restrictions.</summary>
    internal FeelType? Base(FeelScope scope)
    {
        var type = this;
        for (var depth = 0; depth < Deepest && type is not null; depth++)
        {
            switch (type.Kind)
            {
                case TypeKind.Named:
                    type = scope.Types.GetValueOrDefault(type.Name);
                    break;
                case TypeKind.Restricted:
                    type = type.Element;
                    break;
                default:
                    return type;
            }
        }
        return null;
    }

    private bool Accepts(FeelValue value, FeelScope scope, Fuel fuel, int depth, bool narrowed)
    {
        if (value.IsNull || Kind == TypeKind.Any)
        {
            return true;
        }
        if (depth > Deepest || fuel.Empty)
        {
            return false;
        }
        switch (Kind)
        {
            case TypeKind.Named:
                return scope.Types.TryGetValue(Name, out var named) && named.Accepts(value, scope, fuel, depth + 1, narrowed);
            case TypeKind.Restricted:
                return Element!.Accepts(value, scope, fuel, depth + 1, narrowed) && (!narrowed || Allowed is null || Passes(value, scope));
            case TypeKind.List:
                return value.AsItems is { } list && AcceptsItems(list, scope, fuel, depth, narrowed);
            case TypeKind.Context:
                return value.AsEntries is { } entries && (Parts.Count == 0 || fuel.Burn(Parts.Count))
                    && Parts.All(p => entries.TryGetValue(p.Name, out var v) && p.Type.Accepts(v, scope, fuel, depth + 1, narrowed));
            case TypeKind.Range:
                return value.Is<RangeValue>(out var range)
                    && (!range.HasStart || Element!.Accepts(range.Start, scope, fuel, depth + 1, narrowed))
                    && (!range.HasEnd || Element!.Accepts(range.End, scope, fuel, depth + 1, narrowed));
            case TypeKind.Function:
                return value.Is<FunctionValue>(out var function) && (Element is null || Accepts(function));
            default:
                return Kind == KindOf(value.Kind);
        }
    }

    private bool AcceptsItems(ListValue list, FeelScope scope, Fuel fuel, int depth, bool narrowed)
    {
        if (Element!.Kind == TypeKind.Any)
        {
            return true;
        }
        foreach (var item in list.Span)
        {
            if (!fuel.Burn() || !Element.Accepts(item, scope, fuel, depth + 1, narrowed))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether a value passes the allowed values: a list when it or each of its items does.</summary>
    private bool Passes(FeelValue value, FeelScope scope) =>
        Allowed!.Test(value, scope) == true || (value.AsItems is { } list && list.All(i => Allowed.Test(i, scope) == true));

    private bool Accepts(FunctionValue function) =>
        function.Parameters.Count == Parts.Count
        && (function is not Closure closure || closure.Types.Zip(Parts).All(p => p.Second.Type.ConformsTo(p.First)));

    /// <summary>Whether every value of this type belongs to the other (DMN 1.5 §10.3.2.9.2); named types conform to themselves alone.</summary>
    public bool ConformsTo(FeelType other) => other.Kind == TypeKind.Any || Kind == TypeKind.Null || Equals(other)
        || (Kind == TypeKind.Restricted && Element!.ConformsTo(other))
        || (Kind == other.Kind && Kind switch
        {
            TypeKind.List or TypeKind.Range => Element!.ConformsTo(other.Element!),
            TypeKind.Context => other.Parts.All(o => Parts.Any(p => p.Name == o.Name && p.Type.ConformsTo(o.Type))),
            TypeKind.Function => Parts.Count == other.Parts.Count && Element is not null && other.Element is not null
                && Element.ConformsTo(other.Element) && Parts.Zip(other.Parts).All(p => p.Second.Type.ConformsTo(p.First.Type)),
            TypeKind.Named or TypeKind.Restricted => false,
            _ => true,
        });

    private static TypeKind KindOf(FeelKind kind) => kind switch
    {
        FeelKind.Boolean => TypeKind.Boolean,
        FeelKind.Number => TypeKind.Number,
        FeelKind.String => TypeKind.String,
        FeelKind.Date => TypeKind.Date,
        FeelKind.Time => TypeKind.Time,
        FeelKind.DateTime => TypeKind.DateTime,
        FeelKind.DaysAndTimeDuration => TypeKind.DayTime,
        FeelKind.YearsAndMonthsDuration => TypeKind.YearMonth,
        _ => TypeKind.Null,
    };

    /// <summary>Types are equal when they are written alike.</summary>
    public bool Equals(FeelType? other) => other is not null && Kind == other.Kind && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelType);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();

    /// <summary>The type as it is written in FEEL.</summary>
    public override string ToString() => Name;
}

/// <summary>What a type is made of.</summary>
internal enum TypeKind
{
    Any,
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DayTime,
    YearMonth,
    List,
    Context,
    Range,
    Function,
    Named,
    Restricted,
}
