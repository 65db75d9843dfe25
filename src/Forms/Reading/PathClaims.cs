namespace HaiDang.Forms.Reading;

/// <summary>
/// No two fields may keep their answer in the same place, none inside another's value, and a list's items belong to that list
/// alone (form-js refuses such schemas too).
/// </summary>
internal static class PathClaims
{
    enum Claim { Open, Value, List }

    public static void Check(IReadOnlyList<FormComponent> components, IReadOnlyDictionary<string, int> offsets, Notes notes)
    {
        var claims = new Dictionary<string, (Claim Kind, string Id)>(StringComparer.Ordinal);
        Walk(components, []);

        void Walk(IEnumerable<FormComponent> level, IReadOnlyList<string> lists)
        {
            foreach (var component in level)
            {
                if (component is FormField field) Take(field, field.KeyPath, Claim.Value, lists);
                if (component is not FormGroup group) continue;
                if (group.IsList) Take(group, group.KeyPath, Claim.List, lists);
                Walk(group.Components, group.IsList ? [.. lists, group.Id] : lists);
            }
        }

        void Take(FormComponent component, string path, Claim kind, IReadOnlyList<string> lists)
        {
            var segments = path.Split('.');
            for (var length = 1; length < segments.Length; length++)
            {
                var above = string.Join('.', segments.Take(length));
                if (!claims.TryGetValue(above, out var holder)) claims[above] = (Claim.Open, component.Id);
                else if (holder.Kind == Claim.Value || (holder.Kind == Claim.List && !lists.Contains(holder.Id))) Clash(component, path, holder.Id);
            }
            if (claims.TryGetValue(path, out var taken)) Clash(component, path, taken.Id);
            else claims[path] = (kind, component.Id);
        }

        void Clash(FormComponent component, string path, string other) =>
            notes.Error(offsets[component.Id], component.Id, "form.key-clash",
                $"Tên \"{path}\" trùng hoặc lồng với tên của thành phần \"{other}\"; hãy đổi một trong hai.",
                $"The name \"{path}\" equals or lies inside that of component \"{other}\"; change one of them.");
    }
}
