namespace HaiDang.Platform.Files;

/// <summary>Walks a JPEG's segments (ITU-T T.81, annex B) to its end mark. What stands after the end, as some telephones append, is left alone.</summary>
internal static class JpegFile
{
    private const int EndOfImage = 0xD9, StartOfScan = 0xDA;

    public static FileFault? Fault(Stream content)
    {
        var reader = new ByteReader(content);
        reader.Skip(2);
        var (sized, scanned) = (false, false);
        while (NextMarker(reader, scanned) is var marker and > 0)
        {
            if (marker == EndOfImage) return sized && scanned ? null : new FileFault(FileProblems.Unreadable);
            if (StandsAlone(marker)) continue;
            var length = reader.Two();
            if (length < 2) break;
            if (IsFrame(marker))
            {
                reader.Skip(1);
                var (height, width) = (reader.Two(), reader.Two());
                if (PictureLimits.Fault(width, height) is { } fault) return fault;
                (sized, length) = (true, length - 5);
            }
            if (length < 2 || !reader.Skip(length - 2)) break;
            scanned |= marker == StartOfScan;
        }
        return new FileFault(FileProblems.Unreadable);
    }

    /// <summary>The next marker; after a scan began, past its coded data, in which 0xFF stands before a zero.</summary>
    private static int NextMarker(ByteReader reader, bool scanned)
    {
        if (scanned ? !reader.SkipPast(0xFF) : reader.Next() != 0xFF) return -1;
        int marker;
        while ((marker = reader.Next()) is 0xFF || (scanned && marker == 0))
            if (marker == 0 && !reader.SkipPast(0xFF)) return -1;
        return marker;
    }

    private static bool StandsAlone(int marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    /// <summary>SOF0 to SOF15, without the tables (DHT, DAC) and the reserved one that stand between.</summary>
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
