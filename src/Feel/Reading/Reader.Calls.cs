namespace HaiDang.Feel.Reading;

/// <summary>Calls and types (grammar rules 38 to 43 and 52).</summary>
internal sealed partial class Reader
{
    private Node CallOf(Node function, int place)
    {
        var (arguments, names) = Arguments();
        return Over(new ValueCall(function, arguments, names) { At = place }, [function, .. arguments]);
    }

    private Node BuiltinCallOf(Builtin function, int place)
    {
        var (arguments, names) = Arguments();
        return Fold(function, arguments, Over(new BuiltinCall(function, arguments, names) { At = place }, arguments));
    }

    /// <summary>Reads arguments in parentheses, all named or none.</summary>
    private (Node[] Arguments, string[]? Names) Arguments()
    {
        at++;
        var arguments = new List<Node>();
        List<string>? names = null;
        var was = endpoint;
        endpoint = false;
        if (!Take(")"))
        {
            do
            {
                if (NamedAhead())
                {
                    var name = Declared(":");
                    if (names?.Contains(name) == true && !Failed)
                    {
                        at--;
                        Fail(Says.DuplicateName, name);
                    }
                    (names ??= []).Add(name);
                    Expect(":");
                }
                arguments.Add(Expression());
            }
            while (Take(","));
            Expect(")");
        }
        endpoint = was;
        if (names is not null && names.Count != arguments.Count)
        {
            Unexpected(Needed.AllNames);
        }
        return ([.. arguments], names?.ToArray());
    }

    /// <summary>A pure function of constants is a constant, unless it fails: then it says so each time.</summary>
    private static Node Fold(Builtin function, Node[] arguments, Node call)
    {
        if (!function.Pure || call is not BuiltinCall || !Array.TrueForAll(arguments, a => a is Constant))
        {
            return call;
        }
        var frame = new Frame(folding, null, LineMap.Empty, 0);
        var value = call.Eval(frame);
        return frame.Over || value.IsNull || value.Kind is FeelKind.List or FeelKind.Context ? call : new Constant(value) { At = call.At };
    }

    private static readonly FeelScope folding = new(default) { Limits = new() { Steps = 1_000 } };

    private bool NamedAhead()
    {
        for (var i = at; i < tokens.Count && i - at < 100; i++)
        {
            if (tokens[i].Is(":"))
            {
                return i > at;
            }
            if (tokens[i].Kind is not (TokenKind.Name or TokenKind.Number) && !(tokens[i].Kind == TokenKind.Sign && tokens[i].Text is "." or "/" or "-" or "'" or "’" or "+" or "*"))
            {
                return false;
            }
        }
        return false;
    }

    private FeelType Type()
    {
        if (nesting >= FeelLimits.Nesting)
        {
            Fail(Says.TooDeep, FeelLimits.Nesting.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return FeelType.Any;
        }
        nesting++;
        var type = TypeHere();
        nesting--;
        return type;
    }

    private FeelType TypeHere()
    {
        if (Now.Kind != TokenKind.Name)
        {
            Unexpected(Needed.Type);
            return FeelType.Any;
        }
        var start = Now;
        if (tokens[at + 1].Is("<"))
        {
            switch (start.Text)
            {
                case "list" or "range":
                    at += 2;
                    var element = Type();
                    Expect(">");
                    return start.Text == "list" ? FeelType.ListOf(element) : FeelType.RangeOf(element);
                case "context":
                    at += 2;
                    var entries = new List<KeyValuePair<string, FeelType>>();
                    do
                    {
                        var name = Declared(":");
                        Expect(":");
                        entries.Add(new(name, Type()));
                    }
                    while (Take(","));
                    Expect(">");
                    return FeelType.ContextOf(entries);
                case "function":
                    at += 2;
                    var parameters = new List<FeelType>();
                    if (!Now.Is(">"))
                    {
                        do
                        {
                            parameters.Add(Type());
                        }
                        while (Take(","));
                    }
                    Expect(">");
                    Expect("->");
                    return FeelType.FunctionOf(parameters, Type());
            }
        }
        foreach (var name in longTypes)
        {
            if (IsHere(name))
            {
                at += name.Length;
                return FeelType.Called(string.Join(' ', name));
            }
        }
        at++;
        while ((Now.Kind == TokenKind.Name && !Names.EndsName(Now) && !Now.IsWord("external")) || (Now.Is(".") && tokens[at + 1].Kind == TokenKind.Name))
        {
            at++;
        }
        return FeelType.Called(Names.Collapse(text.AsSpan(start.Start, tokens[at - 1].End - start.Start)));
    }

    private static readonly string[][] longTypes =
    [
        ["date", "and", "time"],
        ["days", "and", "time", "duration"],
        ["years", "and", "months", "duration"],
    ];

    private bool IsHere(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (at + i >= tokens.Count || !tokens[at + i].IsWord(words[i]))
            {
                return false;
            }
        }
        return true;
    }
}
