namespace HaiDang.Feel.Functions;

/// <summary>Context functions (DMN 1.5 table 81).</summary>
internal static class Contexts
{
    internal static void AddTo(Library library)
    {
        library.Add("get value(m: context, key: string)", (in Call c, ReadOnlySpan<FeelValue> a) => a[0][a[1].As<string>()]);
        library.Add("get value(m: context, keys: list)", (in Call c, ReadOnlySpan<FeelValue> a) => Deep(c, a[0], a[1].As<ListValue>()));
        library.Add("get entries(m: context)", Entries);
        library.Add("context(entries: list)", FromEntries);
        library.Add("context put(context: context, key: string, value: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => Put(c, a[0], a[1].As<string>(), a[2]));
        library.Add("context put(context: context, keys: list, value: Any)", (in Call c, ReadOnlySpan<FeelValue> a) => PutDeep(c, a[0], a[1].As<ListValue>(), 0, a[2]));
        library.Add("context merge(contexts: list)", Merge);
    }

    private static FeelValue Deep(in Call call, FeelValue context, ListValue keys)
    {
        if (keys.Count == 0)
        {
            return call.Refuse(FeelValue.Of(keys));
        }
        foreach (var key in keys.Span)
        {
            if (key.AsString is not { } name || context.Kind != FeelKind.Context)
            {
                return call.Refuse(key);
            }
            context = context[name];
        }
        return context;
    }

    private static FeelValue Entries(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var context = a[0].As<ContextValue>();
        if (!call.Spend(context.Count))
        {
            return default;
        }
        var items = new FeelValue[context.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = FeelValue.Of(new ContextValue(["key", "value"], [FeelValue.Of(context.Names[i]), context.Items[i]]));
        }
        return FeelValue.Of(new ListValue(items));
    }

    private static FeelValue FromEntries(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var builder = new ContextBuilder();
        foreach (var item in a[0].As<ListValue>().Span)
        {
            if (!call.Spend(1) || item.AsEntries is not { } entry || item["key"].AsString is not { } key || !entry.TryGetValue("value", out var value) || builder.Has(key))
            {
                return call.Refuse(item);
            }
            builder.Set(key, value);
        }
        return FeelValue.Of(builder.Build());
    }

    private static FeelValue Put(in Call call, FeelValue context, string key, FeelValue value)
    {
        if (!call.Spend(context.As<ContextValue>().Count))
        {
            return default;
        }
        var builder = new ContextBuilder(context.As<ContextValue>());
        builder.Set(key, value);
        return FeelValue.Of(builder.Build());
    }

    private static FeelValue PutDeep(in Call call, FeelValue context, ListValue keys, int depth, FeelValue value)
    {
        if (keys.Count == 0 || depth > FeelLimits.Nesting || keys[depth].AsString is not { } key || context.Kind != FeelKind.Context)
        {
            return call.Refuse(FeelValue.Of(keys));
        }
        if (depth + 1 == keys.Count)
        {
            return Put(call, context, key, value);
        }
        var inner = PutDeep(call, context[key], keys, depth + 1, value);
        return inner.IsNull ? default : Put(call, context, key, inner);
    }

    private static FeelValue Merge(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var builder = new ContextBuilder();
        foreach (var item in a[0].As<ListValue>().Span)
        {
            if (item.AsEntries is not { } entries || !call.Spend(entries.Count))
            {
                return call.Refuse(item);
            }
            for (var i = 0; i < entries.Count; i++)
            {
                builder.Set(entries.Names[i], entries.Items[i]);
            }
        }
        return FeelValue.Of(builder.Build());
    }
}
