using HaiDang.Kernel;

namespace HaiDang.Platform.Files;

/// <summary>What is wrong with a file: an entry of <see cref="FileProblems"/> with its values after the name.</summary>
public sealed record FileFault(ProblemType Type, params object?[] Args)
{
    public Problem At(string field, string name) => Type.At(field, [name, .. Args]);
}

/// <param name="Kind">What the content is; null when it is nothing that the city takes.</param>
/// <param name="Fault">Why it cannot be opened, or must not be; null when nothing speaks against it.</param>
public sealed record FileLook(FileKind? Kind, FileFault? Fault);

/// <summary>Tells by its content what a file is and whether it can be opened. Nothing is unpacked or drawn beyond fixed limits.</summary>
public static class FileContent
{
    private const int HeadLength = 16;

    /// <param name="content">Readable and seekable; left at any position.</param>
    public static FileLook Look(Stream content)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        content.Position = 0;
        if (head.AsSpan().StartsWith("%PDF-"u8)) return new(FileKind.Pdf, PdfFile.Fault(content));
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return new(FileKind.Jpeg, JpegFile.Fault(content));
        if (head.AsSpan().StartsWith(PngFile.Signature)) return new(FileKind.Png, PngFile.Fault(content));
        if (head.Length > 12 && head.AsSpan().StartsWith("RIFF"u8) && head.AsSpan(8).StartsWith("WEBP"u8)) return new(FileKind.WebP, WebPFile.Fault(content));
        if (head.AsSpan().StartsWith("PK\x03\x04"u8) || head.AsSpan().StartsWith("PK\x05\x06"u8)) return ArchiveFile.Look(content);
        if (head.AsSpan().StartsWith(OldOffice.Signature) && OldOffice.IsLocked(content)) return new(FileKind.Docx, new(FileProblems.Locked));
        return new(null, null);
    }
}
