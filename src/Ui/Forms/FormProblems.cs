using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>The problems of the form that a field stands in; <see cref="PostForm"/> hands them down.</summary>
public sealed record FormProblems(IReadOnlyList<Problem> All)
{
    /// <summary>Problems of one field, by the name that it posts.</summary>
    public IEnumerable<Problem> Of(string field) => All.Where(p => p.Field == field);
}
