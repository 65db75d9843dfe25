using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Watch;

/// <summary>Work lies in a queue that nobody holds the key of: the line above is told, once, before it is late.</summary>
internal sealed record TellUnattended(int Token) : ICaseCommand
{
    public const string NobodyHolds = "nobody-holds-queue";

    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (matter.WorkOf(Token) is not { EscalatedAt: null } work) return Array.Empty<IEvent>();
        return new IEvent[] { new Escalated(Token, new Escalation(setting.Now, work.Queue.ToString(), NobodyHolds)) };
    }
}
