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
        ProblemKind.TooOften => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static int StatusOf(IReadOnlyList<Problem> problems) => StatusOf(problems[0].Type.Kind);

    /// <summary>Problems as RFC 9457 <c>application/problem+json</c>: both languages, all problems.</summary>
    /// <param name="status">Where the kind of the first problem does not say it all: 401.</param>
    public static IResult Json(IReadOnlyList<Problem> problems, int? status = null)
    {
        var first = problems[0];
        var code = status ?? StatusOf(problems);
        return Results.Json(new ApiProblem
        {
            Type = $"urn:haidang:problem:{first.Type.Code}", Title = first.Sentence.ToString(), Detail = Said(first.Remedy)?.ToString(), Status = code, Code = first.Type.Code,
            Problems = [.. problems.Select(p => new ApiProblemItem { Code = p.Type.Code, Field = p.Field, Sentence = p.Sentence, Remedy = Said(p.Remedy) })],
        }, KernelJson.Options, "application/problem+json", code);
    }

    private static LocalText? Said(LocalText remedy) => remedy.Vi.Length == 0 ? null : remedy;

    /// <summary>The same where the framework or a middle piece refused a request of the API by a status alone.</summary>
    public static IResult OfStatus(int status) => Json([ApiProblems.OfStatus(status)], status);
}
