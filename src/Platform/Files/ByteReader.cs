namespace HaiDang.Platform.Files;

/// <summary>Reads a stream forward, byte by byte, through a buffer of its own.</summary>
internal sealed class ByteReader(Stream content)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int at, filled;

    /// <summary>The next byte, or -1 at the end.</summary>
    public int Next() => at < filled || Fill() ? buffer[at++] : -1;

    /// <summary>Two bytes, the higher first; negative at the end.</summary>
    public int Two() => Next() is var high and >= 0 && Next() is var low and >= 0 ? high << 8 | low : -1;

    /// <summary>Four bytes, the highest first; negative at the end.</summary>
    public long Four() => Two() is var high and >= 0 && Two() is var low and >= 0 ? (long)high << 16 | (uint)low : -1;

    /// <summary>False when the stream ends before.</summary>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            if (at == filled && !Fill()) return false;
            var step = (int)Math.Min(count, filled - at);
            at += step;
            count -= step;
        }
        return true;
    }

    /// <summary>Goes to just after the next byte of this value; false when there is none.</summary>
    public bool SkipPast(byte value)
    {
        while (at < filled || Fill())
        {
            var found = buffer.AsSpan(at, filled - at).IndexOf(value);
            if (found >= 0)
            {
                at += found + 1;
                return true;
            }
            at = filled;
        }
        return false;
    }

    private bool Fill()
    {
        at = 0;
        filled = content.Read(buffer);
        return filled > 0;
    }
}
