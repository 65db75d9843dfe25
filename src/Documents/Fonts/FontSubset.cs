using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HaiDang.Documents.Fonts;

/// <summary>
/// The letters of one face that a document uses, renumbered in order of first use. A number stands for a code point, not for a
/// glyph: letters that share an outline (Đ and Ð) keep numbers of their own, so the text comes out as it was typed.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    private const int ComponentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    private readonly Dictionary<int, ushort> numbers = [];
    private readonly List<int> codePoints = [];
    private readonly List<ushort> glyphs = [0];

    public TrueTypeFont Font { get; } = font;

    /// <summary>The code points in order of number; the first has number 1 (0 is the glyph of what is missing).</summary>
    public IReadOnlyList<int> CodePoints => codePoints;

    /// <summary>The number of a code point that the font has.</summary>
    public ushort Number(int codePoint)
    {
        if (numbers.TryGetValue(codePoint, out var number)) return number;
        number = (ushort)glyphs.Count;
        glyphs.Add(Font.Glyph(codePoint));
        codePoints.Add(codePoint);
        return numbers[codePoint] = number;
    }

    /// <summary>The advance width of a number, in thousandths of the type size.</summary>
    public double Advance(int number) => Font.Advance(glyphs[number]);

    /// <summary>The name of the subset: six letters that depend on its content, then the font's name (ISO 32000-1 §9.6.4).</summary>
    public string Name
    {
        get
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', codePoints.Select(c => c.ToString(CultureInfo.InvariantCulture)))));
            return string.Concat(hash.Take(6).Select(b => (char)('A' + b % 26))) + "+" + Font.Name;
        }
    }

    /// <summary>The subset as a TrueType file of its own.</summary>
    public byte[] Write()
    {
        var outlines = new List<byte[]>();
        var complete = glyphs.ToList();
        var parts = new Dictionary<ushort, ushort>();
        for (var i = 0; i < complete.Count; i++) outlines.Add(Renumbered(Font.Outline(complete[i]).ToArray(), complete, parts));

        var glyf = new MemoryStream();
        var loca = new byte[4 * (complete.Count + 1)];
        var hmtx = new byte[4 * complete.Count];
        for (var i = 0; i < complete.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), (uint)glyf.Length);
            glyf.Write(outlines[i]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), Font.RawAdvance(complete[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), Font.LeftBearing(complete[i]));
        }
        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * complete.Count), (uint)glyf.Length);

        var head = Font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = Font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)complete.Count);
        var maxp = Font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)complete.Count);

        var tables = new List<(string Tag, byte[] Data)>
        {
            ("cvt ", Font.Table("cvt ").ToArray()), ("fpgm", Font.Table("fpgm").ToArray()), ("glyf", glyf.ToArray()), ("head", head),
            ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp), ("prep", Font.Table("prep").ToArray()),
        };
        return TrueTypeWriter.Write([.. tables.Where(t => t.Data.Length > 0)]);
    }

    /// <summary>A composite outline with its parts renumbered; parts that the subset lacks are appended to it.</summary>
    private byte[] Renumbered(byte[] outline, List<ushort> complete, Dictionary<ushort, ushort> parts)
    {
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return outline;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!parts.TryGetValue(part, out var number))
            {
                number = parts[part] = (ushort)complete.Count;
                complete.Add(part);
            }
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), number);
            at += 4 + ((flags & ComponentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasMatrix) != 0 ? 8 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasScale) != 0 ? 2 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return outline;
    }
}
