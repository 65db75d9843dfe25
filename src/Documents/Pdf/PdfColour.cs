using System.Buffers.Binary;
using System.Text;

namespace HaiDang.Documents.Pdf;

/// <summary>
/// The colour that device colours mean: sRGB, as an ICC version 2 profile of our own making (ICC.1:2001-04; primaries and white of
/// IEC 61966-2-1 adapted to D50, tone curve as gamma 2.2), so that archives need not guess (ISO 19005-2 §6.2.3).
/// </summary>
internal static class PdfColour
{
    public static PdfDict OutputIntent(PdfFile file)
    {
        var profile = file.Add(new PdfStream(new PdfDict { ["N"] = 3 }, Profile()));
        return new PdfDict
        {
            ["Type"] = new PdfName("OutputIntent"),
            ["S"] = new PdfName("GTS_PDFA1"),
            ["OutputConditionIdentifier"] = new PdfAscii("sRGB"),
            ["Info"] = new PdfAscii("sRGB IEC61966-2.1"),
            ["DestOutputProfile"] = profile,
        };
    }

    private static byte[] Profile()
    {
        var tags = new List<(string Name, byte[] Data)>
        {
            ("desc", Description("sRGB")),
            ("cprt", [.. "text\0\0\0\0"u8, .. "CC0\0"u8]),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)),
            ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", Gamma()), ("gTRC", Gamma()), ("bTRC", Gamma()),
        };
        var start = 128 + 4 + 12 * tags.Count;
        var size = start + tags.Sum(t => Padded(t.Data.Length));
        var profile = new byte[size];
        UInt32(profile, 0, (uint)size);
        UInt32(profile, 8, 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(profile, 12);
        UInt16(profile, 24, 2000);
        UInt16(profile, 26, 1);
        UInt16(profile, 28, 1);
        Encoding.ASCII.GetBytes("acsp").CopyTo(profile, 36);
        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68));
        UInt32(profile, 128, (uint)tags.Count);
        var place = start;
        for (var i = 0; i < tags.Count; i++)
        {
            Encoding.ASCII.GetBytes(tags[i].Name).CopyTo(profile, 132 + 12 * i);
            UInt32(profile, 136 + 12 * i, (uint)place);
            UInt32(profile, 140 + 12 * i, (uint)tags[i].Data.Length);
            tags[i].Data.CopyTo(profile, place);
            place += Padded(tags[i].Data.Length);
        }
        return profile;
    }

    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 4 + 4 + 2 + 1 + 67];
        Encoding.ASCII.GetBytes("desc").CopyTo(data, 0);
        UInt32(data, 8, (uint)text.Length + 1);
        Encoding.ASCII.GetBytes(text).CopyTo(data, 12);
        return data;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ").CopyTo(data, 0);
        UInt32(data, 8, (uint)Math.Round(x * 65536));
        UInt32(data, 12, (uint)Math.Round(y * 65536));
        UInt32(data, 16, (uint)Math.Round(z * 65536));
        return data;
    }

    private static byte[] Gamma()
    {
        var data = new byte[14];
        Encoding.ASCII.GetBytes("curv").CopyTo(data, 0);
        UInt32(data, 8, 1);
        UInt16(data, 12, 0x0233);
        return data;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static void UInt32(byte[] data, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(at), value);

    private static void UInt16(byte[] data, int at, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(at), value);
}
