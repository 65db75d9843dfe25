using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>Where in the repeated parts of a form a component stands: the index of the item of each enclosing list.</summary>
internal readonly record struct Indexes(string Text)
{
    public static Indexes None => new("");

    public Indexes And(int index) => new($"{Text}[{index}]");

    /// <summary>The name of one instance of a component.</summary>
    public string Of(FormComponent component) => component.Id + Text;
}

/// <summary>Walks answers along the tree of components.</summary>
internal static class AnswerTree
{
    public static bool TryGet(JsonObject? at, IReadOnlyList<string> path, out JsonNode? value)
    {
        value = null;
        for (var i = 0; i < path.Count; i++)
        {
            if (at is null || !at.TryGetPropertyValue(path[i], out value)) return false;
            if (i < path.Count - 1) at = value as JsonObject;
        }
        return true;
    }

    public static JsonObject? Inner(JsonObject? at, IReadOnlyList<string> path) =>
        path.Count == 0 ? at : TryGet(at, path, out var value) ? value as JsonObject : null;

    public static void Set(JsonObject at, IReadOnlyList<string> path, JsonNode? value)
    {
        foreach (var segment in path.Take(path.Count - 1))
        {
            if (at[segment] is not JsonObject next) at[segment] = next = [];
            at = next;
        }
        at[path[^1]] = value;
    }

    /// <summary>
    /// The answers that a form has a place for, with everything unanswered at its default as form-js does when it opens a form:
    /// texts in NFC, unknown names dropped, lists as lists of objects. Wrong values stay, to be shown and refused.
    /// </summary>
    public static JsonObject Initial(IEnumerable<FormComponent> components, JsonObject? answers, Func<FormField, JsonNode?>? fixedValue = null)
    {
        var into = new JsonObject();
        Fill(components, answers, into, []);
        return into;

        void Fill(IEnumerable<FormComponent> level, JsonObject? from, JsonObject to, IReadOnlyList<string> prefix)
        {
            foreach (var component in level)
                switch (component)
                {
                    case FormField { Disabled: true } field:
                        Set(to, [.. prefix, .. field.LocalPath], (fixedValue?.Invoke(field) ?? field.Default ?? ValueShape.Empty(field))?.DeepClone());
                        break;
                    case FormField field:
                        var given = TryGet(from, field.LocalPath, out var value);
                        Set(to, [.. prefix, .. field.LocalPath], given ? Normal(value) : (field.Default ?? ValueShape.Empty(field))?.DeepClone());
                        break;
                    case FormGroup { IsList: true } list:
                        var items = TryGet(from, list.LocalPath, out var found) && found is JsonArray array
                            ? array.Select(item => item as JsonObject)
                            : Enumerable.Repeat<JsonObject?>(null, list.DefaultItems);
                        var filled = new JsonArray();
                        foreach (var item in items)
                        {
                            var next = new JsonObject();
                            Fill(list.Components, item, next, []);
                            filled.Add((JsonNode)next);
                        }
                        Set(to, [.. prefix, .. list.LocalPath], filled);
                        break;
                    case FormGroup group:
                        Fill(group.Components, Inner(from, group.LocalPath), to, [.. prefix, .. group.LocalPath]);
                        break;
                }
        }
    }

    /// <summary>The part of initialised answers whose components are kept.</summary>
    public static JsonObject Keep(IEnumerable<FormComponent> components, JsonObject answers, Func<FormComponent, Indexes, bool> keep)
    {
        var into = new JsonObject();
        Copy(components, answers, into, [], Indexes.None);
        return into;

        void Copy(IEnumerable<FormComponent> level, JsonObject? from, JsonObject to, IReadOnlyList<string> prefix, Indexes at)
        {
            foreach (var component in level)
            {
                if (!keep(component, at)) continue;
                switch (component)
                {
                    case FormField field:
                        if (TryGet(from, field.LocalPath, out var value)) Set(to, [.. prefix, .. field.LocalPath], value?.DeepClone());
                        break;
                    case FormGroup { IsList: true } list:
                        if (!TryGet(from, list.LocalPath, out var found) || found is not JsonArray array) break;
                        var kept = new JsonArray();
                        for (var i = 0; i < array.Count; i++)
                        {
                            var next = new JsonObject();
                            Copy(list.Components, array[i] as JsonObject, next, [], at.And(i));
                            kept.Add((JsonNode)next);
                        }
                        Set(to, [.. prefix, .. list.LocalPath], kept);
                        break;
                    case FormGroup group:
                        Copy(group.Components, Inner(from, group.LocalPath), to, [.. prefix, .. group.LocalPath], at);
                        break;
                }
            }
        }
    }

    /// <summary>A copy with all texts, at any depth, in NFC.</summary>
    public static JsonNode? Normal(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject inner:
                var copy = new JsonObject();
                foreach (var (name, value) in inner) copy[CleanText.Normal(name)] = Normal(value);
                return copy;
            case JsonArray list:
                return new JsonArray([.. list.Select(Normal)]);
            default:
                return ValueShape.Text(node) is { } text ? JsonValue.Create(CleanText.Normal(text)) : node?.DeepClone();
        }
    }
}
