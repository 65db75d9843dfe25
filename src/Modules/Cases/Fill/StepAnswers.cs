using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Platform.Packs;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Fill;

/// <summary>Reads what a browser posted for the questions of a step.</summary>
internal sealed class StepAnswers(CaseDesk desk, QuestionContext questions, City city, IClock clock)
{
    /// <summary>Null where the step asks nothing with this verb, or is there no longer.</summary>
    public async Task<Typed?> Read(Case matter, int token, string verb, IFormCollection posted, CancellationToken stop)
    {
        if (!StepQuestions.Asking.Contains(verb) || matter.WorkOf(token) is not { } work) return null;
        var service = await desk.ServiceOf(matter, stop);
        if (StepQuestions.Of(service, work.Element, verb) is not { } form) return null;
        var context = StepQuestions.Context(matter, work, verb, clock.GetCurrentInstant().InZone(city.Zone), questions.ListsOf(service));
        return new Typed(StepQuestions.Read(form, posted, StepQuestions.Begin(form, matter, work, context), context), context.CodeLists);
    }
}
