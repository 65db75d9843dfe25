using System.Runtime.CompilerServices;

namespace HaiDang.Feel.Reading;

/// <summary>Operators, from the loosest to the tightest (grammar rules 1 to 6 and 41 to 51).</summary>
internal sealed partial class Reader
{
    private const int Additive = 4;

    /// <summary>Reads any expression, which may be a range with one end: <c>&lt; 10</c> (rules 2 and 7.a).</summary>
    private Node Expression() => Nested(() => Now.Kind == TokenKind.Sign && Now.Text is "<" or "<=" or ">" or ">="
        ? ComparisonRange(RelationHere()!.Value)
        : Operation(1));

    /// <summary>Reads something that may hold more of its kind, unless it lies too deep.</summary>
    private Node Nested(Func<Node> read)
    {
        if (nesting >= FeelLimits.Nesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Fail(Says.TooDeep, FeelLimits.Nesting.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        nesting++;
        var node = read();
        nesting--;
        return node;
    }

    /// <summary>Reads operators of a rank and tighter: 1 or, 2 and, 3 comparisons, 4 + −, 5 * /, 6 **.</summary>
    private Node Operation(int rank)
    {
        if (rank > 6)
        {
            return Unary();
        }
        var left = Operation(rank + 1);
        return rank switch
        {
            1 => Junctions(left, "or", any: true, rank),
            2 => Junctions(left, "and", any: false, rank),
            3 => Comparisons(left),
            _ => Chains(left, rank),
        };
    }

    private Node Junctions(Node left, string word, bool any, int rank)
    {
        if (!Now.IsWord(word))
        {
            return left;
        }
        var parts = new List<Node> { left };
        while (TakeWord(word))
        {
            parts.Add(Operation(rank + 1));
        }
        return Over(new Junction(any, [.. parts]) { At = left.At }, [.. parts]);
    }

    private Node Chains(Node left, int rank)
    {
        List<(char, Node)>? rest = null;
        while (Sign(rank) is { } sign)
        {
            at++;
            (rest ??= []).Add((sign, Operation(rank + 1)));
        }
        return rest is null ? left : Over(new Chain(left, [.. rest]) { At = left.At }, [left, .. rest.Select(r => r.Item2)]);
    }

    private char? Sign(int rank) => Now.Kind != TokenKind.Sign ? null : (rank, Now.Text) switch
    {
        (4, "+") => '+',
        (4, "-") => '-',
        (5, "*") => '*',
        (5, "/") => '/',
        (6, "**") => '^',
        _ => null,
    };

    private Node Comparisons(Node left)
    {
        while (true)
        {
            var place = Now.Start;
            if (RelationHere() is { } relation)
            {
                at++;
                var right = Operation(Additive);
                left = Over(new Comparison(relation, left, right) { At = place }, left, right);
            }
            else if (TakeWord("between"))
            {
                var low = Operation(Additive);
                ExpectWord("and");
                var high = Operation(Additive);
                left = Over(new Between(left, low, high) { At = place }, left, low, high);
            }
            else if (TakeWord("in"))
            {
                left = InTests(left, place);
            }
            else
            {
                return left;
            }
        }
    }

    private Relation? RelationHere() => Now.Kind != TokenKind.Sign ? null : Now.Text switch
    {
        "=" => Relation.Equal,
        "!=" => Relation.NotEqual,
        "<" => Relation.Less,
        "<=" => Relation.LessOrEqual,
        ">" => Relation.Greater,
        ">=" => Relation.GreaterOrEqual,
        _ => null,
    };

    private Node Unary()
    {
        var place = Now.Start;
        if (!Now.Is("-"))
        {
            return Postfix(Primary());
        }
        at++;
        if (Now.Kind == TokenKind.Number)
        {
            return Postfix(Number("-"));
        }
        return Nested(() =>
        {
            var operand = Unary();
            return Over(new Negation(operand) { At = place }, operand);
        });
    }

    /// <summary>Reads what can follow an operand: paths, filters, calls and instance of.</summary>
    private Node Postfix(Node node)
    {
        while (true)
        {
            var place = Now.Start;
            if (Now.Is(".") && tokens[at + 1].Kind == TokenKind.Name)
            {
                at++;
                node = PathTo(node, Name(member: true), place);
            }
            else if (Now.Is("[") && !(endpoint && ClosesRange()))
            {
                node = FilterOf(node, place);
            }
            else if (Now.Is("("))
            {
                node = CallOf(node, place);
            }
            else if (Now.IsWord("instance") && tokens[at + 1].IsWord("of"))
            {
                at += 2;
                var type = Type();
                node = Over(new InstanceOf(node, type) { At = place }, node);
            }
            else
            {
                return node;
            }
        }
    }

    private Node PathTo(Node target, string name, int place)
    {
        FreePath? path = null;
        if (target.Free is { } begun)
        {
            // the path grows in place: applicant becomes applicant.name
            path = begun;
            path.Path += "." + name;
        }
        return Over(new Running.Path(target, name) { At = place, Free = path }, target);
    }

    private Node FilterOf(Node list, int place)
    {
        at++;
        var inner = Enter(NewSlot());
        inner.Slots["item"] = inner.ItemSlot;
        var wasEndpoint = (endpoint, endpoint = false).Item1;
        var condition = Expression();
        endpoint = wasEndpoint;
        Leave();
        Expect("]");
        return Over(new Filter(list, condition, inner.ItemSlot, inner.Used.Count > 0) { At = place }, list, condition);
    }

    private Node InTests(Node value, int place)
    {
        UnaryTestList tests;
        if (Now.Is("(") && !RangeAhead())
        {
            at++;
            tests = Tests();
            Expect(")");
        }
        else
        {
            tests = Tests(single: true);
        }
        var node = Over(new In(value, tests) { At = place }, value, testDepth);
        node.Size += testSize;
        return node;
    }

    /// <summary>The deepest of the tests read last, and the size of all: for the node above them.</summary>
    private Node testDepth = nothing;
    private int testSize;

    /// <summary>Reads tests between commas, in which <c>?</c> is the tested value.</summary>
    private UnaryTestList Tests(bool single = false)
    {
        var inner = Enter();
        var slot = NewSlot();
        inner.Slots["?"] = slot;
        var tests = new List<UnaryTest>();
        Node deepest = nothing;
        var size = 0;
        do
        {
            inner.Used.Remove("?");
            var node = RelationHere() is { } relation ? ComparisonRange(relation) : single ? Operation(Additive) : Expression();
            tests.Add(new(node, inner.Used.Contains("?")));
            deepest = node.Depth > deepest.Depth ? node : deepest;
            size += node.Size;
        }
        while (!single && Take(","));
        Leave();
        (testDepth, testSize) = (deepest, size);
        return new([.. tests], slot);
    }

    /// <summary>Reads <c>&lt; 5</c> as the range of all below 5.</summary>
    private Node ComparisonRange(Relation relation)
    {
        var place = Now.Start;
        at++;
        var end = Operation(Additive);
        var form = relation switch
        {
            Relation.Less => RangeForm.Less,
            Relation.LessOrEqual => RangeForm.LessOrEqual,
            Relation.Greater => RangeForm.Greater,
            Relation.GreaterOrEqual => RangeForm.GreaterOrEqual,
            Relation.NotEqual => RangeForm.NotEqual,
            _ => RangeForm.Equal,
        };
        return end is Constant known
            ? new Constant(FeelValue.Of(RangeValue.Comparison(form, known.Value))) { At = place }
            : Over(new RangeLiteral(form, end, false, nothing, false) { At = place }, end);
    }
}
