namespace HaiDang.Documents.Pdf;

/// <summary>A picture ready to be embedded.</summary>
/// <param name="Name">Its resource name, unique in the document.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Components">1 for grey, 3 for RGB, 4 for CMYK.</param>
/// <param name="Data">JPEG as it came, or samples row by row, 8 bits each.</param>
/// <param name="Jpeg">Whether <paramref name="Data"/> is JPEG.</param>
/// <param name="Inverted">Whether CMYK comes inverted, as Adobe writes it.</param>
/// <param name="Opacity">Opacity of each pixel, or null when all are opaque.</param>
internal sealed record PdfPicture(string Name, int Width, int Height, int Components, byte[] Data, bool Jpeg, bool Inverted, byte[]? Opacity)
{
    public PdfRef Embed(PdfFile file)
    {
        PdfRef? mask = Opacity is null ? null : file.Add(new PdfStream(Entries("DeviceGray"), Opacity));
        var entries = Entries(Components switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => "DeviceCMYK" });
        entries["SMask"] = mask;
        if (Jpeg) entries["Filter"] = new PdfName("DCTDecode");
        if (Inverted) entries["Decode"] = new PdfArray(1, 0, 1, 0, 1, 0, 1, 0);
        return file.Add(new PdfStream(entries, Data, Compress: !Jpeg));
    }

    private PdfDict Entries(string colours) => new()
    {
        ["Type"] = new PdfName("XObject"),
        ["Subtype"] = new PdfName("Image"),
        ["Width"] = Width,
        ["Height"] = Height,
        ["ColorSpace"] = new PdfName(colours),
        ["BitsPerComponent"] = 8,
    };
}
