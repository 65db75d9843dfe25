using System.Xml;
using System.Xml.Linq;

namespace HaiDang.Dmn.Reading;

/// <summary>A place in a source.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>The text that a model was read from, to say where in it things stand.</summary>
internal sealed class DmnSource
{
    private readonly List<int> lines = [0];

    public DmnSource(string name, string xml)
    {
        (Name, Xml) = (name, xml);
        for (var i = 0; i < xml.Length; i++)
            if (xml[i] == '\n' || (xml[i] == '\r' && (i + 1 == xml.Length || xml[i + 1] != '\n'))) lines.Add(i + 1);
    }

    public string Name { get; }

    public string Xml { get; }

    public static Place Of(XObject? node) => node is IXmlLineInfo info && info.HasLineInfo() ? new(info.LineNumber, info.LinePosition) : default;

    /// <summary>The nearest id or name, going outwards.</summary>
    public static string? IdOf(XElement? element) => element?.AncestorsAndSelf()
        .Select(e => (string?)e.Attribute("id") ?? (string?)e.Attribute("name")).FirstOrDefault(id => id is { Length: > 0 });

    /// <summary>
    /// Where a place inside an element's text stands in the source, through entities, CDATA sections and line ends.
    /// </summary>
    public Place Within(XElement element, int line, int column)
    {
        var start = Of(element);
        if (start.Line < 1 || start.Line > lines.Count) return start;
        var at = ContentOf(lines[start.Line - 1] + start.Column - 1);
        if (at < 0) return start;
        var inCData = false;
        while (at < Xml.Length)
        {
            if (Skip("<![CDATA[")) { inCData = true; continue; }
            if (inCData && Skip("]]>")) { inCData = false; continue; }
            if (line <= 1 && column <= 1) break;
            var c = Xml[at];
            if (c == '<' && !inCData) break;
            if (c == '&' && !inCData && Xml.IndexOf(';', at) is > 0 and var end)
            {
                column -= Wide(Xml.AsSpan(at + 1, end - at - 1)) ? 2 : 1;
                at = end + 1;
                continue;
            }
            if (c is '\n' or '\r')
            {
                if (line <= 1) break;
                at += c == '\r' && at + 1 < Xml.Length && Xml[at + 1] == '\n' ? 2 : 1;
                line--;
                continue;
            }
            if (line <= 1) column--;
            at++;
        }
        var found = lines.BinarySearch(at);
        var index = found >= 0 ? found : ~found - 1;
        return new(index + 1, at - lines[index] + 1);

        bool Skip(string mark)
        {
            if (string.CompareOrdinal(Xml, at, mark, 0, mark.Length) != 0) return false;
            at += mark.Length;
            return true;
        }
    }

    // The first character after the start tag that the offset lies in, or -1.
    private int ContentOf(int at)
    {
        for (var quote = '\0'; at < Xml.Length; at++)
        {
            var c = Xml[at];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return at + 1;
        }
        return -1;
    }

    // Whether a character reference stands for two UTF-16 units.
    private static bool Wide(ReadOnlySpan<char> reference) =>
        reference is ['#', 'x', .. var hex] ? hex.TrimStart('0').Length > 4
        : reference is ['#', .. var dec] && int.TryParse(dec, out var code) && code > 0xFFFF;
}
