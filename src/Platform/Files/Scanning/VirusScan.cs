using Microsoft.Extensions.Logging;

namespace HaiDang.Platform.Files.Scanning;

public enum ScanState
{
    /// <summary>The city runs without a scanner; the file was looked at by nobody.</summary>
    NoScanner,

    Clean,
    Infected,

    /// <summary>There is a scanner, and it gave no answer: the file must not be taken.</summary>
    NoAnswer,
}

/// <param name="Found">The name that the scanner gives to what it found.</param>
public sealed record ScanAnswer(ScanState State, string? Found = null);

/// <param name="Version">The scanner and its signatures as it names them; null when there is none or it does not answer.</param>
public sealed record ScannerState(bool Present, string? Version);

/// <summary>Has files scanned by clamd where the operator named one. It never says "clean" of what nobody looked at.</summary>
public sealed partial class VirusScan(CityStart start, ILogger<VirusScan> log)
{
    private readonly Clamd? clamd = start.Clamd is { } address ? new Clamd(address) : null;

    public async Task<ScanAnswer> Scan(Stream content, CancellationToken stop)
    {
        if (clamd is null) return new ScanAnswer(ScanState.NoScanner);
        try
        {
            content.Position = 0;
            return Read(await clamd.Scan(content, stop));
        }
        catch (IOException error)
        {
            NoAnswer(error.Message);
            return new ScanAnswer(ScanState.NoAnswer);
        }
    }

    /// <summary>What there is to scan with, asked anew.</summary>
    public async Task<ScannerState> Look(CancellationToken stop)
    {
        if (clamd is null) return new ScannerState(Present: false, null);
        try
        {
            return new ScannerState(Present: true, await clamd.Version(stop));
        }
        catch (IOException error)
        {
            NoAnswer(error.Message);
            return new ScannerState(Present: true, null);
        }
    }

    private ScanAnswer Read(string answer)
    {
        const string ok = "stream: OK", found = " FOUND", stream = "stream: ";
        if (answer == ok) return new ScanAnswer(ScanState.Clean);
        if (answer.EndsWith(found, StringComparison.Ordinal) && answer.StartsWith(stream, StringComparison.Ordinal))
            return new ScanAnswer(ScanState.Infected, answer[stream.Length..^found.Length]);
        NoAnswer(answer);
        return new ScanAnswer(ScanState.NoAnswer);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Files cannot be scanned for viruses: {Reason}")]
    private partial void NoAnswer(string reason);
}
