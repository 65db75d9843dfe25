using System.Text.RegularExpressions;

namespace HaiDang.Documents.Template;

/// <summary>Finds in the Markdown of a template what would be lost without a word.</summary>
internal static partial class MarkdownProblems
{
    public static IEnumerable<DocumentDiagnostic> Find(SourceText source, int from)
    {
        var open = new Stack<int>();
        foreach (Match fence in Fence().Matches(source.Text, from))
        {
            var name = fence.Groups["name"].Value;
            if (name.Length > 0)
            {
                open.Push(fence.Index);
                if (!MarkdownReader.Containers.Contains(name))
                {
                    yield return source.At(fence.Groups["name"].Index, "document.unknown-container",
                        $"Không có khối “::: {name}”; hãy dùng một trong: {string.Join(", ", MarkdownReader.Containers)}.",
                        $"There is no container “::: {name}”; use one of: {string.Join(", ", MarkdownReader.Containers)}.");
                }
            }
            else if (!open.TryPop(out _))
            {
                yield return source.At(fence.Index, "document.stray-container", "Dòng “:::” này không đóng khối nào.", "This “:::” closes nothing.");
            }
        }
        foreach (var unclosed in open)
        {
            yield return source.At(unclosed, "document.unclosed-container", "Khối “:::” này chưa được đóng.", "This “:::” is not closed.");
        }
    }

    [GeneratedRegex(@"^ {0,3}:{3,}[ \t]*(?<name>[^\s{]*)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
