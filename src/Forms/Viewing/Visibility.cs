using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>
/// Finds which components are hidden. What is hidden counts in the conditions of others as if nobody had answered it (as in form-js in
/// a form that was opened empty), so hiding is repeated until nothing changes (form-js stops after the second round; up to there the
/// two agree). Conditions that go in a circle may swing forever: once a state comes back, or after many rounds, what was hidden stays
/// hidden and computed values stay.
/// </summary>
internal sealed class Visibility
{
    const int MostRounds = 200;

    readonly Form _form;
    readonly FormContext? _context;
    readonly JsonObject _unanswered;

    public Visibility(Form form, JsonObject? answers, FormContext? context)
    {
        _form = form;
        _context = context;
        var variables = context?.Variables;
        Initial = AnswerTree.Initial(form.Components, answers, Fixed);
        _unanswered = AnswerTree.Initial(form.Components, null, Fixed);
        Settle();

        JsonNode? Fixed(FormField field) => AnswerTree.TryGet(variables, field.KeyPath.Split('.'), out var value) ? value : null;
    }

    /// <summary>All answers, hidden ones too, with computed values.</summary>
    public JsonObject Initial { get; private set; }

    /// <summary>The answers of what is not hidden.</summary>
    public JsonObject Visible { get; private set; } = [];

    public Scopes Scopes { get; private set; } = null!;

    HashSet<string> Hidden { get; set; } = [];

    public bool IsHidden(FormComponent component, Indexes at) => Hidden.Contains(at.Of(component));

    /// <summary>What was reached when all was settled; a component that its own condition hides comes with nothing but that.</summary>
    public IEnumerable<(FormComponent Component, FeelScope Scope, JsonNode? Value)> Reached() => Reached(_form.Components, Scopes.Root, Initial, Indexes.None);

    IEnumerable<(FormComponent Component, FeelScope Scope, JsonNode? Value)> Reached(IEnumerable<FormComponent> level, Scoped scope, JsonObject? answers, Indexes at)
    {
        foreach (var component in level)
        {
            if (IsHidden(component, at))
            {
                yield return (new FormContent { Id = component.Id, Kind = FormKind.Spacer, HideWhen = component.HideWhen, Line = component.Line, Column = component.Column }, scope.Scope, null);
                continue;
            }
            AnswerTree.TryGet(answers, component.LocalPath, out var value);
            yield return (component, scope.Scope, component is FormField ? value : null);
            var inner = component switch
            {
                FormGroup { IsList: true } list => (value as JsonArray ?? []).SelectMany((item, i) => Reached(list.Components, Scopes.Item(scope, item, i), item as JsonObject, at.And(i))),
                FormGroup group => Reached(group.Components, scope, AnswerTree.Inner(answers, group.LocalPath), at),
                _ => [],
            };
            foreach (var reached in inner) yield return reached;
        }
    }

    void Settle()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var free = true;
        for (var round = 0; ; round++)
        {
            Visible = AnswerTree.Keep(_form.Components, Initial, (component, at) => !IsHidden(component, at));
            Scopes = new(Visible, _unanswered, _context);
            if (!_form.IsAlive) return;
            var hidden = new HashSet<string>(StringComparer.Ordinal);
            var changes = free ? new List<Action>() : null;
            Find(_form.Components, Scopes.Root, Initial, Visible, Indexes.None, hidden, changes);
            if (!free) hidden.UnionWith(Hidden);
            changes?.ForEach(change => change());
            var still = changes is null or { Count: 0 };
            if (still && hidden.SetEquals(Hidden)) return;
            Hidden = hidden;
            free = free && round < MostRounds && (!still || seen.Add(string.Join('\n', hidden.Order(StringComparer.Ordinal))));
        }
    }

    /// <summary>Evaluates conditions and, where <paramref name="changes"/> is given, expression fields whose value has changed.</summary>
    void Find(
        IEnumerable<FormComponent> level, Scoped scope, JsonObject? answers, JsonObject? shown, Indexes at, HashSet<string> hidden, List<Action>? changes)
    {
        foreach (var component in level)
        {
            if (component.HideWhen?.Holds(scope.Scope) == true)
            {
                hidden.Add(at.Of(component));
                continue;
            }
            switch (component)
            {
                case FormField { Expression: { } expression } field when changes is not null && answers is not null:
                    var value = AnswerTree.Normal(expression.Evaluate(scope.Scope).ToJson());
                    if (!AnswerTree.TryGet(answers, field.LocalPath, out var before) || !ValueShape.Same(before, value))
                        changes.Add(() => AnswerTree.Set(answers, field.LocalPath, value));
                    break;
                case FormGroup { IsList: true } list:
                    if (!AnswerTree.TryGet(answers, list.LocalPath, out var found) || found is not JsonArray items) break;
                    var kept = AnswerTree.TryGet(shown, list.LocalPath, out var visible) ? visible as JsonArray : null;
                    for (var i = 0; i < items.Count; i++)
                        Find(list.Components, Scopes.Item(scope, kept?[i] ?? items[i], i), items[i] as JsonObject, kept?[i] as JsonObject, at.And(i), hidden, changes);
                    break;
                case FormGroup group:
                    Find(group.Components, scope, AnswerTree.Inner(answers, group.LocalPath), AnswerTree.Inner(shown, group.LocalPath), at, hidden, changes);
                    break;
            }
        }
    }
}
