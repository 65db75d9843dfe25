using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Ui;

/// <summary>The server's side of a form that saves itself (<c>ProgressNote AutoSave</c>).</summary>
public static class Autosave
{
    /// <summary>Whether the form was posted in the background: keep what was typed, ask nothing of it, and do not go on.</summary>
    public static bool Asked(HttpContext http) => http.Request.Headers["X-Autosave"] == "1";

    /// <summary>It is kept.</summary>
    /// <param name="at">The time in the city, which the page then shows.</param>
    public static IResult Saved(LocalTime at) => Results.Json(new { saved = Show.Time(at) });

    /// <summary>It is not kept, for a reason that the person reads beside the form: changed elsewhere, sent already.</summary>
    public static IResult Refused(Text why) => Results.Json(new { refused = why.ToString() }, statusCode: StatusCodes.Status409Conflict);
}
