namespace HaiDang.Feel;

/// <summary>A list of unary tests (a cell of a decision table), compiled once. Thread-safe.</summary>
public sealed class FeelUnaryTests
{
    private readonly Reader reader;
    private readonly UnaryTestList tests;
    private readonly bool negated;
    private readonly LineMap lines;

    private FeelUnaryTests(string text, Reader reader, UnaryTestList tests, bool negated)
    {
        (Text, this.reader, this.tests, this.negated) = (text, reader, tests, negated);
        lines = new LineMap(text);
        (Names, PossibleNames) = reader.FreeNames();
    }

    /// <summary>Reads unary tests: <c>-</c>, <c>&lt; 5</c>, <c>"a","b"</c>, <c>[1..10]</c>, <c>not(…)</c>, or an expression that uses <c>?</c>.</summary>
    public static FeelParse<FeelUnaryTests> Parse(string text, IEnumerable<string>? names = null)
    {
        var reader = new Reader(text, names);
        return reader.ReadUnaryTests(out var any, out var negated) is { } tests
            ? new(new(text, reader, tests, negated) { IsAny = any }, reader.Diagnostics)
            : new(null, reader.Diagnostics);
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether every input passes, as <c>-</c> says.</summary>
    public bool IsAny { get; private init; }

    /// <summary>The names taken from the scope, as in <see cref="FeelExpression.Names"/>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names that stand in filters, as in <see cref="FeelExpression.PossibleNames"/>.</summary>
    public IReadOnlyList<string> PossibleNames { get; }

    /// <summary>Whether the input passes: true, false, or null where that cannot be told.</summary>
    public bool? Test(FeelValue input, FeelScope scope, ICollection<FeelDiagnostic>? notes = null)
    {
        if (IsAny)
        {
            return true;
        }
        var frame = new Frame(scope, notes, lines, reader.SlotCount);
        bool? passes = frame.HasStack(0) ? tests.Passes(frame, input) : null;
        return frame.Over ? null : negated ? !passes : passes;
    }
}
