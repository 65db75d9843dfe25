using System.Collections.Concurrent;

namespace HaiDang.Platform.Data;

/// <summary>
/// SQLite lets one write at a time, and whoever finds it busy sleeps and tries again, which is neither fair nor quick. Within
/// the program those who want to write stand in a line instead; other programs are still waited for as SQLite does.
/// </summary>
internal sealed class WriterGate : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private SemaphoreSlim? held;

    private WriterGate(SemaphoreSlim held) => this.held = held;

    /// <summary>Null on PostgreSQL, where writers do not wait for one another, and when the line does not move: then SQLite itself decides.</summary>
    public static async Task<WriterGate?> Enter(Database database, CancellationToken stop)
    {
        if (database.Engine != DatabaseEngine.Sqlite) return null;
        var gate = Gates.GetOrAdd(database.ConnectionString, _ => new SemaphoreSlim(1, 1));
        return await gate.WaitAsync(Patience, stop) ? new WriterGate(gate) : null;
    }

    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}
