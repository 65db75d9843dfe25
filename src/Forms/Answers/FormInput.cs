using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>What one posted page says.</summary>
/// <param name="Data">
/// The typed values of the page, by their place in the answers. What could not be turned into its type stands there as the text that was typed.
/// </param>
/// <param name="Problems">What could not be turned, with words; rules such as "required" are checked by <see cref="Form.Validate"/>.</param>
public sealed record FormInput(JsonObject Data, IReadOnlyList<FormProblem> Problems);

/// <summary>Reads the inputs of one page.</summary>
internal sealed class InputReader
{
    readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _posted;
    readonly FormContext? _context;
    readonly Dictionary<string, FormNode>? _before;
    readonly ILookup<string, FormNode> _byComponent;

    public InputReader(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, FormContext? context, FormView? before)
    {
        _posted = posted;
        _context = context;
        _before = before?.Fields.ToDictionary(node => node.Path, StringComparer.Ordinal);
        _byComponent = (before?.Fields ?? []).ToLookup(node => node.Component.Id);
    }

    public JsonObject Read(FormPage page, JsonObject? answers)
    {
        var data = new JsonObject();
        var prefix = page.Group?.LocalPath ?? [];
        Level(page.Components, page.Group?.KeyPath ?? "", data, prefix, AnswerTree.Inner(answers, prefix));
        return data;
    }

    void Level(IEnumerable<FormComponent> level, string path, JsonObject into, IReadOnlyList<string> prefix, JsonObject? answers)
    {
        foreach (var component in level)
        {
            var own = FormPath.Join(path, component.LocalPath);
            switch (component)
            {
                case FormField field when field.Kind != FormKind.Expression:
                    if (IsLocked(field, own))
                    {
                        if (path.EndsWith(']') && AnswerTree.TryGet(answers, field.LocalPath, out var kept)) AnswerTree.Set(into, [.. prefix, .. field.LocalPath], kept?.DeepClone());
                        break;
                    }
                    var value = TypedValue.Read(field, own, _posted, Options(field, own), FormContext.OffsetOf(_context), out var given);
                    if (given || (IsSilentWhenEmpty(field) && WasShown(own))) AnswerTree.Set(into, [.. prefix, .. field.LocalPath], value);
                    break;
                case FormGroup { IsList: true } list:
                    Items(list, own, into, [.. prefix, .. list.LocalPath], AnswerTree.TryGet(answers, list.LocalPath, out var items) ? items as JsonArray : null);
                    break;
                case FormGroup group:
                    Level(group.Components, own, into, [.. prefix, .. group.LocalPath], AnswerTree.Inner(answers, group.LocalPath));
                    break;
            }
        }
    }

    void Items(FormGroup list, string path, JsonObject into, IReadOnlyList<string> place, JsonArray? answers)
    {
        var indexes = _posted.Keys.Select(name => Index(name, path)).OfType<int>().Distinct().Order().Take(FormLimits.Items + 1).ToList();
        if (indexes.Count == 0 && !_posted.ContainsKey(path)) return;
        var items = new JsonArray();
        foreach (var index in indexes)
        {
            var item = new JsonObject();
            Level(list.Components, FormPath.Item(path, index), item, [], index < answers?.Count ? answers[index] as JsonObject : null);
            items.Add((JsonNode)item);
        }
        AnswerTree.Set(into, place, items);
    }

    static int? Index(string name, string path)
    {
        if (name.Length < path.Length + 3 || name[path.Length] != '[' || !name.StartsWith(path, StringComparison.Ordinal)) return null;
        var end = name.IndexOf(']', path.Length);
        return end > 0 && end - path.Length is >= 2 and <= 6
            && int.TryParse(name.AsSpan(path.Length + 1, end - path.Length - 1), System.Globalization.NumberStyles.None, null, out var index) ? index : null;
    }

    bool IsLocked(FormField field, string path) =>
        field.Disabled || (field.ReadOnly.Condition is null ? field.ReadOnly.Value : _before?.GetValueOrDefault(path)?.IsLocked == true);

    /// <summary>HTML posts nothing for an unticked box; for all other inputs nothing posted means that they were not on the page.</summary>
    static bool IsSilentWhenEmpty(FormField field) => field.Kind is FormKind.Checkbox or FormKind.Checklist or FormKind.Radio or FormKind.TagList;

    bool WasShown(string path) => _before is null || _before.ContainsKey(path) || path.Contains('[', StringComparison.Ordinal);

    IReadOnlyList<FormOption> Options(FormField field, string path)
    {
        if (field.Options is not { } options) return [];
        if (options.Static is not null) return options.Static;
        return (_before?.GetValueOrDefault(path) ?? _byComponent[field.Id].FirstOrDefault())?.Options
            ?? (options.ListName is { } name && _context is not null ? _context.CodeLists.On(name, _context.Today) : []);
    }
}
