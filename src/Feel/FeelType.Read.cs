namespace HaiDang.Feel;

public sealed partial class FeelType
{
    /// <summary>
    /// A value of JSON as this type means it: where a date, time or duration is expected, its text is read; lists and contexts are
    /// read within. What does not fit stays as it is, so that <see cref="Accepts(FeelValue, FeelScope)"/> can say so.
    /// </summary>
    public FeelValue Read(FeelValue value, FeelScope scope) => Read(value, scope, new Fuel(Fuel.OfHost), 0);

    private FeelValue Read(FeelValue value, FeelScope scope, Fuel fuel, int depth)
    {
        if (depth > Deepest || !fuel.Burn() || Base(scope) is not { } type)
        {
            return value;
        }
        switch (type.Kind)
        {
            case TypeKind.Date or TypeKind.Time or TypeKind.DateTime or TypeKind.DayTime or TypeKind.YearMonth when value.AsString is { } text:
                var read = type.Kind == TypeKind.DateTime ? FeelValue.Of(FeelDateTime.Parse(text)) : Temporal.Parse(text);
                return type.Kind == KindOf(read.Kind) ? read : value;
            case TypeKind.List when value.AsItems is { } list:
                var items = new FeelValue[list.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = type.Element!.Read(list[i], scope, fuel, depth + 1);
                }
                return FeelValue.Of(new ListValue(items));
            case TypeKind.Context when value.AsEntries is { } entries:
                var builder = new ContextBuilder(entries);
                foreach (var (name, part) in type.Parts)
                {
                    if (entries.TryGetValue(name, out var entry))
                    {
                        builder.Set(name, part.Read(entry, scope, fuel, depth + 1));
                    }
                }
                return FeelValue.Of(builder.Build());
            default:
                return value;
        }
    }
}
