namespace HaiDang.Bench.Server;

/// <summary>A workplace with a fresh database, gone when the measurement is, unless it is kept for the next one.</summary>
internal sealed class Workplaces : IAsyncDisposable
{
    private readonly bool keep;

    private Workplaces(Workplace place, string? file, bool keep) => (Place, File, this.keep) = (place, file, keep);

    public Workplace Place { get; }

    /// <summary>The file of an SQLite database; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <param name="postgres">Connection string of an administrator; needed for the engine <c>postgres</c> only.</param>
    public static async Task<Workplaces> Make(string program, string city, string folder, string engine, string name, string? postgres, CancellationToken stop, bool keep = false)
    {
        var mark = keep ? "kept" : $"{Environment.ProcessId}";
        var data = Path.Combine(folder, $"{engine}-{name}-{mark}");
        if (!keep && Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        var file = engine == "sqlite" ? Path.Combine(data, "city.db") : null;
        BenchDatabase database = file is not null ? new FileDatabase(file)
            : await ServerDatabase.Make(postgres ?? throw new InvalidOperationException("--postgres names no server"), $"haidang_bench_{name}_{mark}", keep, stop);
        return new Workplaces(new Workplace(Path.GetFullPath(program), Path.GetFullPath(city), Path.GetFullPath(data), database), file, keep);
    }

    public async ValueTask DisposeAsync()
    {
        await Place.Database.DisposeAsync();
        if (!keep) Directory.Delete(Place.Data, recursive: true);
    }
}
