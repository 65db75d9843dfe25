namespace HaiDang.Feel.Reading;

/// <summary>
/// Reads FEEL into nodes that can be evaluated. Names are resolved while reading, because what a name is depends on the names in
/// scope. The first problem ends the reading: the position then jumps to the end, where every loop stops.
/// </summary>
internal sealed partial class Reader
{
    private readonly string text;
    private readonly List<Token> tokens;
    private readonly List<FeelDiagnostic> diagnostics = [];
    private readonly NameTable scopeNames = new();
    private readonly NameTable memberNames = new();
    private readonly List<FreePath> free = [];
    private readonly HashSet<string> scopeKnows = new(StringComparer.Ordinal);
    private NameScope? scope;
    private int at;
    private int nesting;

    internal Reader(string text, IEnumerable<string>? names)
    {
        this.text = text;
        if (text.Length > FeelLimits.TextLength)
        {
            diagnostics.Add(Says.TooLongText.At(1, 1, FeelLimits.TextLength.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            tokens = [new(TokenKind.End, "", 0, 0)];
            return;
        }
        var lexer = new Lexer(text);
        tokens = lexer.Read();
        if (lexer.Problem is { } problem)
        {
            diagnostics.Add(problem);
            at = tokens.Count - 1;
        }
        foreach (var name in names ?? [])
        {
            scopeKnows.Add(name);
            scopeNames.Add(name);
            memberNames.Add(name);
        }
    }

    internal IReadOnlyList<FeelDiagnostic> Diagnostics => diagnostics;

    internal int SlotCount { get; private set; }

    private Token Now => tokens[at];

    private bool AtEnd => Now.Kind == TokenKind.End;

    private bool Failed => diagnostics.Count > 0;

    /// <summary>Reads the whole text as one expression; null with diagnostics when it is none.</summary>
    internal Node? ReadExpression()
    {
        if (!Failed && AtEnd)
        {
            Fail(Says.Empty);
        }
        var node = Expression();
        ExpectEnd();
        return Failed ? null : node;
    }

    /// <summary>Reads the whole text as unary tests (grammar rules 7 to 17).</summary>
    internal UnaryTestList? ReadUnaryTests(out bool any, out bool negated)
    {
        (any, negated) = (false, false);
        if (!Failed && AtEnd)
        {
            Fail(Says.Empty);
        }
        if (Now.Is("-") && tokens[at + 1].Kind == TokenKind.End)
        {
            any = true;
            return new([], -1);
        }
        if (Now.IsWord("not") && tokens[at + 1].Is("(") && ClosesAtEnd(at + 1))
        {
            negated = true;
            at += 2;
        }
        var tests = Tests();
        if (negated)
        {
            Expect(")");
        }
        ExpectEnd();
        return Failed ? null : tests;
    }

    /// <summary>Reads the whole text as a type (grammar rule 52).</summary>
    internal FeelType? ReadType()
    {
        var type = Type();
        ExpectEnd();
        return Failed ? null : type;
    }

    /// <summary>The names taken from the scope for certain, and those that may be entries of filtered items; each sorted.</summary>
    internal (IReadOnlyList<string> Certain, IReadOnlyList<string> Possible) FreeNames()
    {
        var certain = free.Where(p => !p.Possible).Select(p => p.Path).Distinct().Order(StringComparer.Ordinal).ToArray();
        var possible = free.Where(p => p.Possible).Select(p => p.Path).Distinct().Except(certain).Order(StringComparer.Ordinal).ToArray();
        return (certain, possible);
    }

    private bool ClosesAtEnd(int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].Is("(") ? 1 : tokens[i].Is(")") ? -1 : 0;
            if (depth == 0)
            {
                return tokens[i + 1].Kind == TokenKind.End;
            }
        }
        return false;
    }

    private static readonly Constant nothing = new(default);

    /// <summary>Notes the first problem and ends the reading.</summary>
    private Node Fail(Saying saying, params string[] places)
    {
        if (!Failed)
        {
            var (line, column) = new LineMap(text).Place(Now.Start);
            diagnostics.Add(saying.At(line, column, places));
        }
        at = tokens.Count - 1;
        return nothing;
    }

    private Node Unexpected(Needed needed)
    {
        if (!Failed)
        {
            var (line, column) = new LineMap(text).Place(Now.Start);
            var found = AtEnd ? "" : text[Now.Start..Math.Min(Now.End, Now.Start + 40)];
            diagnostics.Add((AtEnd ? Says.UnexpectedEnd : Says.Unexpected).At(line, column, [needed.Vi, found], [needed.En, found]));
        }
        at = tokens.Count - 1;
        return nothing;
    }

    private void ExpectEnd()
    {
        if (!AtEnd)
        {
            Unexpected(Needed.End);
        }
    }

    private bool Take(string sign)
    {
        if (!Now.Is(sign))
        {
            return false;
        }
        at++;
        return true;
    }

    private bool TakeWord(string word)
    {
        if (!Now.IsWord(word))
        {
            return false;
        }
        at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            Unexpected(Needed.Sign(sign));
        }
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word))
        {
            Unexpected(Needed.Sign(word));
        }
    }

    /// <summary>Sets the depth of a node over its parts; too deep a nest is a problem.</summary>
    private Node Over(Node node, params ReadOnlySpan<Node> parts)
    {
        foreach (var part in parts)
        {
            node.Depth = Math.Max(node.Depth, part.Depth + 1);
            node.Size += part.Size;
        }
        return node.Depth > FeelLimits.Nesting * 2 ? Fail(Says.TooDeep, FeelLimits.Nesting.ToString(System.Globalization.CultureInfo.InvariantCulture)) : node;
    }

    private int NewSlot() => SlotCount++;
}
