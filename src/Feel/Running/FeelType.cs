namespace HaiDang.Feel.Running;

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
}

/// <summary>A type of FEEL (DMN 1.5 §10.3.2.9). Immutable.</summary>
internal sealed record FeelType(TypeKind Kind, string Name)
{
    internal static readonly FeelType Any = new(TypeKind.Any, "Any");

    private static readonly Dictionary<string, FeelType> simple = new(StringComparer.Ordinal)
    {
        ["Any"] = Any,
        ["Null"] = new(TypeKind.Null, "Null"),
        ["boolean"] = new(TypeKind.Boolean, "boolean"),
        ["number"] = new(TypeKind.Number, "number"),
        ["string"] = new(TypeKind.String, "string"),
        ["date"] = new(TypeKind.Date, "date"),
        ["time"] = new(TypeKind.Time, "time"),
        ["date and time"] = new(TypeKind.DateTime, "date and time"),
        ["dateTime"] = new(TypeKind.DateTime, "date and time"),
        ["days and time duration"] = new(TypeKind.DayTime, "days and time duration"),
        ["dayTimeDuration"] = new(TypeKind.DayTime, "days and time duration"),
        ["years and months duration"] = new(TypeKind.YearMonth, "years and months duration"),
        ["yearMonthDuration"] = new(TypeKind.YearMonth, "years and months duration"),
    };

    /// <summary>The type of the items of a list or range, or of what a function gives.</summary>
    internal FeelType? Element { get; private init; }

    /// <summary>The entries of a context or the parameters of a function.</summary>
    internal IReadOnlyList<(string Name, FeelType Type)> Parts { get; private init; } = [];

    internal static FeelType Simple(string name) => simple.TryGetValue(name, out var type) ? type : new(TypeKind.Named, name);

    internal static FeelType ListOf(FeelType item) => new(TypeKind.List, $"list<{item.Name}>") { Element = item };

    internal static FeelType RangeOf(FeelType item) => new(TypeKind.Range, $"range<{item.Name}>") { Element = item };

    internal static FeelType ContextOf(IReadOnlyList<(string Name, FeelType Type)> entries) =>
        new(TypeKind.Context, $"context<{string.Join(", ", entries.Select(e => $"{e.Name}: {e.Type.Name}"))}>") { Parts = entries };

    internal static FeelType FunctionOf(IReadOnlyList<FeelType> parameters, FeelType result) =>
        new(TypeKind.Function, $"function<{string.Join(", ", parameters.Select(p => p.Name))}>->{result.Name}")
        {
            Parts = [.. parameters.Select(p => ("", p))],
            Element = result,
        };

    /// <summary>The type itself, or null when it is a name that nobody knows.</summary>
    internal FeelType? Resolve(Frame f)
    {
        if (Kind == TypeKind.Named)
        {
            return null;
        }
        return Element?.Resolve(f) is null && Element is not null || Parts.Any(p => p.Type.Resolve(f) is null) ? null : this;
    }

    /// <summary>Whether a value belongs to the type; null belongs to every type.</summary>
    internal bool Accepts(FeelValue value)
    {
        if (value.IsNull || Kind == TypeKind.Any)
        {
            return true;
        }
        switch (Kind)
        {
            case TypeKind.List:
                return value.AsItems is { } list && list.All(Element!.Accepts);
            case TypeKind.Context:
                return value.AsEntries is { } entries && Parts.All(p => entries.TryGetValue(p.Name, out var v) && p.Type.Accepts(v));
            case TypeKind.Range:
                return value.Is<RangeValue>(out var range)
                    && (!range.HasStart || Element!.Accepts(range.Start)) && (!range.HasEnd || Element!.Accepts(range.End));
            case TypeKind.Function:
                return value.Is<FunctionValue>(out var function) && Accepts(function);
            default:
                return Kind == KindOf(value.Kind);
        }
    }

    private bool Accepts(FunctionValue function) =>
        Element is null || function.Parameters.Count == Parts.Count
        && (function is not Closure closure || closure.Types.Zip(Parts).All(p => p.Second.Type.ConformsTo(p.First)));

    /// <summary>Whether every value of this type belongs to the other.</summary>
    internal bool ConformsTo(FeelType other) => other.Kind == TypeKind.Any || Kind == TypeKind.Null || (Kind == other.Kind && Kind switch
    {
        TypeKind.List or TypeKind.Range => Element!.ConformsTo(other.Element!),
        TypeKind.Context => other.Parts.All(o => Parts.Any(p => p.Name == o.Name && p.Type.ConformsTo(o.Type))),
        TypeKind.Function => Parts.Count == other.Parts.Count && Element!.ConformsTo(other.Element!)
            && Parts.Zip(other.Parts).All(p => p.Second.Type.ConformsTo(p.First.Type)),
        TypeKind.Named => Name == other.Name,
        _ => true,
    });

    /// <summary>The value after the implicit conversions of §10.3.2.9.4; false when it does not conform even then.</summary>
    internal bool TryConform(Frame f, FeelValue value, out FeelValue converted)
    {
        converted = value;
        var type = Kind == TypeKind.Named ? Resolve(f) : this;
        if (type is null || type.Accepts(value))
        {
            return true;
        }
        if (type.Kind == TypeKind.List && value.Kind != FeelKind.List)
        {
            converted = FeelValue.Of(new ListValue([value]));
            return type.Accepts(converted);
        }
        if (value.AsItems is { Count: 1 } single && type.Kind != TypeKind.List)
        {
            converted = single[0];
            return type.Accepts(converted);
        }
        if (type.Kind == TypeKind.DateTime && value.Is<FeelDate>(out var date))
        {
            converted = FeelValue.Of(FeelDateTime.Midnight(date));
            return true;
        }
        return false;
    }

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

    public bool Equals(FeelType? other) => other is not null && Kind == other.Kind && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode();

    public override string ToString() => Name;
}
