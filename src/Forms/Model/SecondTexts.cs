using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>Puts texts of the second language on components, and keeps account of what was used and what was missed.</summary>
internal sealed class SecondTexts(IReadOnlyDictionary<string, string> texts)
{
    readonly HashSet<string> _used = new(StringComparer.Ordinal);
    readonly List<(FormComponent Component, string Name)> _missed = [];
    readonly List<(FormComponent Component, string Name, FeelDiagnostic Problem)> _wrong = [];

    public FormComponent On(FormComponent component)
    {
        var common = component with { Label = Text(component, "label", component.Label), Description = Text(component, "description", component.Description) };
        return common switch
        {
            FormGroup group => group with { Components = [.. group.Components.Select(On)] },
            FormContent content => content with
            {
                Text = Text(component, "text", content.Text),
                Columns = [.. content.Columns.Select(column => column with { Label = Text(component, "column." + column.Key, column.Label) })],
            },
            FormField field => field with
            {
                Error = Text(component, "error", field.Error),
                Prefix = Text(component, "prefix", field.Prefix),
                Suffix = Text(component, "suffix", field.Suffix),
                Options = field.Options is { Static: { } options } source
                    ? source with { Static = [.. options.Select(option => option with { En = Find(component, "option." + option.Posted, HasLetters(option.Vi) && option.En is null) ?? option.En })] }
                    : field.Options,
            },
            _ => common,
        };
    }

    public IReadOnlyList<FormDiagnostic> Diagnostics(string source) =>
    [
        .. _missed.Select(miss => new FormDiagnostic(source, 0, 0, miss.Component.Id, "form.text-missing",
            $"Thiếu bản tiếng Anh \"{miss.Component.Id}.{miss.Name}\".", $"The English text \"{miss.Component.Id}.{miss.Name}\" is missing.", FormSeverity.Warning)),
        .. _wrong.Select(wrong => new FormDiagnostic(source, 0, 0, wrong.Component.Id, "form.feel",
            $"FEEL trong \"{wrong.Component.Id}.{wrong.Name}\": {wrong.Problem.Vi}", $"FEEL in \"{wrong.Component.Id}.{wrong.Name}\": {wrong.Problem.En}")),
        .. texts.Keys.Where(name => !_used.Contains(name)).Order(StringComparer.Ordinal).Select(name => new FormDiagnostic(source, 0, 0, null, "form.text-unknown",
            $"\"{name}\" không ứng với thành phần nào của biểu mẫu.", $"\"{name}\" fits no component of the form.", FormSeverity.Warning)),
    ];

    FormText Text(FormComponent component, string name, FormText text)
    {
        if (Find(component, name, HasLetters(text.Vi)) is not { } english) return text;
        var problems = new List<FeelDiagnostic>();
        var template = FormTemplate.Read(CleanText.Normal(english), problems);
        _wrong.AddRange(problems.Select(problem => (component, name, problem)));
        return text.WithEnglish(template);
    }

    string? Find(FormComponent component, string name, bool wanted)
    {
        foreach (var owner in new[] { component.Id, component.KeyPath, (component as FormField)?.Key })
            foreach (var key in Names(owner, name))
                if (texts.TryGetValue(key, out var text))
                {
                    _used.Add(key);
                    return text;
                }
        if (wanted) _missed.Add((component, name));
        return null;
    }

    /// <summary>Options may also be named as the schema does: <c>values</c>.</summary>
    static IEnumerable<string> Names(string? owner, string name) =>
        string.IsNullOrEmpty(owner) ? []
        : name.StartsWith("option.", StringComparison.Ordinal) ? [$"{owner}.{name}", $"{owner}.values.{name["option.".Length..]}"]
        : [$"{owner}.{name}"];

    static bool HasLetters(string text) => text.Any(char.IsLetter);
}
