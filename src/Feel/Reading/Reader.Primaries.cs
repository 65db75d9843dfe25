namespace HaiDang.Feel.Reading;

/// <summary>Operands: literals, names and brackets.</summary>
internal sealed partial class Reader
{
    /// <summary>Whether the end of a range is being read, where <c>[</c> may close the range.</summary>
    private bool endpoint;

    private Node Primary()
    {
        var token = Now;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Number("");
            case TokenKind.String:
                at++;
                return new Constant(FeelValue.Of(token.Text)) { At = token.Start };
            case TokenKind.Name:
                return Word(token);
            case TokenKind.Sign:
                return Bracket(token);
            default:
                return Unexpected(Needed.Expression);
        }
    }

    private Node Number(string sign)
    {
        var token = Now;
        at++;
        if (Num.TryParse(sign + token.Text, out var number))
        {
            return new Constant(FeelValue.Of(number)) { At = token.Start };
        }
        at--;
        return Fail(Says.BadNumber, token.Text);
    }

    private Node Word(Token token)
    {
        if (token.Text is "true" or "false" or "null" && scopeNames.Match(tokens, at) is null)
        {
            at++;
            return new Constant(token.Text == "null" ? default : FeelValue.Of(token.Text == "true")) { At = token.Start };
        }
        switch (token.Text)
        {
            case "if":
                return Free(If);
            case "for":
                return Free(ForLoop);
            case "some" or "every":
                return Free(Quantifier);
            case "function" when tokens[at + 1].Is("("):
                return Free(Function);
        }
        if (Names.EndsName(token))
        {
            return Unexpected(Needed.Expression);
        }
        var name = Name(member: false);
        return Now.Is("(") && Library.Functions.TryGetValue(name, out var builtin) && !IsVariable(name)
            ? BuiltinCallOf(builtin, token.Start)
            : Resolve(name, token.Start);
    }

    /// <summary>Reads something in which <c>[</c> is never the end of a range around it.</summary>
    private Node Free(Func<Node> read)
    {
        var was = endpoint;
        endpoint = false;
        var node = Nested(read);
        endpoint = was;
        return node;
    }

    private Node Bracket(Token token)
    {
        switch (token.Text)
        {
            case "(":
                return Free(Parenthesis);
            case "[":
                return Free(ListOrRange);
            case "]":
                return Free(() =>
                {
                    at++;
                    return RangeFrom(Operation(Additive), false, token.Start);
                });
            case "{":
                return Free(ContextOf);
            case "@":
                return AtLiteral();
            default:
                return Unexpected(Needed.Expression);
        }
    }

    private Node Parenthesis()
    {
        var place = Now.Start;
        at++;
        if (RelationHere() is { } relation)
        {
            var range = ComparisonRange(relation);
            Expect(")");
            return range;
        }
        var node = Expression();
        if (Now.Is(".."))
        {
            return RangeFrom(node, false, place);
        }
        Expect(")");
        return node;
    }

    private Node ListOrRange()
    {
        var place = Now.Start;
        at++;
        var items = new List<Node>();
        if (Take("]"))
        {
            return new Constant(FeelValue.Of(ListValue.Empty)) { At = place };
        }
        do
        {
            items.Add(RelationHere() is { } relation ? ComparisonRange(relation) : Expression());
            if (items.Count == 1 && Now.Is(".."))
            {
                return RangeFrom(items[0], true, place);
            }
        }
        while (Take(","));
        Expect("]");
        return items.TrueForAll(i => i is Constant)
            ? new Constant(FeelValue.List(items.Select(i => ((Constant)i).Value))) { At = place }
            : Over(new ListLiteral([.. items]) { At = place }, [.. items]);
    }

    /// <summary>Reads a range from its two points on.</summary>
    private Node RangeFrom(Node start, bool included, int place)
    {
        Expect("..");
        endpoint = true;
        var end = Operation(Additive);
        endpoint = false;
        var endIncluded = Now.Is("]");
        if (!endIncluded && !Now.Is(")") && !Now.Is("["))
        {
            return Unexpected(Needed.RangeEnd);
        }
        at++;
        var range = new RangeLiteral(RangeForm.Between, start, included, end, endIncluded) { At = place };
        return start is Constant { Value: var a } && end is Constant { Value: var b } && Ordering.Compare(new Fuel(Fuel.OfHost), a, b) is not null
            ? new Constant(FeelValue.Of(new RangeValue(a, included, b, endIncluded))) { At = place }
            : Over(range, start, end);
    }

    /// <summary>Whether the bracket here ends a range such as <c>[1..5[</c>: nothing that begins an expression follows it.</summary>
    private bool ClosesRange()
    {
        var next = tokens[at + 1];
        return next.Kind switch
        {
            TokenKind.End => true,
            TokenKind.Sign => next.Text is not ("(" or "[" or "{" or "-" or "@"),
            TokenKind.Name => Names.EndsName(next),
            _ => false,
        };
    }

    /// <summary>Whether the parenthesis here opens a range: two points stand in it before it closes.</summary>
    private bool RangeAhead()
    {
        var depth = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Sign)
            {
                continue;
            }
            switch (tokens[i].Text)
            {
                case "(" or "{" or "[":
                    depth++;
                    break;
                case ")" or "}" or "]":
                    depth--;
                    break;
                case ".." when depth == 1:
                    return true;
                case "," when depth == 1:
                    return false;
            }
            if (depth == 0)
            {
                return false;
            }
        }
        return false;
    }

    private Node AtLiteral()
    {
        var place = Now.Start;
        at++;
        if (Now.Kind != TokenKind.String)
        {
            return Unexpected(Needed.Text);
        }
        var value = Temporal.Parse(Now.Text);
        if (value.IsNull)
        {
            return Fail(Says.BadLiteral, Now.Text);
        }
        at++;
        return new Constant(value) { At = place };
    }
}
