using System.Text.Json;
using HaiDang.Dmn.Checking;
using HaiDang.Dmn.Expressions;
using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn;

/// <summary>Something of a model that can be named: what a caller may ask for, or must give.</summary>
/// <param name="Id">Its id, unique in the model.</param>
/// <param name="Name">Its name, unique in the model.</param>
/// <param name="Label">Its label for people, or null.</param>
/// <param name="Type">The name of the type of its value, <c>Any</c> when the model names none.</param>
/// <param name="Requires">Names of what it needs directly; for a service, of its inputs.</param>
public sealed record DmnElement(string Id, string Name, string? Label, string Type, IReadOnlyList<string> Requires);

/// <summary>
/// A model of decisions (DMN 1.5), read once by <see cref="DmnReader"/>. Immutable and thread-safe; evaluation is pure and
/// never throws for what a model or its inputs say.
/// </summary>
public sealed class DmnModel
{
    private readonly IReadOnlyList<DrgElement> elements;
    private readonly IReadOnlyList<DecisionTable> tables;

    internal DmnModel(string name, string ns, string version, TypeReader types, IReadOnlyList<DrgElement> elements, IReadOnlyList<DecisionTable> tables)
    {
        (Name, Namespace, Version, Types, this.elements, this.tables) = (name, ns, version, types, elements, tables);
        Inputs = Describe<InputData>();
        Decisions = Describe<Decision>();
        Knowledge = Describe<Knowledge>();
        Services = Describe<Service>();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its namespace, by which others import it.</summary>
    public string Namespace { get; }

    /// <summary>The version of DMN that it is written in: 1.1 to 1.5.</summary>
    public string Version { get; }

    /// <summary>Its input data.</summary>
    public IReadOnlyList<DmnElement> Inputs { get; }

    /// <summary>Its decisions.</summary>
    public IReadOnlyList<DmnElement> Decisions { get; }

    /// <summary>Its business knowledge models.</summary>
    public IReadOnlyList<DmnElement> Knowledge { get; }

    /// <summary>Its decision services.</summary>
    public IReadOnlyList<DmnElement> Services { get; }

    internal TypeReader Types { get; }

    internal IReadOnlyList<DrgElement> Elements => elements;

    /// <summary>
    /// Works out a decision, calls a decision service, or calls a business knowledge model.
    /// </summary>
    /// <param name="nameOrId">Name or id; a name that several share means the decision, then the service, then the knowledge model.</param>
    /// <param name="inputs">
    /// A context with the input data by name; for a service also its input decisions, for a knowledge model its parameters.
    /// What is missing is null, with a note.
    /// </param>
    /// <param name="now">What FEEL's <c>now()</c> and <c>today()</c> give; null makes them null.</param>
    /// <param name="limits">What the evaluation may use.</param>
    public DmnResult Evaluate(string nameOrId, FeelValue inputs, DateTimeOffset? now = null, DmnLimits? limits = null)
    {
        var run = new Run(inputs, now, limits ?? DmnLimits.Default);
        var value = Find(nameOrId) switch
        {
            Decision decision => decision.Value(run),
            Service service => service.Serve(run, [.. service.Inputs.Select(i => Given(inputs, i))]),
            Knowledge knowledge => knowledge.Value(run).Invoke([.. knowledge.Parameters.Select(p => inputs[p.Name])], run.Scope([], Types.Feel)),
            InputData input => input.Value(run),
            _ => Unknown(run, nameOrId),
        };
        return new(run.Exhausted ? FeelValue.Null : value, run.Notes, run.Tables, run.Decisions);
    }

    /// <summary>
    /// JSON as inputs for <see cref="Evaluate"/>, read by the types of the input data: a string becomes a date, time or
    /// duration where the model wants one. What has no input data of its name is kept as FEEL reads JSON.
    /// </summary>
    /// <param name="json">An object with one property for each input; anything else gives an empty context.</param>
    public FeelValue ReadInputs(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return FeelValue.Context([]);
        return FeelValue.Context(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name,
            elements.FirstOrDefault(e => e is InputData && (e.Name == p.Name || e.Variable == p.Name)) is { } input
                ? input.Type.FromJson(p.Value)
                : FeelValue.FromJson(p.Value))));
    }

    /// <summary>
    /// Looks for cases that no rule of a decision table covers, rules that collide although the hit policy forbids it, and
    /// rules that never apply. Exact over numbers, dates, enumerated strings and booleans; a table with other cells gets a
    /// diagnostic that says so instead of a clean bill.
    /// </summary>
    public IReadOnlyList<DmnDiagnostic> CheckTables() => [.. tables.SelectMany(TableCheck.Of)];

    private DrgElement? Find(string nameOrId) =>
        elements.Where(e => e.Name == nameOrId || e.Id == nameOrId)
            .OrderBy(e => e switch { Decision => 0, Service => 1, Running.Knowledge => 2, _ => 3 }).FirstOrDefault();

    private static FeelValue Given(FeelValue inputs, DrgElement input) =>
        inputs.AsContext is { } given && (given.TryGetValue(input.Name, out var value) || given.TryGetValue(input.Variable, out value)) ? value : FeelValue.Null;

    private static FeelValue Unknown(Run run, string nameOrId)
    {
        run.Whole(Says.NoSuchDecision, nameOrId);
        return FeelValue.Null;
    }

    private IReadOnlyList<DmnElement> Describe<T>() where T : DrgElement => [.. elements.OfType<T>().Select(e => new DmnElement(
        e.Id, e.Name, e.Label, e.Type.Name, [.. e is Service s ? s.Inputs.Select(i => i.Name) : e.Requires.Select(r => r.Element.Name)]))];
}
