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
