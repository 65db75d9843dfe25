namespace HaiDang.Feel;

/// <summary>A FEEL expression, compiled once. Thread-safe; evaluation is pure and never throws for what an expression says.</summary>
public sealed class FeelExpression
{
    private readonly Reader reader;
    private readonly Node root;
    private readonly LineMap lines;

    private FeelExpression(string text, Reader reader, Node root)
    {
        (Text, this.reader, this.root) = (text, reader, root);
        lines = new LineMap(text);
        (Names, PossibleNames) = reader.FreeNames();
    }

    /// <summary>
    /// Reads an expression. <paramref name="names"/> are the names in scope that hold spaces or operators
    /// (<c>"Monthly income"</c>), of variables as of entries of contexts; simple names need not be given, nor need names whose
    /// parts are parted by spaces alone and are no keywords.
    /// </summary>
    public static FeelParse<FeelExpression> Parse(string text, IEnumerable<string>? names = null)
    {
        var reader = new Reader(text, names);
        var root = reader.ReadExpression();
        return root is null ? new(null, reader.Diagnostics) : new(new(text, reader, root), reader.Diagnostics);
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The names that the expression takes from its scope, as paths (<c>applicant.name</c>), each once, sorted by code point.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The names that stand in filters (<c>list[price &gt; limit]</c>), where each may be an entry of the items or a name of the
    /// scope: as paths, each once, sorted. What is certainly taken from the scope is in <see cref="Names"/>.
    /// </summary>
    public IReadOnlyList<string> PossibleNames { get; }

    /// <summary>
    /// The value in a scope. What fails gives null and, when <paramref name="notes"/> is given, a located reason there.
    /// </summary>
    public FeelValue Evaluate(FeelScope scope, ICollection<FeelDiagnostic>? notes = null)
    {
        var frame = new Frame(scope, notes, lines, reader.SlotCount);
        return frame.HasStack(0) ? frame.Finish(root.Eval(frame)) : default;
    }
}
