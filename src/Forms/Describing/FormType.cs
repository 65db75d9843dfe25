namespace HaiDang.Forms;

/// <summary>
/// What the submitted answers of a form look like to FEEL: the names that exist and their types. Dates and times are strings in JSON,
/// to be read with <c>date(…)</c>; <see cref="FormTypeEntry.Format"/> tells them apart.
/// </summary>
/// <param name="Entries">The type of each key path, groups and lists included (<c>children</c>, <c>children.name</c>), sorted by path.</param>
public sealed record FormType(IReadOnlyDictionary<string, FormTypeEntry> Entries)
{
    /// <summary>The type at a path; null when the form has no such name.</summary>
    public FormTypeEntry? this[string path] => Entries.GetValueOrDefault(path);

    /// <summary>
    /// Those of the names (as <c>FeelExpression.Names</c> gives them) that the form does not have. A name below a value
    /// (<c>birth.year</c> of a string) is not known either; below a value of open shape it is.
    /// </summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> names) => [.. names.Where(name => !Knows(name))];

    bool Knows(string name)
    {
        if (Entries.ContainsKey(name)) return true;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            if (Entries.TryGetValue(name[..dot], out var above)) return above.Feel is "Any" or "list<Any>";
        return false;
    }

    internal static FormType Of(IEnumerable<FormComponent> components)
    {
        var entries = new SortedDictionary<string, FormTypeEntry>(StringComparer.Ordinal);
        Walk(components);
        return new(entries);

        void Walk(IEnumerable<FormComponent> level)
        {
            foreach (var component in level)
                switch (component)
                {
                    case FormField field:
                        Open(field.KeyPath);
                        entries[field.KeyPath] = Entry(field);
                        break;
                    case FormGroup group:
                        if (group.LocalPath.Count > 0)
                        {
                            Open(group.KeyPath);
                            entries[group.KeyPath] = new(group.IsList ? "list<context>" : "context", null, group);
                        }
                        Walk(group.Components);
                        break;
                }
        }

        void Open(string path)
        {
            for (var dot = path.IndexOf('.'); dot > 0; dot = path.IndexOf('.', dot + 1))
                entries.TryAdd(path[..dot], new("context", null, null));
        }
    }

    static FormTypeEntry Entry(FormField field) => field.Kind switch
    {
        FormKind.Number => new(field.NumberAsText ? "string" : "number", null, field),
        FormKind.Checkbox => new("boolean", null, field),
        FormKind.DateTime => new("string", field.Moment!.Part switch { FormMomentPart.Date => "date", FormMomentPart.Time => "time", _ => "date and time" }, field),
        FormKind.Select or FormKind.Radio => new(OfOptions(field), null, field),
        FormKind.Checklist or FormKind.TagList => new($"list<{OfOptions(field)}>", null, field),
        FormKind.FilePicker => new("list<string>", null, field),
        FormKind.Expression => new("Any", null, field),
        _ => new("string", null, field),
    };

    static string OfOptions(FormField field)
    {
        if (field.Options?.Static is not { Count: > 0 } options) return field.Options?.ListName is null ? "Any" : "string";
        var kinds = options.Select(option => option.Value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => "number",
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
            _ => "Any",
        }).Distinct().ToList();
        return kinds is [var only] ? only : "Any";
    }
}

/// <summary>The type of one name. Every value may also be null, until it is answered.</summary>
/// <param name="Feel">FEEL's name of the type: <c>string</c>, <c>number</c>, <c>boolean</c>, <c>context</c>, <c>list&lt;…&gt;</c>, <c>Any</c>.</param>
/// <param name="Format"><c>date</c>, <c>time</c> or <c>date and time</c> for a string that is one, else null.</param>
/// <param name="Component">The component that holds it; null for a name that is only a part of others' keys.</param>
public sealed record FormTypeEntry(string Feel, string? Format, FormComponent? Component);
