namespace HaiDang.Forms.Checking;

/// <summary>Looks for names in the form's FEEL that nothing provides.</summary>
internal static class NameCheck
{
    public static IReadOnlyList<FormDiagnostic> Of(Form form, IReadOnlyCollection<string> known, string source)
    {
        var found = new List<FormDiagnostic>();
        foreach (var component in Form.All(form.Components))
            foreach (var name in Names(component).Distinct(StringComparer.Ordinal).Where(name => !IsSpecial(name) && !known.Contains(Root(name)) && form.Type.Unknown([name]).Count > 0))
                found.Add(new(source, component.Line, component.Column, component.Id, "form.unknown-name",
                    $"FEEL dùng tên \"{name}\" mà biểu mẫu không có.", $"FEEL uses the name \"{name}\", which the form does not have.", FormSeverity.Warning));
        return found;
    }

    /// <summary>The first parts of all names that FEEL in the form says, sorted.</summary>
    public static IReadOnlyList<string> Mentioned(Form form) =>
        [.. Form.All(form.Components).SelectMany(Names).Select(Root).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Names(FormComponent component)
    {
        IEnumerable<string> names = [.. component.Label.Names, .. component.Description.Names, .. component.HideWhen?.Names ?? []];
        return component switch
        {
            FormField field =>
            [
                .. names, .. field.Prefix.Names, .. field.Suffix.Names, .. field.Error.Names, .. field.Expression?.Names ?? [], .. field.Prefill?.Names ?? [], .. field.Rules.Check?.Names ?? [], .. field.Options?.Expression?.Names ?? [],
                .. field.ReadOnly.Condition?.Names ?? [], .. field.Files?.MultipleExpression?.Names ?? [], .. field.Files?.AcceptExpression?.Names ?? [],
                .. new[] { field.Rules.Min, field.Rules.Max, field.Rules.MinLength, field.Rules.MaxLength }.SelectMany(number => number?.Expression?.Names ?? []),
            ],
            FormContent content => [.. names, .. content.Text.Names, .. content.Rows?.Names ?? [], .. content.ColumnsExpression?.Names ?? []],
            _ => names,
        };
    }

    static bool IsSpecial(string name) => Root(name) is "this" or "parent" or "i" or "_this_" or "_parent_" or "_i_" or "item" or "partial" or "?";

    static string Root(string name) => name.Split('.', 2)[0];
}
