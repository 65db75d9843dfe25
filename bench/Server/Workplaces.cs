namespace HaiDang.Bench.Server;

/// <summary>A workplace with a fresh database, gone when the measurement is.</summary>
internal sealed class Workplaces : IAsyncDisposable
{
    private Workplaces(Workplace place, string? file) => (Place, File) = (place, file);

    public Workplace Place { get; }

    /// <summary>The file of an SQLite database; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <param name="postgres">Connection string of an administrator; needed for the engine <c>postgres</c> only.</param>
    public static async Task<Workplaces> Make(string program, string city, string folder, string engine, string name, string? postgres, CancellationToken stop)
    {
        var data = Path.Combine(folder, $"{engine}-{name}-{Environment.ProcessId}");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        var file = engine == "sqlite" ? Path.Combine(data, "city.db") : null;
        BenchDatabase database = file is not null ? new FileDatabase(file)
            : await ServerDatabase.Make(postgres ?? throw new InvalidOperationException("--postgres names no server"), $"haidang_bench_{name}_{Environment.ProcessId}", stop);
        return new Workplaces(new Workplace(Path.GetFullPath(program), Path.GetFullPath(city), Path.GetFullPath(data), database), file);
    }

    public async ValueTask DisposeAsync()
    {
        await Place.Database.DisposeAsync();
        Directory.Delete(Place.Data, recursive: true);
    }
}
