using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>
/// What FEEL in a form can see, as form-js has it: the answers, and <c>this</c>, <c>parent</c> and <c>i</c> (indexes from 1) of the
/// enclosing item, these also between underscores so that an answer of the same name does not hide them.
/// </summary>
internal sealed class Scopes
{
    readonly FeelScope _base;
    readonly FeelValue _answers;

    /// <param name="visible">The answers of what is not hidden.</param>
    /// <param name="unanswered">What stands in for a name that is hidden whole.</param>
    /// <param name="context">The host's values.</param>
    public Scopes(JsonObject visible, JsonObject unanswered, FormContext? context)
    {
        _answers = FeelValue.Context([.. Entries(unanswered), .. Entries(visible)]);
        var names = new List<KeyValuePair<string, FeelValue>>();
        if (context is not null) names.AddRange(context.CodeLists.ValuesOn(context.Today));
        if (context?.Variables is { } variables) names.AddRange(Entries(variables));
        names.AddRange(_answers.AsContext!);
        _base = new(FeelValue.Context(names), context?.Now);
        Root = With(_answers, FeelValue.Null, []);
    }

    /// <summary>Outside of all lists.</summary>
    public Scoped Root { get; }

    /// <summary>Inside one item of a list.</summary>
    public Scoped Item(Scoped outside, JsonNode? item, int index) =>
        With(FeelValue.FromJson(item), outside.This, [.. outside.Positions, index + 1]);

    static IEnumerable<KeyValuePair<string, FeelValue>> Entries(JsonObject node) => FeelValue.FromJson(node).AsContext!;

    Scoped With(FeelValue current, FeelValue parent, IReadOnlyList<int> positions)
    {
        var scope = _base;
        var i = FeelValue.List(positions.Select(position => FeelValue.Of((decimal)position)));
        foreach (var (name, value) in new[] { ("this", current), ("parent", parent), ("i", i) })
        {
            scope = scope.With($"_{name}_", value);
            if (_answers[name] == FeelValue.Null) scope = scope.With(name, value);
        }
        return new(scope, current, positions);
    }
}

/// <summary>A scope and what the next inner one builds on.</summary>
internal sealed record Scoped(FeelScope Scope, FeelValue This, IReadOnlyList<int> Positions);
