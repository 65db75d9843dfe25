namespace HaiDang.Bpmn.Tests;

/// <summary>How processes run, one line a rule: what stands here is what the interpreter does. The notation is that of <see cref="Drawn"/>.</summary>
public sealed class Specification
{
    /// <summary>process | what happens | what is seen, in order</summary>
    private const string Lines = """
        start ok | | end ok
        start a ok | | work a
        start a ok | a | work a; end ok
        start a b ok | a; b | work a; work b; end ok
        start a:task ok | | end ok
        start a:task b:task ok | | end ok
        start a:job(mail) ok | | job a mail
        start a:job(mail) ok | a | job a mail; end ok
        start a:rule(fee) ok | | decision a fee
        start a:rule(fee) ok | a | decision a fee; end ok
        start a:call(q) ok | | call a q
        start a:call(q) ok | a< | call a q; end ok
        start a:call(q) b ok | a< | call a q; work b
        start s:script(n=1 + 1) x:xor; x[n = 2] ok; x[else] a ok2 | | end ok
        start s:script(n=n + 1) x:xor; x[n > 5] ok; x[else] a ok2 | with n=5 | end ok
        start s:script(n=n + 1) x:xor; x[n > 5] ok; x[else] a ok2 | with n=4 | work a
        start x:xor; x[n > 5] a ok; x[else] b ok2 | with n=6 | work a
        start x:xor; x[n > 5] a ok; x[else] b ok2 | with n=5 | work b
        start x:xor; x[n > 5] a ok; x[n > 3] b ok2; x[else] c ok3 | with n=9 | work a
        start x:xor; x[n > 5] a ok; x[n > 3] b ok2; x[else] c ok3 | with n=4 | work b
        start x:xor; x[n > 5] a ok; x[n > 3] b ok2; x[else] c ok3 | with n=1 | work c
        start x:xor; x[n > 5] a ok; x[n > 3] b ok2 | with n=1 | incident x bpmn.no-flow
        start x:xor; x[n > 5] a ok; x[else] b ok2 | with n="six" | incident x bpmn.condition-not-boolean
        start a x:xor; x[d = "yes"] b ok; x[else] ok2 | a d="yes" | work a; work b
        start a x:xor; x[d = "yes"] b ok; x[else] ok2 | a d="no" | work a; end ok2
        start a x:xor; x[d = "again"] a; x[else] ok | a d="again"; a d="fine" | work a; work a; end ok
        start s:and; s a j:and ok; s b j | | work a; work b
        start s:and; s a j:and ok; s b j | a | work a; work b
        start s:and; s a j:and ok; s b j | a; b | work a; work b; end ok
        start s:and; s a j:and ok; s b j | b; a | work a; work b; end ok
        start s:and; s a j:and c ok; s b j | a; b | work a; work b; work c
        start s:and; s a j:and ok; s b j; s c j | a; b; c | work a; work b; work c; end ok
        start s:and; s a ok; s b ok | a; b | work a; work b; end ok
        start s:and; s a m:xor c ok; s b m | a; b | work a; work b; work c; work c
        start s:and; s a ok; s b stop:terminate | b | work a; work b; withdrawn a; end stop
        start s:and; s a ok; s b stop:terminate | a; b | work a; work b; end stop
        start s:or; s[n > 1] a j:or ok; s[n > 5] b j; s[else] c j | with n=9 | work a; work b
        start s:or; s[n > 1] a j:or ok; s[n > 5] b j; s[else] c j | with n=9; a; b | work a; work b; end ok
        start s:or; s[n > 1] a j:or ok; s[n > 5] b j; s[else] c j | with n=3; a | work a; end ok
        start s:or; s[n > 1] a j:or ok; s[n > 5] b j; s[else] c j | with n=0; c | work c; end ok
        start s:or; s[n > 1] a ok; s[n > 5] b ok | with n=0 | incident s bpmn.no-flow
        start a; a[n > 1] b ok; a[n > 5] c ok; a[else] d ok | with n=9; a | work a; work b; work c
        start a; a[n > 1] b ok; a[n > 5] c ok; a[else] d ok | with n=3; a | work a; work b
        start a; a[n > 1] b ok; a[n > 5] c ok; a[else] d ok | with n=0; a | work a; work d
        start w:wait(PT4H) ok | | timer w PT4H
        start w:wait(PT4H) ok | +PT4H | timer w PT4H; end ok
        start w:wait(PT4H) ok | +PT3H59M | timer w PT4H
        start w:wait(P1D) a ok | +P2D | timer w P1D; work a
        start w:wait(=hours) ok | with hours="PT2H"; +PT2H | timer w PT2H; end ok
        start w:wait(=hours) ok | with hours="soon" | incident w bpmn.not-a-time
        start w:until(2026-11-23T12:00:00+07:00) ok | +PT4H | timer w 2026-11-23T12:00:00+07:00; end ok
        start w:until(2026-11-23T12:00:00) ok | +PT4H | timer w 2026-11-23T12:00:00; end ok
        start w:until(2020-01-01T00:00:00Z) ok | +PT0S | timer w 2020-01-01T00:00:00Z; end ok
        start m:message(paid) ok | | 
        start m:message(paid) ok | !paid | end ok
        start m:message(paid) a ok | !paid | work a
        start m:receive(paid) ok | !paid | end ok
        start a m:message(paid) ok | a; !paid | work a; end ok
        start m:send(asked) ok | | message asked; end ok
        start ok:endMessage(asked) | | message asked; end ok
        start s:signal(go) ok | ~go | end ok
        start s:throw(go) ok | | signal go; end ok
        start ok:endSignal(go) | | signal go; end ok
        start g:and; g s:signal(go) a ok; g t:throw(go) ok | | signal go; work a
        start c:condition(n > 5) ok | with n=6 | end ok
        start c:condition(n > 5) ok | with n=1; =n=7 | end ok
        start c:condition(n > 5) ok | with n=1; =n=2 | 
        start e:escalate(X) a ok | | escalation X; work a
        start bad:error(E1) | | end bad E1
        start f:first; f m:message(paid) a ok; f w:wait(P3D) b ok2 | | timer w P3D
        start f:first; f m:message(paid) a ok; f w:wait(P3D) b ok2 | !paid | timer w P3D; timer cancelled; work a
        start f:first; f m:message(paid) a ok; f w:wait(P3D) b ok2 | +P3D | timer w P3D; work b
        start f:first; f m:receive(paid) a ok; f s:signal(off) b ok2 | ~off | work b
        start f:first; f m:message(paid) a ok; f n:message(refused) b ok2 | !refused | work b
        start a ok; a/late:wait(PT8H) b ok2 | | timer late PT8H; work a
        start a ok; a/late:wait(PT8H) b ok2 | a | timer late PT8H; work a; timer cancelled; end ok
        start a ok; a/late:wait(PT8H) b ok2 | +PT8H | timer late PT8H; work a; withdrawn a; work b
        start a ok; a//late:wait(PT8H) b ok2 | +PT8H | timer late PT8H; work a; work b
        start a ok; a//late:wait(PT8H) b ok2 | +PT8H; a; b | timer late PT8H; work a; work b; end ok2
        start a ok; a//late:cycle(R2/PT1H) b:task ok2 | +PT3H | timer late R2/PT1H; work a; timer late PT1H
        start a ok; a/back:message(withdrawn) b ok2 | !withdrawn | work a; withdrawn a; work b
        start a ok; a//note:message(note) b:task ok2 | !note; !note; a | work a; end ok
        start a ok; a/stop:signal(stop) b ok2 | ~stop | work a; withdrawn a; work b
        start a ok; a/over:condition(n > 5) b ok2 | with n=1; =n=6 | work a; withdrawn a; work b
        start a ok; a/e:error(E1) b ok2 | a#E1 | work a; withdrawn a; work b
        start a ok; a/e:error() b ok2 | a#E9 | work a; withdrawn a; work b
        start a ok; a/e:error(E1) b ok2 | a#E2 | work a; incident a bpmn.uncaught-error
        start a ok; a/e:error(E1) b ok2; a/f:error(E2) c ok3 | a#E2 | work a; withdrawn a; work c
        start a:job(pay) ok; a/e:error(E1) b ok2 | a#E1 | job a pay; withdrawn a; work b
        start a:call(q) ok; a/late:wait(PT8H) b ok2 | +PT8H | timer late PT8H; call a q; call withdrawn a; work b
        start a:each([1, 2, 3]) ok | | work a; work a; work a
        start a:each([1, 2, 3]) ok | a; a; a | work a; work a; work a; end ok
        start a:each([1, 2, 3]) ok | a; a | work a; work a; work a
        start a:each([]) b ok | | work b
        start a:each(list) b ok | with list=[1]; a | work a; work b
        start a:each(list) b ok | with list=5 | incident a bpmn.no-value
        start a:oneByOne([1, 2, 3]) ok | | work a
        start a:oneByOne([1, 2, 3]) ok | a; a; a | work a; work a; work a; end ok
        start a:while(n < 3) b ok | with n=1; a n=2; a n=3 | work a; work a; work b
        start a:while(n < 3) b ok | with n=9; a | work a; work b
        start a:whileFirst(n < 3) b ok | with n=9 | work b
        start a:whileFirst(n < 3) b ok | with n=2; a n=3 | work a; work b
        start a:each([1, 2]) ok; a/late:wait(PT8H) b ok2 | +PT8H | timer late PT8H; work a; work a; withdrawn a; withdrawn a; work b
        start x:xor a y:xor; y[n < 3] s:script(n=n + 1) x; y[else] ok | with n=2; a; a | work a; work a; end ok
        start t:task x:xor; x[n > 0] t; x[else] ok | with n=1 | incident x bpmn.endless
        """;

    public static TheoryData<string, string, string> Rules => new(Lines.Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Split('|')).Select(l => (l[0].Trim(), l[1].Trim(), l[2].Trim())));

    [Theory, MemberData(nameof(Rules))]
    public void A_process_runs(string process, string happens, string seen) => Assert.Equal(seen, string.Join("; ", Drawn.Play(process, happens).Trace));
}
