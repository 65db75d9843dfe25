using System.Text.RegularExpressions;

namespace HaiDang.Documents.Template;

/// <summary>A value of a head: its key as a path (<c>signatures.1.role</c>), what was written, and where that begins.</summary>
internal sealed record FrontMatterEntry(string Key, string Value, int Offset);

/// <summary>
/// The optional head of a template, between two lines of three dashes: lines <c>key: value</c>, or <c>key:</c> followed by indented
/// items <c>- value</c> or <c>- {key: value, key: value}</c>. Values may stand in quotes and may hold <c>{{ }}</c>. Its structure is read
/// before anything is filled in, so data cannot change it. Empty lines and lines that begin with <c>#</c> say nothing.
/// </summary>
internal sealed partial class FrontMatter
{
    private readonly List<FrontMatterEntry> entries = [];

    /// <summary>Values in order of writing; items of lists carry their number, from 1, in the key.</summary>
    public IReadOnlyList<FrontMatterEntry> Entries => entries;

    /// <summary>Where the content of the template begins.</summary>
    public int End { get; private set; }

    public static FrontMatter Read(SourceText source, ICollection<DocumentDiagnostic> problems)
    {
        var text = source.Text;
        var head = new FrontMatter { End = text.StartsWith('\uFEFF') ? 1 : 0 };
        var start = head.End;
        var line = NextLine(text, start);
        if (text[start..line].TrimEnd() != "---") return head;
        var list = "";
        var strange = new List<DocumentDiagnostic>();
        var items = 0;
        while (line < text.Length)
        {
            var next = NextLine(text, line);
            var content = text[line..next].TrimEnd();
            if (content == "---")
            {
                head.End = next;
                foreach (var problem in strange) problems.Add(problem);
                return head;
            }
            if (Entry().Match(content) is { Success: true } entry)
            {
                (list, items) = (entry.Groups["key"].Value, 0);
                if (entry.Groups["value"].Length > 0) head.Add(list, entry.Groups["value"].Value, line + entry.Groups["value"].Index);
            }
            else if (list.Length > 0 && Item().Match(content) is { Success: true } item)
            {
                head.AddItem($"{list}.{++items}", item.Groups["value"].Value, line + item.Groups["value"].Index);
            }
            else if (content.Trim().Length > 0 && !content.TrimStart().StartsWith('#'))
            {
                strange.Add(source.At(line, "document.front-matter",
                    "Phần đầu chỉ gồm các dòng “khóa: giá trị” và các mục “- giá trị” lùi vào dưới một khóa.",
                    "The head holds lines “key: value” and indented items “- value” below a key only."));
            }
            line = next;
        }
        problems.Add(source.At(start, "document.unclosed-front-matter", "Phần đầu chưa được đóng bằng dòng “---”.", "The head is not closed by a line “---”."));
        head.End = text.Length;
        return head;
    }

    private void AddItem(string key, string value, int offset)
    {
        var isMap = value is ['{', not '{', .., '}'];
        if (!isMap)
        {
            Add(key, value, offset);
            return;
        }
        foreach (var (part, at) in Parts(value))
        {
            if (Pair().Match(part) is { Success: true } pair) Add($"{key}.{pair.Groups["key"].Value}", pair.Groups["value"].Value, offset + at + pair.Groups["value"].Index);
        }
    }

    private void Add(string key, string value, int offset)
    {
        var quoted = value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0];
        entries.Add(quoted ? new FrontMatterEntry(key, value[1..^1], offset + 1) : new FrontMatterEntry(key, value, offset));
    }

    /// <summary>The pairs of <c>{a: b, c: d}</c>: commas in quotes and in inner braces part nothing.</summary>
    private static IEnumerable<(string Part, int Offset)> Parts(string map)
    {
        var (start, depth, quote) = (1, 0, '\0');
        for (var i = 1; i < map.Length; i++)
        {
            var c = map[i];
            if (quote != '\0') quote = c == quote && depth == 0 ? '\0' : quote;
            if (c == '{') depth++;
            else if (c == '}' && depth > 0) depth--;
            else if (quote == '\0' && c is '"' or '\'' && depth == 0 && map[..i].TrimEnd().EndsWith(':')) quote = c;
            else if (quote == '\0' && depth == 0 && c is ',' or '}' && (c == ',' || i == map.Length - 1))
            {
                yield return (map[start..i], start);
                start = i + 1;
            }
        }
    }

    private static int NextLine(string text, int from) => text.IndexOf('\n', from) is var feed && feed < 0 ? text.Length : feed + 1;

    [GeneratedRegex(@"^(?<key>[A-Za-z][A-Za-z0-9_-]*)\s*:(\s+(?<value>\S.*)|\s*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s+-\s+(?<value>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*(?<key>[A-Za-z][A-Za-z0-9_-]*)\s*:\s*(?<value>.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
