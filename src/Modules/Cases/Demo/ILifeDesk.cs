using HaiDang.Cases.Life;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Demo;

/// <summary>Where a made-up life is lived: at the real desks, or in memory by the same rules.</summary>
internal interface ILifeDesk
{
    Task<Outcome<Submitted>> Send(Submission sent, Actor who);

    Task<Outcome<Case>> Do(Guid id, ICaseCommand command, Actor who);

    Task<Outcome<Case>> Sign(Guid id, int token, string passphrase, Actor who);

    Task<Case?> Find(Guid id);

    Task<ServiceDefinition> ServiceOf(Case matter);
}

internal sealed class RealDesk(SubmitDesk submit, CaseDesk desk, SignDesk sign) : ILifeDesk
{
    public Task<Outcome<Submitted>> Send(Submission sent, Actor who) => submit.Send(sent, who);

    public Task<Outcome<Case>> Do(Guid id, ICaseCommand command, Actor who) => desk.Do(id, command, who);

    public Task<Outcome<Case>> Sign(Guid id, int token, string passphrase, Actor who) => sign.Sign(id, token, passphrase, who);

    public Task<Case?> Find(Guid id) => desk.Find(id);

    public Task<ServiceDefinition> ServiceOf(Case matter) => desk.ServiceOf(matter);
}
