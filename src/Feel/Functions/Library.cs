namespace HaiDang.Feel.Functions;

/// <summary>All built-in functions by name, and their names of several words.</summary>
internal sealed class Library
{
    private readonly Dictionary<string, List<Signature>> signatures = new(StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, Builtin> Functions { get; } = Build();

    internal static NameTable LongNames { get; } = Names();

    /// <summary>
    /// Adds a signature, written as in the standard: <c>substring(string: string, start position: number, length?: number)</c>.
    /// A question mark makes a parameter optional, three points let the last be given any number of times; without a type it is Any.
    /// </summary>
    internal void Add(string signature, BuiltinBody body)
    {
        var open = signature.IndexOf('(');
        var name = signature[..open];
        var parameters = new List<(string, FeelType)>();
        var required = 0;
        var variadic = false;
        foreach (var part in signature[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':');
            var parameter = colon < 0 ? part : part[..colon];
            var type = colon < 0 ? "Any" : part[(colon + 1)..].Trim();
            variadic = parameter.EndsWith("...", StringComparison.Ordinal);
            required += parameter.EndsWith('?') ? 0 : 1;
            parameters.Add((parameter.TrimEnd('?', '.'), TypeOf(type)));
        }
        if (!signatures.TryGetValue(name, out var list))
        {
            signatures[name] = list = [];
        }
        list.Add(new([.. parameters], required, variadic, body));
    }

    private static FeelType TypeOf(string name) => name switch
    {
        "list" => FeelType.ListOf(FeelType.Any),
        "range" => FeelType.RangeOf(FeelType.Any),
        "context" => FeelType.ContextOf([]),
        "function" => FeelType.AnyFunction,
        _ => FeelType.Called(name),
    };

    private static Dictionary<string, Builtin> Build()
    {
        var library = new Library();
        Strings.AddTo(library);
        Numbers.AddTo(library);
        Lists.AddTo(library);
        Contexts.AddTo(library);
        Ranges.AddTo(library);
        Temporal.AddTo(library);
        Conversions.AddTo(library);
        return library.signatures.ToDictionary(s => s.Key, s => new Builtin(s.Key, [.. s.Value]), StringComparer.Ordinal);
    }

    private static NameTable Names()
    {
        var table = new NameTable();
        foreach (var name in Functions.Keys)
        {
            table.Add(name);
        }
        return table;
    }
}
