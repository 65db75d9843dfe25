using System.Text.Json;
using HaiDang.Dmn.Running;
using HaiDang.Feel;

namespace HaiDang.Dmn.Types;

/// <summary>
/// A type of the model: built in or an item definition (DMN 1.5 §7.3.2, §10.3.2.9). Values are fitted to it by FEEL's
/// implicit conversions (§10.3.2.9.4); what does not fit becomes null.
/// </summary>
internal abstract class ItemType(string name)
{
    /// <summary>The type that every value conforms to.</summary>
    public static readonly ItemType Any = new AnyType();

    private static readonly Dictionary<string, ItemType> BuiltIn = new()
    {
        ["Any"] = Any,
        ["number"] = new KindType("number", FeelKind.Number),
        ["string"] = new KindType("string", FeelKind.String),
        ["boolean"] = new KindType("boolean", FeelKind.Boolean),
        ["date"] = new KindType("date", FeelKind.Date, "date(v)"),
        ["time"] = new KindType("time", FeelKind.Time, "time(v)"),
        ["date and time"] = new KindType("date and time", FeelKind.DateTime, "date and time(v)"),
        ["dateTime"] = new KindType("date and time", FeelKind.DateTime, "date and time(v)"),
        ["days and time duration"] = new KindType("days and time duration", FeelKind.DaysAndTimeDuration, "duration(v)"),
        ["dayTimeDuration"] = new KindType("days and time duration", FeelKind.DaysAndTimeDuration, "duration(v)"),
        ["years and months duration"] = new KindType("years and months duration", FeelKind.YearsAndMonthsDuration, "duration(v)"),
        ["yearMonthDuration"] = new KindType("years and months duration", FeelKind.YearsAndMonthsDuration, "duration(v)"),
        ["context"] = new KindType("context", FeelKind.Context),
        ["list"] = new KindType("list", FeelKind.List),
        ["function"] = new KindType("function", FeelKind.Function),
    };

    /// <summary>Its name as people wrote it.</summary>
    public string Name => name;

    /// <summary>The type as FEEL knows it: what <c>instance of</c> and the parameters of functions mean by its name.</summary>
    public abstract FeelType Feel { get; }

    /// <summary>A type of FEEL by name, or null.</summary>
    public static ItemType? OfFeel(string name) => BuiltIn.GetValueOrDefault(name);

    /// <summary>Whether a value, not null, is of this type as it stands.</summary>
    public abstract bool Holds(FeelValue value, Run run);

    /// <summary>
    /// The value fitted to this type, or false. Null fits every type; a list of one fits where its item does; a single
    /// value fits where a list of such is wanted; a date fits where a date and time is wanted.
    /// </summary>
    public bool TryFit(FeelValue value, Run run, out FeelValue fitted)
    {
        fitted = value;
        if (value.Kind == FeelKind.Null || Holds(value, run)) return true;
        if (value.AsList is [var single] && single.Kind != FeelKind.Null && Holds(single, run))
        {
            fitted = single;
            return true;
        }
        if (value.Kind == FeelKind.Date && run.Midnight(value) is { Kind: FeelKind.DateTime } moment && Holds(moment, run))
        {
            fitted = moment;
            return true;
        }
        if (value.Kind != FeelKind.List && FeelValue.List([value]) is var list && Holds(list, run))
        {
            fitted = list;
            return true;
        }
        fitted = FeelValue.Null;
        return false;
    }

    /// <summary>JSON read by this type: strings become dates, times and durations where the type says so; else as FEEL reads JSON.</summary>
    public virtual FeelValue FromJson(JsonElement json) => FeelValue.FromJson(json);

    /// <summary>The text of the allowed values, when the type is an enumeration or a range; for checking tables.</summary>
    public virtual string? AllowedText => null;

    private sealed class AnyType() : ItemType("Any")
    {
        public override FeelType Feel => FeelType.Any;

        public override bool Holds(FeelValue value, Run run) => true;
    }

    private sealed class KindType(string name, FeelKind kind, string? conversion = null) : ItemType(name)
    {
        private readonly FeelExpression? convert = conversion is null ? null : FeelExpression.Parse(conversion).Value;

        public override FeelType Feel => kind switch
        {
            FeelKind.Context => FeelType.ContextOf([]),
            FeelKind.List => FeelType.ListOf(FeelType.Any),
            FeelKind.Function => FeelType.AnyFunction,
            _ => FeelType.Parse(Name).Value ?? FeelType.Any,
        };

        public override bool Holds(FeelValue value, Run run) => value.Kind == kind;

        public override FeelValue FromJson(JsonElement json) => convert is not null && json.ValueKind == JsonValueKind.String
            ? convert.Evaluate(FeelScope.Empty.With("v", FeelValue.FromJson(json)))
            : FeelValue.FromJson(json);
    }
}

/// <summary>An item definition: another type with a name of its own, with constraints, as a list, or with components.</summary>
internal sealed class DefinedType(string name) : ItemType(name)
{
    /// <summary>The type that it renames or whose list it is; null when it has components.</summary>
    public ItemType? Base { get; set; }

    /// <summary>The named components; null when it has a base.</summary>
    public IReadOnlyList<(string Name, ItemType Type)>? Components { get; set; }

    /// <summary>Whether it is a list of its base or of its components.</summary>
    public bool IsCollection { get; set; }

    /// <summary>What its functions take, and what they give; null when it is no function.</summary>
    public (IReadOnlyList<ItemType> Parameters, ItemType Result)? Function { get; set; }

    /// <summary>What each item must pass (allowedValues).</summary>
    public FeelUnaryTests? Allowed { get; set; }

    /// <summary>What the whole value must pass (typeConstraint, DMN 1.4 and later).</summary>
    public FeelUnaryTests? Constraint { get; set; }

    public override string? AllowedText => IsCollection ? null : Allowed?.Text ?? Constraint?.Text ?? Base?.AllowedText;

    private bool isBeingRead;

    /// <inheritdoc/>
    /// <remarks>A type that holds itself is named where it comes again, to be looked up when it is used.</remarks>
    public override FeelType Feel
    {
        get
        {
            if (field is not null) return field;
            if (isBeingRead) return FeelType.Named(Name);
            isBeingRead = true;
            var item = Function is { } function ? FeelType.FunctionOf([.. function.Parameters.Select(p => p.Feel)], function.Result.Feel)
                : Components is not null ? FeelType.ContextOf(Components.Select(c => KeyValuePair.Create(c.Name, c.Type.Feel)))
                : Base?.Feel ?? FeelType.Any;
            isBeingRead = false;
            return field = (IsCollection ? FeelType.ListOf(item) : item).Restricted(Name);
        }
    }

    public override bool Holds(FeelValue value, Run run)
    {
        if (!run.Step()) return false;
        var holds = !IsCollection ? HoldsItem(value, run)
            : value.AsList is { } items && items.All(i => i.Kind == FeelKind.Null || HoldsItem(i, run));
        return holds && (Constraint is null || Constraint.Test(value, FeelScope.Empty) == true);
    }

    public override FeelValue FromJson(JsonElement json)
    {
        if (IsCollection && json.ValueKind == JsonValueKind.Array) return FeelValue.List(json.EnumerateArray().Select(ItemFromJson));
        return ItemFromJson(json);
    }

    private bool HoldsItem(FeelValue value, Run run)
    {
        var holds = Function is not null ? value.Kind == FeelKind.Function
            : Components is null ? Base is null || Base.Holds(value, run)
            : value.AsContext is { } entries && Components.All(c =>
                entries.TryGetValue(c.Name, out var entry) && (entry.Kind == FeelKind.Null || c.Type.Holds(entry, run)));
        return holds && (Allowed is null || Allowed.Test(value, FeelScope.Empty) == true);
    }

    private FeelValue ItemFromJson(JsonElement json)
    {
        if (Components is null || json.ValueKind != JsonValueKind.Object) return Base?.FromJson(json) ?? FeelValue.FromJson(json);
        return FeelValue.Context(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name,
            Components.FirstOrDefault(c => c.Name == p.Name).Type is { } type ? type.FromJson(p.Value) : FeelValue.FromJson(p.Value))));
    }
}
