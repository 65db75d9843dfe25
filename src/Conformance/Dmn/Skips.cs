namespace HaiDang.Conformance.Dmn;

/// <summary>Tests that are not run, each with its reason: <c>skips.tsv</c>, which only shrinks.</summary>
internal static class Skips
{
    private static readonly Dictionary<(string Folder, string Test), string> reasons = Read();

    public static string? ReasonFor(string folder, string test) => reasons.GetValueOrDefault((folder.Split('/')[^1], test));

    private static Dictionary<(string, string), string> Read()
    {
        using var file = new StreamReader(typeof(Skips).Assembly.GetManifestResourceStream("skips.tsv")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .SelectMany(parts => parts[1].Split(' ').Select(test => ((parts[0], test), parts[2])))
            .ToDictionary(s => s.Item1, s => s.Item2);
    }
}
