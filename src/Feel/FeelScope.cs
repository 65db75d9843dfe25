namespace HaiDang.Feel;

/// <summary>
/// What an expression can see: named values, the clock that <c>now()</c> and <c>today()</c> read, and limits. Immutable.
/// </summary>
public sealed class FeelScope
{
    private static readonly Dictionary<string, FeelType> none = [];

    private readonly ContextValue variables;
    private readonly FeelScope? outer;
    private readonly string? name;
    private readonly FeelValue value;

    /// <summary>A scope of a context's entries (a value that is no context counts as an empty one).</summary>
    /// <param name="variables">The names in scope.</param>
    /// <param name="now">What <c>now()</c> gives; null makes <c>now()</c> and <c>today()</c> give null, so that a pure host stays pure.</param>
    public FeelScope(FeelValue variables, DateTimeOffset? now = null)
    {
        this.variables = variables.AsEntries ?? ContextValue.Empty;
        Now = now;
    }

    private FeelScope(FeelScope outer, string name, FeelValue value)
    {
        (this.outer, this.name, this.value) = (outer, name, value);
        (variables, Now, Limits, Types) = (outer.variables, outer.Now, outer.Limits, outer.Types);
    }

    /// <summary>A scope with nothing in it.</summary>
    public static FeelScope Empty { get; } = new(FeelValue.Null);

    /// <summary>What <c>now()</c> gives, or null.</summary>
    public DateTimeOffset? Now { get; }

    /// <summary>What one evaluation in this scope may use.</summary>
    public FeelLimits Limits { get; init; } = FeelLimits.Default;

    /// <summary>The types that a model declares, by their names: what <c>instance of</c> and parameters may name.</summary>
    public IReadOnlyDictionary<string, FeelType> Types { get; init; } = none;

    /// <summary>This scope with one more name, which hides an older one.</summary>
    public FeelScope With(string name, FeelValue value) => new(this, name, value);

    internal bool TryGet(string wanted, out FeelValue found)
    {
        for (var scope = this; scope.name is not null; scope = scope.outer!)
        {
            if (scope.name == wanted)
            {
                found = scope.value;
                return true;
            }
        }
        return variables.TryGetValue(wanted, out found);
    }
}
