using System.Text;

namespace HaiDang.Cases.Files;

/// <summary>What a file is, told by its content and never by its name.</summary>
internal static class FileLook
{
    public const string Pdf = "application/pdf";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";

    public static string? At(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8)) return WebP;
        return null;
    }

    /// <summary>Whether a PDF needs a password: an encrypted one names /Encrypt in its trailer, which stands near the end.</summary>
    public static async Task<bool> IsLockedPdf(Stream content, CancellationToken stop)
    {
        var tail = new byte[Math.Min(content.Length, 64 * 1024)];
        content.Seek(-tail.Length, SeekOrigin.End);
        await content.ReadExactlyAsync(tail, stop);
        return Encoding.Latin1.GetString(tail).Contains("/Encrypt", StringComparison.Ordinal);
    }
}
