using System.Globalization;
using System.Text;
using HaiDang.Documents.Fonts;

namespace HaiDang.Documents.Pdf;

/// <summary>Embeds a subset as a Type 0 font over a CIDFontType2, Identity-H, with a ToUnicode map (ISO 32000-1 §9.7, §9.10.3).</summary>
internal static class PdfFonts
{
    private const int Nonsymbolic = 1 << 5;
    private const int Serif = 1 << 1;
    private const int Italic = 1 << 6;

    public static PdfRef Embed(PdfFile file, FontSubset subset)
    {
        var font = subset.Font;
        var name = new PdfName(subset.Name);
        var program = subset.Write();
        var programRef = file.Add(new PdfStream(new PdfDict { ["Length1"] = program.Length }, program));
        var (left, bottom, right, top) = font.Box;
        var bold = font.Name.Contains("Bold", StringComparison.Ordinal);
        var descriptor = file.Add(new PdfDict
        {
            ["Type"] = new PdfName("FontDescriptor"),
            ["FontName"] = name,
            ["Flags"] = Nonsymbolic | Serif | (font.ItalicAngle != 0 ? Italic : 0),
            ["FontBBox"] = new PdfArray(Math.Floor(left), Math.Floor(bottom), Math.Ceiling(right), Math.Ceiling(top)),
            ["ItalicAngle"] = font.ItalicAngle,
            ["Ascent"] = Math.Round(font.Ascent),
            ["Descent"] = Math.Round(font.Descent),
            ["CapHeight"] = Math.Round(font.CapHeight),
            ["StemV"] = bold ? 140 : 80,
            ["FontFile2"] = programRef,
        });
        var widths = Enumerable.Range(0, subset.CodePoints.Count + 1).Select(number => (PdfValue)Math.Round(subset.Advance(number), 2)).ToList();
        var descendant = file.Add(new PdfDict
        {
            ["Type"] = new PdfName("Font"),
            ["Subtype"] = new PdfName("CIDFontType2"),
            ["BaseFont"] = name,
            ["CIDSystemInfo"] = new PdfDict { ["Registry"] = new PdfAscii("Adobe"), ["Ordering"] = new PdfAscii("Identity"), ["Supplement"] = 0 },
            ["FontDescriptor"] = descriptor,
            ["DW"] = 0,
            ["W"] = new PdfArray(0, new PdfArray(widths)),
            ["CIDToGIDMap"] = new PdfName("Identity"),
        });
        return file.Add(new PdfDict
        {
            ["Type"] = new PdfName("Font"),
            ["Subtype"] = new PdfName("Type0"),
            ["BaseFont"] = name,
            ["Encoding"] = new PdfName("Identity-H"),
            ["DescendantFonts"] = new PdfArray(descendant),
            ["ToUnicode"] = file.Add(new PdfStream(new PdfDict(), ToUnicode(subset))),
        });
    }

    private static byte[] ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
        map.Append("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        var number = 1;
        foreach (var group in subset.CodePoints.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{group.Length} beginbfchar\n");
            foreach (var codePoint in group)
            {
                var text = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)));
                map.Append(CultureInfo.InvariantCulture, $"<{number++:X4}> <{text}>\n");
            }
            map.Append("endbfchar\n");
        }
        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }
}
