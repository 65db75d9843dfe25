using HaiDang.Cases.Files;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Platform.Access;
using HaiDang.Platform.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.Work;

/// <summary>Files and letters of a case at the desk, through the same door as the case itself.</summary>
internal static class DeskFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.Desk.FileRoute, File).RequireAuthorization(Policies.Official);
        routes.MapGet(Links.Desk.LetterRoute, Letter).RequireAuthorization(Policies.Official);
    }

    private static async Task<IResult> File(string number, string file, string? purpose, CaseDoor door, IBlobStore files, CurrentActor who, CaseDesk cases, CancellationToken stop)
    {
        var named = (await cases.FindByNumber(number, stop))?.Files.Find(f => f.Id == file);
        if (named is null || await door.Open(number, who.Required, purpose, named.Name, stop) is not { } opening) return Results.NotFound();
        return opening.Purpose is null ? ToPurpose(number) : FileResult.Show(named, files);
    }

    private static async Task<IResult> Letter(
        string number, string letter, string? purpose, CaseDoor door, CaseLetters letters, SignPreview preview, CurrentActor who, CancellationToken stop)
    {
        if (await door.Open(number, who.Required, purpose, letter, stop) is not { } opening) return Results.NotFound();
        if (opening.Purpose is null) return ToPurpose(number);
        var content = letter == SignPreview.Name
            ? await preview.Of(opening, who.Required, stop)
            : await letters.Read(opening.Matter, letter, stop);
        return FileResult.Pdf(content, $"{number}-{letter}.pdf");
    }

    /// <summary>The case's page asks for the purpose.</summary>
    private static IResult ToPurpose(string number) => Results.LocalRedirect(Links.Desk.Case(number));
}
