using HaiDang.Feel;

namespace HaiDang.Dmn;

/// <summary>What an evaluation gave, and how it came about.</summary>
/// <param name="Value">The value of what was asked for; null when it could not be told, and then <paramref name="Notes"/> says why.</param>
/// <param name="Notes">Why values are null or were dropped, each with its place in the model.</param>
/// <param name="Tables">Every decision table that was used, in the order in which they were finished, with the rules that matched.</param>
/// <param name="Decisions">Values of all decisions that took part, by name as the model writes it.</param>
public sealed record DmnResult(
    FeelValue Value,
    IReadOnlyList<DmnDiagnostic> Notes,
    IReadOnlyList<DmnTableUse> Tables,
    IReadOnlyDictionary<string, FeelValue> Decisions);

/// <summary>One use of a decision table: what it was given, which rules matched, what came out.</summary>
/// <param name="Owner">Name of the decision or business knowledge model that holds the table.</param>
/// <param name="Table">Id of the table, or null.</param>
/// <param name="HitPolicy">Its hit policy.</param>
/// <param name="Inputs">Its input columns with the values they had.</param>
/// <param name="Matched">
/// The rules whose conditions hold, in the order of the table. Under <see cref="DmnHitPolicy.First"/> looking ends with the first.
/// </param>
/// <param name="Value">What the table gave.</param>
public sealed record DmnTableUse(
    string Owner, string? Table, DmnHitPolicy HitPolicy, IReadOnlyList<DmnTableInput> Inputs, IReadOnlyList<DmnRuleMatch> Matched, FeelValue Value);

/// <summary>An input column of a table in use.</summary>
/// <param name="Label">Its label, or its expression when it has none.</param>
/// <param name="Expression">Its FEEL expression.</param>
/// <param name="Value">The value that the expression had.</param>
public sealed record DmnTableInput(string Label, string Expression, FeelValue Value);

/// <summary>A rule that matched.</summary>
/// <param name="Number">Its place in the table, from 1.</param>
/// <param name="Id">Its id, or null.</param>
/// <param name="Conditions">Its input cells as written, in the order of the columns.</param>
/// <param name="Output">What it gives: the value of the one output, or a context of all by name.</param>
/// <param name="Annotations">Its annotations by the name of their column: usually the reason or the legal basis.</param>
/// <param name="Description">Its description, or null.</param>
public sealed record DmnRuleMatch(
    int Number, string? Id, IReadOnlyList<string> Conditions, FeelValue Output, IReadOnlyDictionary<string, string> Annotations, string? Description);

/// <summary>How a table treats rules that match together (DMN 1.5 §8.2.8).</summary>
public enum DmnHitPolicy
{
    /// <summary>U: at most one rule matches; several are an error and give null.</summary>
    Unique,
    /// <summary>A: several rules may match if they give the same; else null.</summary>
    Any,
    /// <summary>P: the matching rule whose output stands first in the output values.</summary>
    Priority,
    /// <summary>F: the first matching rule of the table.</summary>
    First,
    /// <summary>C: all outputs as a list in no particular order, or their sum, count, least or greatest.</summary>
    Collect,
    /// <summary>R: all outputs in the order of the rules.</summary>
    RuleOrder,
    /// <summary>O: all outputs in the order of the output values.</summary>
    OutputOrder,
}

/// <summary>What COLLECT makes of its outputs (DMN 1.5 §8.2.8).</summary>
public enum DmnAggregation
{
    /// <summary>A list.</summary>
    None,
    /// <summary>C+: their sum.</summary>
    Sum,
    /// <summary>C#: how many there are.</summary>
    Count,
    /// <summary>C&lt;: the least.</summary>
    Min,
    /// <summary>C&gt;: the greatest.</summary>
    Max,
}
