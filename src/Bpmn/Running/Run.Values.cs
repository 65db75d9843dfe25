using System.Text.Json;
using HaiDang.Feel;

namespace HaiDang.Bpmn;

internal sealed partial class Run
{
    /// <summary>The value that a name has for a token: its own, else that of the nearest scope.</summary>
    private bool Look(BpmnToken? token, int scopeId, string name, out JsonElement value)
    {
        if (token is not null && token.Locals.TryGetValue(name, out value)) return true;
        for (var scope = scopes.GetValueOrDefault(scopeId); scope is not null; scope = Outer(scope))
            if (scope.Variables.TryGetValue(name, out value)) return true;
        value = default;
        return false;
    }

    private BpmnScope? Outer(BpmnScope scope) =>
        tokens.TryGetValue(scope.OwnerId, out var owner) ? scopes.GetValueOrDefault(owner.ScopeId) : null;

    /// <summary>All that a token sees.</summary>
    private BpmnVariables Visible(BpmnToken token)
    {
        var layers = new List<BpmnVariables> { token.Locals };
        for (var scope = scopes.GetValueOrDefault(token.ScopeId); scope is not null; scope = Outer(scope)) layers.Add(scope.Variables);
        layers.Reverse();
        return layers.Aggregate(BpmnVariables.Empty, (sum, layer) => sum.With(layer));
    }

    /// <summary>Sets a variable where it lives: in the nearest scope that has it, else in the process.</summary>
    private void SetFrom(int scopeId, string name, JsonElement value)
    {
        var scope = scopes[scopeId];
        while (!scope.Variables.ContainsKey(name) && Outer(scope) is { } outer) scope = outer;
        Put(scope with { Variables = scope.Variables.With(name, value) });
    }

    private FeelValue Evaluate(BpmnExpression expression, BpmnToken? token, int scopeId, ref Trouble? trouble, out string? why)
    {
        why = null;
        if (!expression.IsFeel) return FeelValue.Of(expression.Text);
        if (expression.Feel is not { } feel)
        {
            why = expression.Diagnostics.FirstOrDefault()?.Vi;
            trouble ??= Trouble.NoValue(expression.Text, why);
            return FeelValue.Null;
        }
        var seen = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var path in feel.Names)
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var name = dot < 0 ? path : path[..dot];
            if (!seen.ContainsKey(name) && Look(token, scopeId, name, out var value)) seen[name] = FeelValue.FromJson(value);
        }
        var notes = new List<FeelDiagnostic>();
        var result = feel.Evaluate(new FeelScope(FeelValue.Context(seen), now), notes);
        why = notes.Count > 0 ? notes[0].Vi : null;
        if (notes is [var first, ..])
            Notes.Add(new BpmnDiagnostic(model.Source, expression.Line, expression.Column, token?.ElementId, first.Code, first.Vi, first.En, BpmnSeverity.Warning));
        return result;
    }

    private bool Holds(BpmnExpression condition, BpmnToken? token, int scopeId, ref Trouble? trouble)
    {
        var value = Evaluate(condition, token, scopeId, ref trouble, out var why).AsBoolean;
        if (value is null) trouble ??= Trouble.NotBoolean(condition.Text, why);
        return value ?? false;
    }

    /// <summary>A value as JSON; null is a value too.</summary>
    private JsonElement Json(BpmnExpression expression, BpmnToken token, ref Trouble? trouble) =>
        BpmnVariables.Element(Evaluate(expression, token, token.ScopeId, ref trouble, out _).ToJson());

    /// <summary>A text that must be there: numbers are written out.</summary>
    private string Text(BpmnExpression expression, BpmnToken? token, int scopeId, ref Trouble? trouble)
    {
        var value = Evaluate(expression, token, scopeId, ref trouble, out var why);
        if (value.Kind is FeelKind.Null or FeelKind.List or FeelKind.Context or FeelKind.Range or FeelKind.Function)
            trouble ??= Trouble.NoValue(expression.Text, why);
        return value.Kind == FeelKind.Null ? "" : value.ToText();
    }

    private string? Text(BpmnExpression? expression, BpmnToken token, ref Trouble? trouble) =>
        expression is null ? null : Text(expression, token, token.ScopeId, ref trouble);

    /// <summary>A list of texts: a FEEL list, or a comma list.</summary>
    private IReadOnlyList<string> Texts(BpmnExpression? expression, BpmnToken token, ref Trouble? trouble)
    {
        if (expression is null) return [];
        var value = Evaluate(expression, token, token.ScopeId, ref trouble, out var why);
        if (value.AsList is { } list) return [.. list.Select(item => item.ToText())];
        if (value.AsString is not { } text)
        {
            trouble ??= Trouble.NoValue(expression.Text, why);
            return [];
        }
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>A whole number, or null with trouble noted by the caller.</summary>
    private int? Whole(BpmnExpression expression, BpmnToken token, ref Trouble? trouble, out string said)
    {
        var value = Evaluate(expression, token, token.ScopeId, ref trouble, out _);
        said = value.ToText();
        var number = value.AsDecimal ?? (decimal.TryParse(value.AsString, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : null);
        return number is { } n && n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue ? (int)n : null;
    }

    /// <summary>The inputs of an element added to a token's own variables, in their order; a later one sees the earlier.</summary>
    private BpmnToken WithInputs(BpmnToken token, ZeebeExtensions extensions, ref Trouble? trouble)
    {
        foreach (var input in extensions.Inputs) token = token with { Locals = token.Locals.With(input.Target, Json(input.Source, token, ref trouble)) };
        return token;
    }

    /// <summary>
    /// Hands on what came of an element. With outputs only they leave it; without, each result goes where its variable lives, and one that the
    /// element has as an input stays in it.
    /// </summary>
    private BpmnToken HandOn(BpmnToken token, ZeebeExtensions extensions, BpmnVariables came, ref Trouble? trouble)
    {
        var own = token with { Locals = token.Locals.With(came) };
        if (extensions.Outputs.Count == 0)
        {
            foreach (var (name, value) in came)
                if (!token.Locals.ContainsKey(name)) SetFrom(token.ScopeId, name, value);
            return own;
        }
        var outputs = new List<KeyValuePair<string, JsonElement>>();
        foreach (var output in extensions.Outputs) outputs.Add(new(output.Target, Json(output.Source, own, ref trouble)));
        if (trouble is null)
            foreach (var (name, value) in outputs) SetFrom(token.ScopeId, name, value);
        return own;
    }
}
