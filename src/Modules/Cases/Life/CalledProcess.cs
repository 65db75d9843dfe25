using HaiDang.Bpmn;

namespace HaiDang.Cases.Life;

/// <summary>A process that another one of the case called. Ids of tokens, timers and subscriptions are unique in the whole case.</summary>
/// <param name="Token">The token of the call; it names the called process.</param>
/// <param name="Element">The call activity.</param>
/// <param name="Unit">The unit that does the work inside.</param>
internal sealed record CalledProcess(int Token, string Element, string Unit, ProcessInstance Instance);
