using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Platform.Log;

/// <summary>One line of the log, read back. <paramref name="Event"/> is null when its type is no longer known.</summary>
/// <param name="Position">Order among all lines; gaps are possible.</param>
/// <param name="Version">Order within the stream, from 1 without gaps.</param>
public sealed record LoggedEvent(
    long Position, string Stream, long Version, Instant At, string Type, string Actor, IEvent? Event);

/// <param name="Position">Up to here the log was read.</param>
/// <param name="Lines">What there was to read.</param>
public sealed record LogLines(long Position, IReadOnlyList<LoggedEvent> Lines);

/// <summary>Where a stream stands, and what the next line of it needs.</summary>
/// <param name="Hash">The last line's.</param>
/// <param name="Key">The person's; null where the stream is about nobody.</param>
public sealed record StreamHead(string Stream, long Version, string Hash, byte[]? Key);

/// <summary>Lines made ready to be appended after a head.</summary>
public sealed class LogChain
{
    internal LogChain(StreamHead head, IReadOnlyList<LogLine> lines) => (Head, Lines) = (head, lines);

    internal StreamHead Head { get; }

    internal IReadOnlyList<LogLine> Lines { get; }
}

internal sealed record LogLine
{
    public long Position { get; init; }
    public required string Stream { get; init; }
    public long Version { get; init; }
    public Instant At { get; init; }
    public required string Type { get; init; }
    public required string Actor { get; init; }
    public string? Subject { get; init; }
    public required string Body { get; init; }
    public required string Previous { get; init; }
    public required string Hash { get; set; }
}
