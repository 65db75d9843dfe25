namespace HaiDang.Platform.Files;

/// <summary>Walks a PNG's chunks (ISO/IEC 15948, clause 5) from IHDR to IEND.</summary>
internal static class PngFile
{
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private const long Header = 0x49484452, Data = 0x49444154, End = 0x49454E44;
    private const int HeaderLength = 13, Check = 4;

    public static FileFault? Fault(Stream content)
    {
        var reader = new ByteReader(content);
        reader.Skip(Signature.Length);
        if (reader.Four() != HeaderLength || reader.Four() != Header) return new FileFault(FileProblems.Unreadable);
        var (width, height) = ((int)reader.Four(), (int)reader.Four());
        if (PictureLimits.Fault(width, height) is { } fault) return fault;
        var whole = reader.Skip(HeaderLength - 8 + Check);
        var drawn = false;
        while (whole && reader.Four() is var length and >= 0 && reader.Four() is var type and >= 0)
        {
            if (!reader.Skip(length + Check)) break;
            drawn |= type == Data;
            if (type == End) return drawn ? null : new FileFault(FileProblems.Unreadable);
        }
        return new FileFault(FileProblems.Unreadable);
    }
}
