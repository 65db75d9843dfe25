using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Messages;

/// <summary>
/// A message from outside for one case. Who may send it is the affair of the door by which it comes. Money comes by
/// <see cref="Pay.GatewayPaid"/>, never like this.
/// </summary>
/// <param name="Mark">What the sender calls it: the same again changes nothing. Null when it has no name.</param>
internal sealed record MessageArrived(string Name, JsonObject Data, string? Mark = null) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (Mark is not null && matter.Heard.Contains(Mark)) return Array.Empty<IEvent>();
        if (!matter.Open) return CaseProblems.Closed.Now();
        if (Name == Property.FeePaid) return CaseProblems.NotWaitedFor.Now(Name);
        IEvent taken = new MessageTaken(Name, Mark, Data, setting.Now);
        return Progress.Hear(Evolve.After(matter, taken), Name, Payload(), setting).Map(moved => Progress.Join([taken], moved));
    }

    /// <summary>What the platform itself says of a case, no message changes.</summary>
    private BpmnVariables Payload() => BpmnVariables.Of(BpmnVariables.From(Data).Where(v => !CaseFacts.Names.Contains(v.Key)));
}
