using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Accept;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Submit;

/// <summary>A case is sent. Its number, id and secret's hash are given from outside; the rule decides whether it may begin.</summary>
internal sealed record SubmitCase
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string SecretHash { get; init; }
    public required string Unit { get; init; }
    public required Channel Channel { get; init; }
    public required Applicant Applicant { get; init; }
    public required JsonObject Answers { get; init; }
    public required ImmutableList<CaseFile> Files { get; init; }

    public Outcome<IReadOnlyList<IEvent>> Decide(Setting setting)
    {
        var service = setting.Service;
        var submitted = new CaseSubmitted
        {
            Id = Id, Number = Number, Service = service.Slug, Definition = service.Hash, Unit = Unit, Channel = Channel,
            Applicant = Applicant, Answers = Answers, Files = Files, SecretHash = SecretHash, At = setting.Now,
            ReceptionDue = setting.Calendar.Add(setting.Now, service.Reception), Fee = service.FeeOf(new Circumstances(Answers, Channel, Unit, setting.Now.InZone(setting.Calendar.Zone)), setting.Notes),
        };
        var matter = Evolve.After(null, submitted);
        if (service.TakesReception) return Progress.Begin(matter, setting).Map(begun => Progress.Join([submitted], begun));

        // Nobody takes it in: it is accepted by being sent, and its legal clock runs from now.
        var accepted = AcceptCase.Accepted(matter, setting, Case.AgencyMark + Unit, setting.Units.Find(Unit)?.Name.Vi ?? Unit);
        return Progress.Begin(Evolve.After(matter, accepted), setting).Map(begun => Progress.Join([submitted, accepted], begun));
    }
}
