using HaiDang.Kernel;

namespace HaiDang.Platform.Packs;

/// <summary>Something wrong in a city folder: where, what, and how to mend it.</summary>
/// <param name="File">Path within the folder of its layer, for example <c>vietnam/services/x/service.yaml</c>.</param>
/// <param name="Line">Line from 1; 0 when it is about the whole file.</param>
public sealed record PackProblem(string File, int Line, LocalText What, LocalText Remedy)
{
    /// <summary>Worth a look, but the folder is usable.</summary>
    public bool IsWarning { get; init; }

    public string In(Language language) =>
        $"{File}:{Math.Max(Line, 1)}: {(IsWarning ? Noted.In(language) : "")}{What.In(language)}{(Remedy.Vi.Length > 0 ? $" → {Remedy.In(language)}" : "")}";

    private static readonly LocalText Noted = new("lưu ý: ", "note: ");
}

/// <summary>Gathers all problems of a city folder, so that its author reads them at once.</summary>
public sealed class PackProblems
{
    private readonly List<PackProblem> found = [];

    public IReadOnlyList<PackProblem> All =>
        [.. found.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    /// <summary>Whether anything was found that makes the folder unusable.</summary>
    public bool Any => Errors > 0;

    /// <summary>How many were found that are not only worth a look.</summary>
    public int Errors => found.Count(p => !p.IsWarning);

    public void Add(PackProblem problem) => found.Add(problem);

    public void Add(string file, int line, string vi, string en, string remedyVi, string remedyEn) =>
        found.Add(new(file, line, new(vi, en), new(remedyVi, remedyEn)));
}

/// <summary>A module's part of <c>haidang check</c>.</summary>
public interface IPackCheck
{
    void Check(CityFolder folder, City city, PackProblems problems);
}
