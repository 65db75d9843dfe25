namespace HaiDang.Documents.Pdf;

/// <summary>Reads a picture file by its first bytes.</summary>
internal static class PictureReader
{
    /// <summary>The picture, or null when it is neither a JPEG nor a PNG of a kind that we read.</summary>
    public static PdfPicture? Read(ReadOnlyMemory<byte> data, string name)
    {
        var bytes = data.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return JpegReader.Read(bytes, name);
        return bytes.StartsWith(PngReader.Signature) ? PngReader.Read(bytes, name) : null;
    }

    /// <summary>The media type of a picture, for HTML; null when it is of no known kind.</summary>
    public static string? MediaType(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? "image/jpeg" : bytes.StartsWith(PngReader.Signature) ? "image/png" : null;
}
