using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HaiDang.Documents.Tests.Pdf;

/// <summary>
/// A second reading of our files, from the bytes alone: cross-reference table, references, streams, marked content and the tree of
/// parents must agree, and the text is put together from the fonts' own maps.
/// </summary>
internal sealed partial class PdfCheck
{
    private readonly byte[] file;
    private readonly string latin;
    private readonly Dictionary<int, (string Text, byte[]? Stream)> objects = [];

    private PdfCheck(byte[] file)
    {
        this.file = file;
        latin = Encoding.Latin1.GetString(file);
    }

    public int PageCount { get; private set; }

    /// <summary>The words of all pages without blanks, in order of drawing.</summary>
    public string Letters { get; private set; } = "";

    /// <summary>What figures say in place of themselves, in order of object.</summary>
    public IEnumerable<string> Alternatives => objects.OrderBy(o => o.Key).SelectMany(o => Regex.Matches(o.Value.Text, "/Alt <FEFF([0-9A-F]*)>"))
        .Select(m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[1].Value)));

    public static PdfCheck Of(byte[] file)
    {
        var check = new PdfCheck(file);
        check.ReadTable();
        check.CheckReferences();
        check.CheckPages();
        return check;
    }

    public string Object(int number) => objects[number].Text;

    private void ReadTable()
    {
        Assert.StartsWith("%PDF-1.7\n%", latin);
        Assert.EndsWith("%%EOF\n", latin);
        var start = int.Parse(StartXref().Matches(latin)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        var table = XrefTable().Match(latin, start);
        Assert.True(table.Success && table.Index == start, "startxref does not lead to a classic table");
        var count = int.Parse(table.Groups[1].Value, CultureInfo.InvariantCulture);
        var at = start + table.Length;
        Assert.Equal("0000000000 65535 f \n", latin.Substring(at, 20));
        for (var number = 1; number < count; number++)
        {
            var entry = latin.Substring(at + 20 * number, 20);
            Assert.Matches(@"^\d{10} 00000 n \n$", entry);
            ReadObject(number, int.Parse(entry[..10], CultureInfo.InvariantCulture));
        }
        var trailer = latin[(at + 20 * count)..];
        Assert.StartsWith("trailer\n<<", trailer);
        Assert.Contains($"/Size {count}\n", trailer);
        Assert.Matches(@"/Root \d+ 0 R", trailer);
        Assert.Matches(@"/Info \d+ 0 R", trailer);
        Assert.Matches(@"/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]", trailer);
    }

    private void ReadObject(int number, int offset)
    {
        var head = $"{number} 0 obj\n";
        Assert.Equal(head, latin.Substring(offset, head.Length));
        var body = offset + head.Length;
        var stream = latin.IndexOf("\nstream\n", body, StringComparison.Ordinal);
        var end = latin.IndexOf("\nendobj\n", body, StringComparison.Ordinal);
        if (stream < 0 || stream > end)
        {
            objects[number] = (latin[body..end], null);
            return;
        }
        var entries = latin[body..stream];
        var length = int.Parse(Regex.Match(entries, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var data = file.AsSpan(stream + 8, length).ToArray();
        Assert.Equal("\nendstream\nendobj\n", latin.Substring(stream + 8 + length, 18));
        if (entries.Contains("/FlateDecode"))
        {
            using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            zlib.CopyTo(plain);
            data = plain.ToArray();
        }
        objects[number] = (entries, data);
    }

    private void CheckReferences()
    {
        foreach (var (number, (text, _)) in objects)
        {
            foreach (Match reference in Reference().Matches(text))
            {
                Assert.True(objects.ContainsKey(Number(reference)), $"object {number} refers to {reference.Value}, which is not there");
            }
        }
    }

    private void CheckPages()
    {
        var letters = new StringBuilder();
        var root = objects.Values.Single(o => o.Text.Contains("/Type /StructTreeRoot")).Text;
        var parents = objects[Number(Regex.Match(root, @"/ParentTree (\d+) 0 R"))].Text;
        foreach (var (_, (text, _)) in objects.Where(o => o.Value.Text.Contains("/Type /Page\n")))
        {
            var maps = Regex.Matches(text, @"/F(\d) (\d+) 0 R").ToDictionary(m => "F" + m.Groups[1].Value, m => ToUnicode(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)));
            var content = Encoding.ASCII.GetString(objects[Number(Regex.Match(text, @"/Contents (\d+) 0 R"))].Stream!);
            var marks = Content(content, maps, letters);
            var page = Regex.Match(text, @"/StructParents (\d+)").Groups[1].Value;
            var row = Regex.Match(parents, $@"(?:\[| ){page} (\d+) 0 R");
            Assert.Equal(marks, Reference().Matches(objects[Number(row)].Text).Count);
            PageCount++;
        }
        Letters = letters.ToString();
    }

    private Dictionary<string, string> ToUnicode(int font)
    {
        var map = Encoding.ASCII.GetString(objects[Number(Regex.Match(objects[font].Text, @"/ToUnicode (\d+) 0 R"))].Stream!);
        return Regex.Matches(map, "<([0-9A-F]{4})> <([0-9A-F]+)>").Skip(1)
            .ToDictionary(m => m.Groups[1].Value, m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));
    }

    /// <summary>Walks a content stream, collects its letters, and returns how many marks it holds.</summary>
    private static int Content(string content, Dictionary<string, Dictionary<string, string>> maps, StringBuilder letters)
    {
        var open = new Stack<string>();
        var next = 0;
        foreach (var line in content.Split('\n'))
        {
            if (line.EndsWith(" BDC", StringComparison.Ordinal) || line.EndsWith(" BMC", StringComparison.Ordinal))
            {
                var actual = Regex.Match(line, "/ActualText <FEFF([0-9A-F]*)>");
                open.Push(actual.Success ? "replaced" : line.Contains("/Artifact") ? "artifact" : "marked");
                if (actual.Success && !open.Contains("artifact")) Add(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(actual.Groups[1].Value)));
                var mark = Regex.Match(line, @"/MCID (\d+)");
                if (mark.Success) Assert.Equal(next++, int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture));
            }
            else if (line == "EMC")
            {
                open.Pop();
            }
            else if (line.StartsWith("BT ", StringComparison.Ordinal))
            {
                Assert.NotEmpty(open);
                Assert.EndsWith(" TJ ET", line);
                var map = maps[Regex.Match(line, @"/(F\d) ").Groups[1].Value];
                if (open.Contains("replaced") || open.Contains("artifact")) continue;
                foreach (Match code in Regex.Matches(Regex.Match(line, @"\[(.*)\] TJ").Groups[1].Value, "<([0-9A-F]*)>"))
                {
                    foreach (var four in code.Groups[1].Value.Chunk(4))
                    {
                        Add(map[new string(four)]);
                    }
                }
            }
            else if (line.Length > 0)
            {
                Assert.NotEmpty(open);
            }
        }
        Assert.Empty(open);
        return next;

        // A blank may stand inside what a figure says in place of itself, as before a mark that has no letter.
        void Add(string text) => letters.Append(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
    }

    private static int Number(Match reference) => int.Parse(reference.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"\Gxref\n0 (\d+)\n")]
    private static partial Regex XrefTable();

    [GeneratedRegex(@"\b(\d+) 0 R\b")]
    private static partial Regex Reference();
}
