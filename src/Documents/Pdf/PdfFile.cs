using System.Globalization;

namespace HaiDang.Documents.Pdf;

/// <summary>
/// The objects of one PDF 1.7 file and its writing: header, objects in order of number, a classic cross-reference table and a
/// classic trailer (ISO 32000-1 §7.5), which is what incremental updates build on.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<PdfValue?> objects = [];

    /// <summary>Reserves the next object number.</summary>
    public PdfRef Reserve()
    {
        objects.Add(null);
        return new PdfRef(objects.Count);
    }

    /// <summary>Adds an object.</summary>
    public PdfRef Add(PdfValue value)
    {
        objects.Add(value);
        return new PdfRef(objects.Count);
    }

    /// <summary>Fills a reserved object.</summary>
    public void Set(PdfRef reserved, PdfValue value) => objects[reserved.Number - 1] = value;

    /// <summary>The whole file. <paramref name="id"/> is the permanent identifier of the trailer (§14.4), 16 bytes.</summary>
    public byte[] Write(PdfRef catalog, PdfRef info, byte[] id)
    {
        var to = new PdfBytes();
        to.Ascii("%PDF-1.7\n%");
        to.Bytes([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new long[objects.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            places[i] = to.Length;
            to.Ascii(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n"));
            (objects[i] ?? new PdfKeyword("null")).WriteTo(to);
            to.Ascii("\nendobj\n");
        }
        var table = to.Length;
        to.Ascii(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) to.Ascii(place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        to.Ascii("trailer\n");
        new PdfDict
        {
            ["Size"] = objects.Count + 1,
            ["Root"] = catalog,
            ["Info"] = info,
            ["ID"] = new PdfArray(new PdfHex(id), new PdfHex(id)),
        }.WriteTo(to);
        to.Ascii(string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{table}\n%%EOF\n"));
        return to.ToArray();
    }
}
