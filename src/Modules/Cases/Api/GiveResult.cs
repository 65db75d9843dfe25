using HaiDang.Cases.Files;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Work;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.Api;

/// <summary>The signed result goes to the program that sent the case; the look is written down.</summary>
internal static class GiveResult
{
    internal static async Task<IResult> Get(Guid id, SentCases sent, CaseLetters letters, ReadLog readings, CurrentActor who, CancellationToken stop)
    {
        if (await sent.Own(id, stop) is not { } matter) return ProblemResults.Json([CaseProblems.Missing.Now()]);
        if (matter.Status != CaseStatus.Issued || await letters.Read(matter, LetterKinds.Result, stop) is not { } pdf) return ProblemResults.Json([SendingProblems.NoResult.Now()]);
        await readings.Note(who.Required, matter.Applicant.Subject, CaseDoor.ThingOf(matter), "API: kết quả / result", stop);
        return FileResult.Pdf(pdf, $"{matter.Number}.pdf");
    }
}
