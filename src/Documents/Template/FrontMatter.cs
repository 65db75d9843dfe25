using System.Text.RegularExpressions;

namespace HaiDang.Documents.Template;

/// <summary>A value of a head: its key, what was written, and where that begins. Items of a list share their key.</summary>
internal sealed record FrontMatterEntry(string Key, string Value, int Offset);

/// <summary>
/// The optional head of a template, between two lines of three dashes: lines <c>key: value</c>, or <c>key:</c> followed by indented
/// items <c>- value</c>. Values may stand in quotes and may hold <c>{{ }}</c>. Its structure is read before anything is filled in, so data
/// cannot change it. Empty lines and lines that begin with <c>#</c> say nothing.
/// </summary>
internal sealed partial class FrontMatter
{
    private readonly List<FrontMatterEntry> entries = [];

    /// <summary>Values in order of writing.</summary>
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
        var found = new List<DocumentDiagnostic>();
        var keys = new HashSet<string>();
        string? list = null;
        while (line < text.Length)
        {
            var next = NextLine(text, line);
            var content = text[line..next].TrimEnd();
            if (content == "---")
            {
                head.End = next;
                foreach (var problem in found) problems.Add(problem);
                return head;
            }
            if (Entry().Match(content) is { Success: true } entry)
            {
                var (key, value) = (entry.Groups["key"].Value, entry.Groups["value"]);
                if (!keys.Add(key)) found.Add(source.At(line, "document.repeated-key", $"Khóa “{key}” đã có ở trên.", $"The key “{key}” stands above already."));
                list = value.Length == 0 ? key : null;
                if (list is null) head.Add(key, value.Value, line + value.Index);
            }
            else if (list is not null && Item().Match(content) is { Success: true } item)
            {
                head.Add(list, item.Groups["value"].Value, line + item.Groups["value"].Index);
            }
            else if (content.Trim().Length > 0 && !content.TrimStart().StartsWith('#'))
            {
                found.Add(source.At(line, "document.front-matter",
                    "Phần đầu chỉ gồm các dòng “khóa: giá trị” và các mục “- giá trị” lùi vào dưới một khóa.",
                    "The head holds lines “key: value” and indented items “- value” below a key only."));
            }
            line = next;
        }
        problems.Add(source.At(start, "document.unclosed-front-matter", "Phần đầu chưa được đóng bằng dòng “---”.", "The head is not closed by a line “---”."));
        head.End = text.Length;
        return head;
    }

    private void Add(string key, string value, int offset)
    {
        var quoted = value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0];
        entries.Add(quoted ? new FrontMatterEntry(key, value[1..^1], offset + 1) : new FrontMatterEntry(key, value, offset));
    }

    private static int NextLine(string text, int from) => text.IndexOf('\n', from) is var feed && feed < 0 ? text.Length : feed + 1;

    [GeneratedRegex(@"^(?<key>[A-Za-z][A-Za-z0-9_-]*)\s*:(\s+(?<value>\S.*)|\s*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s+-\s+(?<value>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
