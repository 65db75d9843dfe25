using System.Runtime.CompilerServices;
using System.Xml.Linq;
using HaiDang.Dmn.Reading;
using HaiDang.Dmn.Types;
using HaiDang.Feel;

namespace HaiDang.Dmn.Running;

/// <summary>
/// One evaluation: what it was given, what it found out, what it may still use. Lives as long as the call; the model itself
/// never changes.
/// </summary>
internal sealed class Run(FeelValue inputs, DateTimeOffset? now, DmnLimits limits)
{
    private static readonly FeelExpression ToMidnight = FeelExpression.Parse("date and time(v, time(\"00:00:00Z\"))").Value!;

    private readonly List<DmnDiagnostic> notes = [];
    private readonly List<DmnTableUse> tables = [];
    private readonly Dictionary<string, Dictionary<DrgElement, FeelValue>> below = [];
    private string path = "";
    private int steps = limits.Steps;
    private int depth = limits.Calls;

    public DateTimeOffset? Now => now;

    /// <summary>The values that were given, by name of input data; nothing inside a decision service, which has its own.</summary>
    public FeelValue Inputs { get; private set; } = inputs;

    /// <summary>Values of elements that were worked out, or given in their stead. A decision service has its own.</summary>
    public Dictionary<DrgElement, FeelValue> Known { get; private set; } = [];

    public Dictionary<string, FeelValue> Decisions { get; } = [];

    /// <summary>
    /// Looks at an import under its name. Where the inputs hold a context of that name, what the import needs is taken from there: so one
    /// model imported under two names can be given two sets of inputs.
    /// </summary>
    public FeelValue Within(string prefix, Func<FeelValue> body)
    {
        if (prefix.Length == 0 || Inputs.AsContext?.TryGetValue(prefix, out var inputsThere) != true || inputsThere.Kind != FeelKind.Context) return body();
        var outer = (Known, Inputs, path);
        path = $"{path}\n{prefix}";
        if (!below.TryGetValue(path, out var known)) below[path] = known = [];
        (Known, Inputs) = (known, inputsThere);
        var value = body();
        (Known, Inputs, path) = outer;
        return value;
    }

    public IReadOnlyList<DmnDiagnostic> Notes => notes;

    public IReadOnlyList<DmnTableUse> Tables => tables;

    public bool Exhausted { get; private set; }

    /// <summary>Counts one piece of work; false when there were too many, and then everything gives null.</summary>
    public bool Step()
    {
        if (steps-- > 0) return true;
        return Stop();
    }

    /// <summary>
    /// Calls a function or an element, unless calls nest too deeply. Nothing of what was worked out inside a decision
    /// service is seen outside, nor the other way round, when <paramref name="known"/> is given.
    /// </summary>
    public FeelValue Call(Func<FeelValue> body, Dictionary<DrgElement, FeelValue>? known = null)
    {
        if (depth <= 0 || !Step() || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Stop();
            return FeelValue.Null;
        }
        var outer = (Known, Inputs);
        if (known is not null) (Known, Inputs) = (known, FeelValue.Null);
        depth--;
        var value = body();
        depth++;
        (Known, Inputs) = outer;
        return value;
    }

    public FeelScope Scope(IEnumerable<KeyValuePair<string, FeelValue>> entries, IReadOnlyDictionary<string, FeelType> types) =>
        new(FeelValue.Context(entries), now) { Types = types };

    public void Use(DmnTableUse use)
    {
        if (tables.Count < DmnLimits.MostTableUses) tables.Add(use);
    }

    public void Note(Part part, Saying saying, params object?[] args)
    {
        if (notes.Count < DmnLimits.MostNotes) notes.Add(saying.At(part.Source.Name, part.Place, part.Id, args));
    }

    public void Whole(Saying saying, params object?[] args) => notes.Add(saying.At("", default, null, args));

    /// <summary>What FEEL says about something that the engine itself wrote.</summary>
    public void Note(Part part, FeelDiagnostic said)
    {
        if (notes.Count < DmnLimits.MostNotes)
            notes.Add(new(DmnSeverity.Warning, part.Source.Name, part.Place.Line, part.Place.Column, part.Id, said.Code, said.Vi, said.En));
    }

    public void Feel(Part part, XElement text, List<FeelDiagnostic> said)
    {
        foreach (var d in said)
        {
            if (notes.Count >= DmnLimits.MostNotes) return;
            var place = part.Source.Within(text, d.Line, d.Column);
            notes.Add(new(DmnSeverity.Warning, part.Source.Name, place.Line, place.Column, part.Id, d.Code, d.Vi, d.En));
        }
    }

    /// <summary>Whether an argument fits the type of its parameter; with a note when not, and then the call gives null (§10.3.2.13.2).</summary>
    public bool FitArgument(FeelValue value, ItemType type, Part part, string what, out FeelValue fitted)
    {
        if (type.TryFit(value, this, out fitted)) return true;
        Note(part, Says.DoesNotConform, Short(value), what, type.Name);
        return false;
    }

    /// <summary>The value fitted to a type; null with a note when it does not fit.</summary>
    public FeelValue Fit(FeelValue value, ItemType type, Part part, string what)
    {
        return FitArgument(value, type, part, what, out var fitted) ? fitted : FeelValue.Null;
    }

    public FeelValue Midnight(FeelValue date) => ToMidnight.Evaluate(FeelScope.Empty.With("v", date));

    /// <summary>A value as a note shows it.</summary>
    public static string Short(FeelValue value)
    {
        var text = value.ToString();
        return text.Length <= 80 ? text : text[..77] + "…";
    }

    private bool Stop()
    {
        if (!Exhausted) notes.Add(Says.TooMuch.At("", default, null));
        Exhausted = true;
        steps = 0;
        return false;
    }
}

/// <summary>Where a part of a model stands, for notes.</summary>
internal sealed record Part(DmnSource Source, Place Place, string? Id)
{
    public static Part Of(DmnSource source, XElement element) => new(source, DmnSource.Of(element), DmnSource.IdOf(element));
}
