using System.Runtime.CompilerServices;
using HaiDang.Bench.Server;
using HaiDang.Bench.Town;

namespace HaiDang.Bench.Tests;

/// <summary>The measured city, and workplaces for short measurements.</summary>
public sealed class BenchPlace : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("haidang-bench-").FullName;

    public BenchPlace() => BenchTown.Write(Path.Combine(Root, "cities", "thi-tran"), Town);

    public static string? Server => Environment.GetEnvironmentVariable("HAIDANG_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    internal string HaiPhong => Path.Combine(Root, "cities", "hai-phong");

    private string Town => Path.Combine(folder, "town");

    /// <summary>The program as this test's own build made it.</summary>
    internal Task<Workplaces> On(string engine, string name, CancellationToken stop, string? city = null)
    {
        Assert.SkipWhen(engine == "postgres" && Server is null, "HAIDANG_TEST_POSTGRES names no PostgreSQL server");
        return Workplaces.Make(Path.Combine(AppContext.BaseDirectory, "haidang.dll"), city ?? Town, folder, engine, name, Server, stop);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private static string Here([CallerFilePath] string path = "") => path;
}
