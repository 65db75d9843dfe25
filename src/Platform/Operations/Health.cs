using System.Diagnostics;
using Dapper;
using HaiDang.Platform.Data;
using HaiDang.Platform.Files.Scanning;
using HaiDang.Platform.Operations.Backups;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Platform.Operations;

public enum HealthState
{
    /// <summary>All is well.</summary>
    Well,

    /// <summary>The city works, but somebody should look.</summary>
    Poor,

    /// <summary>The city cannot work.</summary>
    Down,
}

public sealed record DatabaseHealth(HealthState State, DatabaseEngine Engine, long? Milliseconds);
public sealed record DiskHealth(HealthState State, long? FreeBytes);
public sealed record ReaderHealth(string Name, HealthState State, long Lag, long? BehindSeconds);
public sealed record BackupHealth(HealthState State, Instant? At, long? Size);

/// <param name="Says">In plain words who scans the files that people send, or that nobody does.</param>
public sealed record ScannerHealth(HealthState State, string Says);
public sealed record HealthReport(
    HealthState State, Instant At, DatabaseHealth Database, DiskHealth Disk, IReadOnlyList<ReaderHealth> Readers, BackupHealth Backup, ScannerHealth Scanner);

/// <summary>Whether the program, its database and its disk are well. Says nothing of any person.</summary>
public sealed partial class Health(CityStart start, Database database, ReaderStates readers, BackupNotes backups, VirusScan scan, IClock clock, ILogger<Health> log)
{
    /// <summary>A reader that is further behind is worth a look.</summary>
    public static readonly Duration ReaderMayLag = Duration.FromMinutes(5);

    /// <summary>A city that was not backed up for longer is worth a look.</summary>
    public static readonly Duration BackupMayBeOld = Duration.FromHours(36);

    /// <summary>Below this a disk is worth a look.</summary>
    public const long LittleSpace = 1L << 30;

    private static readonly Duration AnswerLasts = Duration.FromSeconds(2);
    private readonly SemaphoreSlim one = new(1, 1);
    private HealthReport? last;

    /// <summary>The state now; asked often, it looks only every two seconds.</summary>
    public async Task<HealthReport> Look(CancellationToken stop = default)
    {
        await one.WaitAsync(stop);
        try
        {
            var now = clock.GetCurrentInstant();
            if (last is null || now - last.At > AnswerLasts || now < last.At) last = await Fresh(now, stop);
            return last;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<HealthReport> Fresh(Instant now, CancellationToken stop)
    {
        var disk = Disk();
        var scanner = await Scanner(stop);
        var answers = await Database(stop);
        if (answers.State == HealthState.Down)
            return new HealthReport(HealthState.Down, now, answers, disk, [], new BackupHealth(HealthState.Poor, null, null), scanner);
        var states = (await readers.All(stop)).Select(r => new ReaderHealth(
            r.Name, r.Behind > ReaderMayLag ? HealthState.Poor : HealthState.Well, r.Lag, (long?)r.Behind?.TotalSeconds)).ToList();
        var backup = await backups.Last(stop) is { } note
            ? new BackupHealth(now - note.At > BackupMayBeOld ? HealthState.Poor : HealthState.Well, note.At, note.Size)
            : new BackupHealth(HealthState.Poor, null, null);
        // To have no scanner is a choice, said plainly but no alarm; one that was chosen and does not answer is.
        var worst = states.Select(r => r.State).Append(disk.State).Append(start.Demo ? HealthState.Well : backup.State)
            .Append(start.Clamd is null ? HealthState.Well : scanner.State).Max();
        return new HealthReport(worst, now, answers, disk, states, backup, scanner);
    }

    private async Task<ScannerHealth> Scanner(CancellationToken stop) => await scan.Look(stop) switch
    {
        { Version: { } version } => new ScannerHealth(HealthState.Well, version),
        { Present: true } => new ScannerHealth(HealthState.Poor, "clamd does not answer: no files are taken until it does"),
        _ => new ScannerHealth(HealthState.Poor, "no virus scanner: files are taken unscanned (--clamd names one)"),
    };

    private async Task<DatabaseHealth> Database(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await using var connection = await database.Open(stop);
            await connection.ExecuteScalarAsync<long>("select count(*) from platform_lease");
            return new DatabaseHealth(HealthState.Well, database.Engine, watch.ElapsedMilliseconds);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or IOException or TimeoutException)
        {
            NoDatabase(error.GetType().Name);
            return new DatabaseHealth(HealthState.Down, database.Engine, null);
        }
    }

    private DiskHealth Disk()
    {
        var probe = Path.Combine(start.Data, $".health-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            var free = new DriveInfo(start.Data).AvailableFreeSpace;
            return new DiskHealth(free < LittleSpace ? HealthState.Poor : HealthState.Well, free);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            NoDisk(error.GetType().Name);
            return new DiskHealth(HealthState.Down, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer: {Error}")]
    private partial void NoDatabase(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The data folder cannot be written: {Error}")]
    private partial void NoDisk(string error);
}
