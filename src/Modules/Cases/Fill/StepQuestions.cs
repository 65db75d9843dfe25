using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts;
using HaiDang.Forms;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Fill;

/// <summary>What an official typed at a step whose process names a form of its own.</summary>
/// <param name="Lists">The lists that its questions offer to choose from.</param>
/// <param name="Foreseen">Not to be judged: only what the verb would bring about is asked for.</param>
internal sealed record Typed(JsonObject Values, FormCodeLists Lists, bool Foreseen = false);

/// <summary>The questions that a step asks the official who ends it: the rule, and what the page and the post need of it.</summary>
internal static class StepQuestions
{
    /// <summary>Verbs that lead on. Whoever sends back, refuses or asks for papers types no values; the signer types them before.</summary>
    public static readonly IReadOnlyList<string> Asking = [Verbs.Accept, Verbs.Approve, Verbs.Agree, Verbs.Done];

    /// <summary>The form that a step asks when it is ended with this verb; null where it asks nothing.</summary>
    public static Form? Of(ServiceDefinition service, string element, string verb) => Asking.Contains(verb) ? service.StepFormOf(element) : null;

    /// <summary>What the questions may know: the case, its process's variables as the step sees them, the verb.</summary>
    public static FormContext Context(Case matter, WorkItem work, string verb, ZonedDateTime now, FormCodeLists lists)
    {
        var instance = matter.Processes.First(p => p.Instance.Tokens.Any(t => t.Id == work.Token)).Instance;
        var known = instance.Variables.With(instance.Tokens.First(t => t.Id == work.Token).Locals)
            .With(CaseFacts.Of(matter, now.Zone)).With(CaseFacts.Decision, verb);
        return new FormContext(now.ToDateTimeOffset()) { CodeLists = lists, Variables = known.ToJsonObject() };
    }

    /// <summary>What stands in the fields before anybody types: what was typed here before, else what the form offers.</summary>
    public static JsonObject Begin(Form form, Case matter, WorkItem work, FormContext context)
    {
        var answers = matter.Filled.FindLast(f => f.Element == work.Element)?.Values.DeepClone().AsObject() ?? [];
        return form.Pages.Aggregate(answers, (known, page) => form.Merge(known, form.Prefill(page, known, context)));
    }

    /// <summary>What a browser posted, as far as it can be read; what is wrong stays as it was typed.</summary>
    public static JsonObject Read(Form form, IFormCollection posted, JsonObject begun, FormContext context)
    {
        var given = PostedAnswers.Of(posted);
        var answers = form.Pages.Aggregate(begun, (known, page) => form.Merge(known, form.Read(given, page, context, known).Data));
        if (ListEntries.Asked(posted)) ListEntries.Change(form.At(answers, context), answers, [], posted);
        return answers;
    }

    private static ImmutableList<FilledLine> Words(Form form, JsonObject values, FormContext context) =>
        [.. form.Summary(values, FormLanguage.Vi, context).Zip(form.Summary(values, FormLanguage.En, context), (vi, en) =>
            new FilledLine(new LocalText(vi.Label, en.Label), new LocalText(vi.Value, en.Value))).Where(line => line.Value.Vi.Length > 0)];

    /// <summary>The event of what was typed; none where the step asks nothing; refused with each wrong field's reason.</summary>
    public static Outcome<IReadOnlyList<StepFilled>> Taken(Case matter, WorkItem work, string verb, Typed? typed, Setting setting, Actor who)
    {
        if (Of(setting.Service, work.Element, verb) is not { } form) return Array.Empty<StepFilled>();
        var context = Context(matter, work, verb, setting.Now.InZone(setting.Calendar.Zone), typed?.Lists ?? FormCodeLists.None);
        var values = typed?.Values ?? [];
        if (typed is not { Foreseen: true } && PostedAnswers.Problems(form.Validate(values, context)) is { Length: > 0 } problems) return problems;
        var clean = form.Clean(values, context);
        return clean.Count == 0 ? Array.Empty<StepFilled>()
            : new[] { new StepFilled(work.Token, new FilledStep(work.Element, clean, Words(form, clean, context), who.Id, who.Name, setting.Now, work.Name)) };
    }
}
