using System.Buffers.Binary;
using System.Text;

namespace HaiDang.Documents.Fonts;

/// <summary>
/// The parts of a TrueType font that layout and embedding need (OpenType 1.9: head, hhea, hmtx, maxp, cmap, loca, glyf, OS/2, post).
/// Only reads our own embedded fonts, so a broken font is a bug and throws. Measures are in thousandths of the type size.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, ushort> glyphs = [];
    private readonly int unitsPerEm;
    private readonly bool longOffsets;
    private readonly int metricCount;

    public TrueTypeFont(string name, byte[] data)
    {
        Name = name;
        this.data = data;
        var count = UInt16(4);
        for (var i = 0; i < count; i++)
        {
            var record = 12 + 16 * i;
            tables[Encoding.ASCII.GetString(data, record, 4)] = ((int)UInt32(record + 8), (int)UInt32(record + 12));
        }
        var head = tables["head"].Offset;
        unitsPerEm = UInt16(head + 18);
        longOffsets = UInt16(head + 50) == 1;
        metricCount = UInt16(tables["hhea"].Offset + 34);
        GlyphCount = UInt16(tables["maxp"].Offset + 4);
        ReadCharacters();
    }

    public string Name { get; }

    public int GlyphCount { get; }

    public double Ascent => Scaled(Int16(tables["hhea"].Offset + 4));

    public double Descent => Scaled(Int16(tables["hhea"].Offset + 6));

    public double CapHeight => Scaled(Int16(tables["OS/2"].Offset + 88));

    public double ItalicAngle => Int16(tables["post"].Offset + 4) + UInt16(tables["post"].Offset + 6) / 65536.0;

    public (double Left, double Bottom, double Right, double Top) Box
    {
        get
        {
            var head = tables["head"].Offset;
            return (Scaled(Int16(head + 36)), Scaled(Int16(head + 38)), Scaled(Int16(head + 40)), Scaled(Int16(head + 42)));
        }
    }

    /// <summary>The glyph of a code point, or 0 when the font has none.</summary>
    public ushort Glyph(int codePoint) => glyphs.GetValueOrDefault(codePoint);

    /// <summary>The advance width of a glyph.</summary>
    public double Advance(ushort glyph) => Scaled(UInt16(tables["hmtx"].Offset + 4 * Math.Min(glyph, metricCount - 1)));

    /// <summary>The left side bearing of a glyph, in font units.</summary>
    public short LeftBearing(ushort glyph)
    {
        var start = tables["hmtx"].Offset;
        return Int16(glyph < metricCount ? start + 4 * glyph + 2 : start + 4 * metricCount + 2 * (glyph - metricCount));
    }

    /// <summary>The advance width of a glyph, in font units.</summary>
    public ushort RawAdvance(ushort glyph) => UInt16(tables["hmtx"].Offset + 4 * Math.Min(glyph, metricCount - 1));

    /// <summary>The outline of a glyph; empty for blanks.</summary>
    public ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var loca = tables["loca"].Offset;
        var (from, to) = longOffsets
            ? ((int)UInt32(loca + 4 * glyph), (int)UInt32(loca + 4 * glyph + 4))
            : (UInt16(loca + 2 * glyph) * 2, UInt16(loca + 2 * glyph + 2) * 2);
        return data.AsSpan(tables["glyf"].Offset + from, to - from);
    }

    /// <summary>A whole table, or nothing when the font has none.</summary>
    public ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var place) ? data.AsSpan(place.Offset, place.Length) : default;

    private double Scaled(int units) => units * 1000.0 / unitsPerEm;

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));

    private void ReadCharacters()
    {
        var cmap = tables["cmap"].Offset;
        var count = UInt16(cmap + 2);
        for (var i = 0; i < count; i++)
        {
            var subtable = cmap + (int)UInt32(cmap + 8 + 8 * i);
            if (UInt16(subtable) == 4) ReadSegments(subtable);
            else if (UInt16(subtable) == 12) ReadGroups(subtable);
        }
    }

    private void ReadSegments(int at)
    {
        var doubled = UInt16(at + 6);
        for (var i = 0; i < doubled; i += 2)
        {
            var end = UInt16(at + 14 + i);
            var start = UInt16(at + 16 + doubled + i);
            var delta = UInt16(at + 16 + 2 * doubled + i);
            var rangeAt = at + 16 + 3 * doubled + i;
            var range = UInt16(rangeAt);
            for (int c = start; c <= end && c != 0xFFFF; c++)
            {
                int glyph = range == 0 ? c : UInt16(rangeAt + range + 2 * (c - start));
                if (range == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
                if (glyph != 0) glyphs[c] = (ushort)glyph;
            }
        }
    }

    private void ReadGroups(int at)
    {
        var count = UInt32(at + 12);
        for (var i = 0; i < count; i++)
        {
            var group = at + 16 + 12 * i;
            var (start, end, first) = (UInt32(group), UInt32(group + 4), UInt32(group + 8));
            for (var c = start; c <= end; c++) glyphs[(int)c] = (ushort)(first + c - start);
        }
    }
}
