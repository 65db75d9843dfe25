using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Contracts;
using HaiDang.Forms;
using HaiDang.Kernel;

namespace HaiDang.Cases.Migrate;

/// <summary>
/// An open case goes on by another version of its service. Refused where a step that runs would have no place, or an answer that was right
/// would be wrong. What the applicant was promised (the appointed time, the fee) stays.
/// </summary>
/// <param name="To">The version to go on by.</param>
/// <param name="Map">Which steps become which; a step that is not named stays itself.</param>
internal sealed record MigrateCase(ServiceDefinition To, MigrationMap Map, QuestionContext Questions) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (matter.Definition == To.Hash) return Array.Empty<IEvent>();
        if (matter.AcceptedAt is null && !To.TakesReception) return MigrateProblems.NeverAccepted.Now();
        if (WrongAnswers(matter, setting.Service) is { Length: > 0 } wrong) return wrong;
        return new CaseRun(matter, setting with { Service = To }).Migrate(setting.Service, Map);
    }

    /// <summary>Both forms are asked at the moment of sending, when the answers were checked.</summary>
    private Problem[] WrongAnswers(Case matter, ServiceDefinition from)
    {
        var before = Check(from).Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Check(To).Where(p => !before.Contains(p.Path))
                .Select(p => MigrateProblems.WrongAnswer.Now(LabelOf(p.Path), new LocalText(p.Vi, p.En))),
        ];

        IReadOnlyList<FormProblem> Check(ServiceDefinition service) =>
            service.Form.Validate(matter.Answers, Questions.For(service, matter.SubmittedAt, matter.Files));
    }

    private LocalText LabelOf(string path)
    {
        var label = To.Form.Fields.GetValueOrDefault(System.Text.RegularExpressions.Regex.Replace(path, @"\[\d+\]", ""))?.Label;
        return label is null ? new LocalText(path, path) : new LocalText(label.Vi, label.En ?? label.Vi);
    }
}
