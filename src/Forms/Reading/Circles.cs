namespace HaiDang.Forms.Reading;

/// <summary>
/// Looks for fields whose visibility or value depends on itself. form-js takes such forms, and so do we, but what they show then
/// depends on the order of answering, and answers can vanish: the author is warned.
/// </summary>
internal static class Circles
{
    public static void Check(IReadOnlyList<FormComponent> components, IReadOnlyDictionary<string, int> offsets, Notes notes)
    {
        var fields = new List<(FormField Field, HashSet<string> Names)>();
        Collect(components, [], "", fields);
        var depends = fields.ToDictionary(one => one.Field.Id, one => fields.Where(other => one.Names.Any(name => Touches(name, other.Field.KeyPath))).Select(other => other.Field.Id).ToList());
        var done = new HashSet<string>();
        foreach (var (field, _) in fields) Visit(field.Id, []);

        void Visit(string id, IReadOnlyList<string> way)
        {
            if (way.Contains(id))
            {
                var circle = string.Join(" → ", way.SkipWhile(step => step != id).Append(id));
                notes.Warning(offsets[id], id, "form.circle",
                    $"Điều kiện hoặc biểu thức phụ thuộc vòng tròn: {circle}; câu trả lời có thể biến mất. Hãy bỏ một chiều phụ thuộc.",
                    $"Conditions or expressions go in a circle: {circle}; answers may vanish. Take one of the dependencies away.");
                return;
            }
            if (done.Contains(id)) return;
            foreach (var next in depends[id]) Visit(next, [.. way, id]);
            done.Add(id);
        }
    }

    static void Collect(IEnumerable<FormComponent> level, IReadOnlyCollection<string> outer, string item, List<(FormField, HashSet<string>)> fields)
    {
        foreach (var component in level)
        {
            HashSet<string> names = [.. outer, .. Resolve(component.HideWhen?.Names, item)];
            if (component is FormField field) fields.Add((field, [.. names, .. Resolve(field.Expression?.Names, item)]));
            if (component is FormGroup group) Collect(group.Components, names, group.IsList ? group.KeyPath : item, fields);
        }
    }

    /// <summary>Names as paths from the root: <c>this.name</c> within the items of <c>children</c> is <c>children.name</c>.</summary>
    static IEnumerable<string> Resolve(IReadOnlyList<string>? names, string item) => (names ?? []).Select(name =>
        name.Split('.') is ["this" or "_this_", .. var rest] && item.Length > 0 ? string.Join('.', [item, .. rest]) : name);

    static bool Touches(string name, string path) =>
        name == path || name.StartsWith(path + ".", StringComparison.Ordinal) || path.StartsWith(name + ".", StringComparison.Ordinal);
}
