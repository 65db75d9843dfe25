namespace HaiDang.Feel.Reading;

/// <summary>Expressions that bring names into scope, and if (grammar rules 42 to 46, 55 and 57).</summary>
internal sealed partial class Reader
{
    private Node If()
    {
        var place = Now.Start;
        at++;
        var test = Expression();
        ExpectWord("then");
        var then = Expression();
        ExpectWord("else");
        var otherwise = Expression();
        return Over(new Conditional(test, then, otherwise) { At = place }, test, then, otherwise);
    }

    private Node ForLoop()
    {
        var place = Now.Start;
        at++;
        var inner = Enter();
        var iterators = Iterators();
        ExpectWord("return");
        var partial = inner.Slots.ContainsKey("partial") ? -1 : Declare("partial");
        var body = Expression();
        Leave();
        return Over(new For([.. iterators], inner.Used.Contains("partial") ? partial : -1, body) { At = place }, [body, .. Parts(iterators)]);
    }

    private Node Quantifier()
    {
        var place = Now.Start;
        var some = Now.Text == "some";
        at++;
        Enter();
        var iterators = Iterators();
        ExpectWord("satisfies");
        var body = Expression();
        Leave();
        return Over(new Quantified(some, [.. iterators], body) { At = place }, [body, .. Parts(iterators)]);
    }

    private List<Iterator> Iterators()
    {
        var iterators = new List<Iterator>();
        do
        {
            var name = Declared("in");
            ExpectWord("in");
            var source = Expression();
            var end = Take("..") ? Expression() : null;
            iterators.Add(new(Declare(name), source, end));
        }
        while (Take(","));
        return iterators;
    }

    private static IEnumerable<Node> Parts(List<Iterator> iterators) =>
        iterators.SelectMany(i => i.End is null ? (Node[])[i.Source] : [i.Source, i.End]);

    private Node Function()
    {
        var place = Now.Start;
        at += 2;
        Enter();
        var names = new List<string>();
        var types = new List<FeelType>();
        var slots = new List<int>();
        if (!Take(")"))
        {
            do
            {
                names.Add(Declared(":", ",", ")"));
                types.Add(Take(":") ? Type() : FeelType.Any);
                slots.Add(Declare(names[^1]));
            }
            while (Take(","));
            Expect(")");
        }
        var external = TakeWord("external");
        var body = Expression();
        Leave();
        return Over(new FunctionLiteral([.. names], [.. types], [.. slots], external ? null : body) { At = place }, body);
    }

    private Node ContextOf()
    {
        var place = Now.Start;
        at++;
        Enter();
        var names = new List<string>();
        var slots = new List<int>();
        var values = new List<Node>();
        if (!Take("}"))
        {
            do
            {
                var name = Now.Kind == TokenKind.String ? tokens[at++].Text : Declared(":");
                if (names.Contains(name) && !Failed)
                {
                    at--;
                    Fail(Says.DuplicateName, name);
                }
                Expect(":");
                names.Add(name);
                // only a function sees its own name, so that it can call itself
                var recursive = Now.IsWord("function") && tokens[at + 1].Is("(");
                var slot = recursive ? Declare(name) : -1;
                values.Add(Expression());
                slots.Add(recursive ? slot : Declare(name));
                memberNames.Add(name);
            }
            while (Take(","));
            Expect("}");
        }
        Leave();
        return Over(new ContextLiteral([.. names], [.. slots], [.. values]) { At = place }, [.. values]);
    }
}
