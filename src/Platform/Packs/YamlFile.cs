using HaiDang.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HaiDang.Platform.Packs;

/// <summary>Reads a YAML file of a city folder into <see cref="YamlMap"/>s that remember their lines.</summary>
public static class YamlFile
{
    private const int MostDepth = 40;

    public static YamlMap? Read(PackFile file, PackProblems problems)
    {
        if (file.Text(problems) is not { } text) return null;
        return Read(text, file.Shown, problems);
    }

    public static YamlMap? Read(string text, string shown, PackProblems problems)
    {
        try
        {
            if (TooDeepOrAliased(text, out var line))
            {
                problems.Add(shown, line, "cấu trúc lồng quá sâu hoặc dùng bí danh (&, *)", "nested too deeply, or uses aliases (&, *)",
                    "viết phẳng hơn, không dùng bí danh", "write it flatter and without aliases");
                return null;
            }
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return new YamlMap(root, shown, problems);
            problems.Add(shown, 1, "tệp phải là một bảng 'khóa: giá trị'", "the file must be one map of 'key: value'",
                "bắt đầu tệp bằng các dòng 'khóa: giá trị'", "begin the file with lines 'key: value'");
        }
        catch (YamlException error)
        {
            problems.Add(shown, (int)error.Start.Line, $"không đọc được YAML: {error.Message}", $"cannot be read as YAML: {error.Message}",
                "kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc ở dòng này", "check indentation, colons and quotes on this line");
        }
        return null;
    }

    private static bool TooDeepOrAliased(string text, out int line)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        line = 1;
        while (MoveNext(parser, line))
        {
            line = (int)parser.Current!.Start.Line;
            depth += parser.Current!.NestingIncrease;
            if (depth > MostDepth || parser.Current is YamlDotNet.Core.Events.AnchorAlias) return true;
        }
        return false;
    }

    /// <summary>On some brackets that do not close, the scanner fails in another way than on all other faults.</summary>
    private static bool MoveNext(Parser parser, int line)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException)
        {
            var here = new Mark(0, line, 1);
            throw new SyntaxErrorException(here, here, "a bracket is not closed");
        }
    }
}

/// <summary>
/// A map of a YAML file. Reading a key marks it as known; <see cref="NoMore"/> then names every key that nobody reads, so
/// that a slip of the pen is not silently ignored.
/// </summary>
public sealed class YamlMap(YamlMappingNode node, string file, PackProblems problems)
{
    private readonly HashSet<string> known = [];

    public int Line => (int)node.Start.Line;
    public string File => file;
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public bool Has(string key) => Node(key) is not null;

    public int LineOf(string key) => (int)(Node(key)?.Start.Line ?? node.Start.Line);

    public string? OptionalText(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } value } => value,
        var other => Wrong<string>(other, key, "một dòng chữ", "a line of text"),
    };

    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    /// <summary>Either <c>{vi: …, en: …}</c> or a Vietnamese text whose English stands in a file of texts.</summary>
    public LocalText? OptionalLocal(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } value } => new LocalText(value, value),
        YamlMappingNode map => new YamlMap(map, file, problems) is var m ? new LocalText(m.Text("vi"), m.Text("en")) : null,
        var other => Wrong<LocalText>(other, key, "{vi: …, en: …}", "{vi: …, en: …}"),
    };

    public LocalText Local(string key) => OptionalLocal(key) ?? Missing(key, new LocalText("", ""));

    public bool? OptionalBool(string key) => OptionalText(key) is not { } text ? null
        : bool.TryParse(text, out var value) ? value : Wrong<bool?>(Node(key)!, key, "true hoặc false", "true or false");

    public YamlMap? OptionalMap(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(map, file, problems),
        var other => Wrong<YamlMap>(other, key, "một bảng 'khóa: giá trị'", "a map of 'key: value'"),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Items(key, n => n is YamlMappingNode map ? new YamlMap(map, file, problems) : null, "một danh sách các bảng", "a list of maps");

    public IReadOnlyList<string> Texts(string key) => Node(key) is YamlScalarNode { Value: { Length: > 0 } one }
        ? [one]
        : Items(key, n => (n as YamlScalarNode)?.Value, "một danh sách dòng chữ", "a list of texts");

    /// <summary>The value as JSON: scalars by their YAML kind, dates as text.</summary>
    public System.Text.Json.Nodes.JsonNode? Json(string key) => YamlJson.Of(Node(key));

    public System.Text.Json.Nodes.JsonObject WholeJson()
    {
        foreach (var key in Keys) known.Add(key);
        return YamlJson.Of(node)!.AsObject();
    }

    /// <summary>Says that every key read so far is all there may be.</summary>
    public void NoMore()
    {
        foreach (var (key, _) in node.Children)
            if (key is YamlScalarNode { Value: { } name } && !known.Contains(name))
                problems.Add(file, (int)key.Start.Line, $"không hiểu khóa '{name}'", $"the key '{name}' is not known",
                    $"xóa khóa này hoặc dùng một trong: {string.Join(", ", known.Order())}", $"remove it or use one of: {string.Join(", ", known.Order())}");
    }

    public void Problem(string key, string vi, string en, string remedyVi, string remedyEn) =>
        problems.Add(file, LineOf(key), vi, en, remedyVi, remedyEn);

    private YamlNode? Node(string key)
    {
        known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is not YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } ? value : null;
    }

    private IReadOnlyList<T> Items<T>(string key, Func<YamlNode, T?> read, string vi, string en) where T : class
    {
        if (Node(key) is not { } found) return [];
        if (found is not YamlSequenceNode list) return Wrong<T[]>(found, key, vi, en) ?? [];
        var items = new List<T>();
        foreach (var item in list)
            if (read(item) is { } value) items.Add(value);
            else Wrong<T>(item, key, vi, en);
        return items;
    }

    private T? Wrong<T>(YamlNode at, string key, string vi, string en)
    {
        problems.Add(file, (int)at.Start.Line, $"'{key}' có dạng không đúng", $"'{key}' has the wrong shape", $"viết {vi}", $"write {en}");
        return default;
    }

    private T Missing<T>(string key, T instead)
    {
        problems.Add(file, Line, $"thiếu khóa '{key}'", $"the key '{key}' is missing", $"thêm dòng '{key}: …'", $"add a line '{key}: …'");
        return instead;
    }
}
