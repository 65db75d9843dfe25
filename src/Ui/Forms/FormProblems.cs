using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>The problems of the form that a field stands in; <see cref="PostForm"/> hands them down.</summary>
/// <param name="Again">What was typed before the session ended, where this is the form that it was typed into.</param>
public sealed record FormProblems(IReadOnlyList<Problem> All, TypedAgain? Again = null)
{
    /// <summary>Problems of one field, by the name that it posts.</summary>
    public IEnumerable<Problem> Of(string field) => All.Where(p => p.Field == field);
}
