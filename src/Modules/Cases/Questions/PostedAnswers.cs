using HaiDang.Forms;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.Questions;

/// <summary>Between what a browser posts and what the form engine reads, and back to problems that a page can show.</summary>
internal static class PostedAnswers
{
    private static readonly LocalText NoRemedy = new("", "");

    /// <summary>The posted values by name, without the token.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(IFormCollection form) => form
        .Where(f => f.Key != "__RequestVerificationToken")
        .ToDictionary(f => f.Key, IReadOnlyList<string> (f) => [.. f.Value.Select(v => v ?? "")]);

    public static Problem[] Problems(IEnumerable<FormProblem> problems) => [.. problems.Select(p =>
        new ProblemType(p.Code, ProblemKind.Invalid, new LocalText(p.Vi, p.En), NoRemedy).At(p.Path))];
}
