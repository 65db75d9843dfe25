using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Platform.Http;

/// <summary>The one place where a refusal becomes a status.</summary>
public static class ProblemResults
{
    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Missing => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Unreadable => StatusCodes.Status400BadRequest,
        ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static int StatusOf(IReadOnlyList<Problem> problems) => StatusOf(problems[0].Type.Kind);

    /// <summary>Problems as RFC 9457 <c>application/problem+json</c>: both languages, all problems.</summary>
    /// <param name="status">Where the kind of the first problem does not say it all: 401.</param>
    public static IResult Json(IReadOnlyList<Problem> problems, int? status = null)
    {
        var first = problems[0];
        return Results.Problem(
            type: $"urn:haidang:problem:{first.Type.Code}",
            title: first.Sentence.ToString(),
            detail: first.Remedy.ToString(),
            statusCode: status ?? StatusOf(problems),
            extensions: new Dictionary<string, object?>
            {
                ["code"] = first.Type.Code,
                ["problems"] = problems.Select(p => new
                {
                    code = p.Type.Code, field = p.Field,
                    sentence = new { vi = p.Sentence.Vi, en = p.Sentence.En },
                    remedy = new { vi = p.Remedy.Vi, en = p.Remedy.En },
                }).ToList(),
            });
    }
}
