using HaiDang.Cases.Files;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform.Access;
using HaiDang.Platform.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.Follow;

/// <summary>The letters and files of own cases.</summary>
internal static class FollowEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.Mine.LetterRoute, Letter).RequireAuthorization(Policies.Citizen);
        routes.MapGet(Links.Mine.FileRoute, File).RequireAuthorization(Policies.Citizen);
    }

    private static async Task<IResult> Letter(
        string number, string letter, OwnCases mine, CaseDesk desk, CaseLetters letters, CurrentActor who, CancellationToken stop)
    {
        if (await mine.Find(number, stop) is not { } matter || await letters.Read(matter, letter, stop) is not { } pdf) return Results.NotFound();
        // Somebody may work on the case at this moment: the person gets the file all the same, and the next opening is noted.
        if (letter == LetterKinds.Result) await desk.Do(matter, new FetchResult(), who.Required, stop);
        return FileResult.Pdf(pdf, $"{letter}-{number}.pdf");
    }

    private static async Task<IResult> File(string number, string file, OwnCases mine, IBlobStore files, CancellationToken stop) =>
        FileResult.Show((await mine.Find(number, stop))?.Files.Find(f => f.Id == file), files);
}
