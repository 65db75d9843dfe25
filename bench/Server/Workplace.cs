namespace HaiDang.Bench.Server;

/// <summary>Where one measurement happens.</summary>
/// <param name="Program">haidang.dll.</param>
/// <param name="City">The city's folder.</param>
/// <param name="Data">Where the program keeps its files.</param>
internal sealed record Workplace(string Program, string City, string Data, BenchDatabase Database);
