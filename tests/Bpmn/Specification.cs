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
        start a b c d ok | a; b; c; d | work a; work b; work c; work d; end ok
        start a:job(mail) b:job(post) ok | a; b | job a mail; job b post; end ok
        start a:job(mail) ok | a sent=true | job a mail; end ok
        start a:rule(fee) x:xor; x[result > 5] b ok; x[else] ok2 | a result=9 | decision a fee; work b
        start a:rule(fee) x:xor; x[result > 5] b ok; x[else] ok2 | a result=1 | decision a fee; end ok2
        start a:call(q) b:call(r) ok | a<; b< | call a q; call b r; end ok
        start a b:job(mail) c:rule(fee) d:call(q) ok | a; b; c; d< | work a; job b mail; decision c fee; call d q; end ok
        start s:script(n=1) t:script(m=n + 1) x:xor; x[m = 2] ok; x[else] ok2 | | end ok
        start s:script(list=[1, 2]) a:each(list) ok | a; a | work a; work a; end ok
        start s:script(n=count(list)) x:xor; x[n = 3] ok; x[else] ok2 | with list="abc" | end ok2
        start x:xor; x[n > 0] y:xor; x[else] ok3; y[n > 5] ok; y[else] ok2 | with n=9 | end ok
        start x:xor; x[n > 0] y:xor; x[else] ok3; y[n > 5] ok; y[else] ok2 | with n=1 | end ok2
        start x:xor; x[n > 0] y:xor; x[else] ok3; y[n > 5] ok; y[else] ok2 | with n=0 | end ok3
        start x:xor; x[d = null] ok; x[else] ok2 | | end ok
        start x:xor; x[d = null] ok; x[else] ok2 | with d=1 | end ok2
        start x:xor; x[b] ok; x[else] ok2 | with b=true | end ok
        start x:xor; x[b] ok; x[else] ok2 | with b=false | end ok2
        start x:xor; x[not(b)] ok; x[else] ok2 | with b=false | end ok
        start x:xor; x[contains(t, "a")] ok; x[else] ok2 | with t="bac" | end ok
        start x:xor; x[n in [1..3]] ok; x[else] ok2 | with n=3 | end ok
        start x:xor; x[n in [1..3]] ok; x[else] ok2 | with n=4 | end ok2
        start x:xor; x[some v in vs satisfies v > 2] ok; x[else] ok2 | with vs=[3] | end ok
        start x:xor; x[date(d) < date("2026-01-01")] ok; x[else] ok2 | with d="2025-12-31" | end ok
        start x:xor; x[p.age >= 18] ok; x[else] ok2 | with p={"age":18} | end ok
        start x:xor; x[p.age >= 18] ok; x[else] ok2 | with p={"age":17} | end ok2
        start x:xor; x[q >= 18] ok; x[else] ok2 | | incident x bpmn.condition-not-boolean
        start s:and; s a j:and ok; s t:task j | | work a
        start s:and; s a j:and ok; s t:task j | a | work a; end ok
        start s:and; s t:task j:and ok; s u:task j | | end ok
        start s:and; s a u:and; s b u; u c v:and ok; u d v | a; b; c; d | work a; work b; work c; work d; end ok
        start s:and; s a x:xor; x[n > 1] b j:and ok; x[else] j; s c j | with n=5; a; c; b | work a; work c; work b; incident j bpmn.deadlock; incident j bpmn.deadlock
        start s:and; s a x:xor; x[n > 1] b j:and ok; x[else] j; s c j | with n=0; a; c | work a; work c; incident j bpmn.deadlock; incident j bpmn.deadlock
        start s:and; s a m:xor ok; s b m | a; b | work a; work b; end ok
        start s:and; s a ok; s b ok2 | b; a | work a; work b; end ok
        start s:and; s a ok; s b ok2 | a; b | work a; work b; end ok2
        start s:and; s a ok; s w:wait(PT1H) stop:terminate | +PT1H | work a; timer w PT1H; withdrawn a; end stop
        start s:and; s a ok; s bad:error(E1) | | work a; withdrawn a; end bad E1
        start s:or; s[true] a j:or ok; s[false] b j | a | work a; end ok
        start s:or; s[a1] a j:or ok; s[b1] b j; s[c1] c j | with a1=true,b1=false,c1=true; c; a | work a; work c; end ok
        start s:or; s[a1] a j:or d ok; s[b1] b j; s[c1] c j | with a1=true,b1=true,c1=true; c; b; a | work a; work b; work c; work d
        start s:or; s[n > 1] a ok; s[else] b ok | with n=0 | work b
        start s:or; s[n > 1] t:task j:or a ok; s[n > 5] u:task j; s[else] j | with n=9 | work a
        start a; a[n > 1] b ok; a[else] c ok | with n=0; a; c | work a; work c; end ok
        start a:job(q); a[n > 1] b ok; a[else] ok2 | with n=0; a | job a q; end ok2
        start a; a[n > 1] b ok; a[m > 1] c ok; a[else] d ok | with n=5,m=5; a; b; c | work a; work b; work c; end ok
        start w:wait(PT10M) a ok | +PT10M; a | timer w PT10M; work a; end ok
        start a w:wait(P1D) ok | a; +P1D | work a; timer w P1D; end ok
        start w:wait(P1M) ok | +P30D | timer w P1M; end ok
        start w:wait(P1M) ok | +P29D | timer w P1M
        start w:wait(=duration("PT1H")) ok | +PT1H | timer w PT1H; end ok
        start w:wait(=1 + 1) ok | | incident w bpmn.not-a-time
        start w:until(=d) ok | with d="2026-11-23T09:00:00+07:00"; +PT1H | timer w 2026-11-23T09:00:00+07:00; end ok
        start w:until(=d) ok | with d="2026-11-24"; +P1D | timer w 2026-11-24; end ok
        start s:and; s v:wait(PT1H) j:and ok; s w:wait(PT2H) j | +PT1H | timer v PT1H; timer w PT2H
        start s:and; s v:wait(PT1H) j:and ok; s w:wait(PT2H) j | +PT2H | timer v PT1H; timer w PT2H; end ok
        start m:message(one) n:message(two) ok | !one; !two | end ok
        start s:and; s m:message(one) a ok; s n:message(two) b ok | !two | work b
        start s:and; s m:message(one) a ok; s n:message(two) b ok | !two; !one | work b; work a
        start s:and; s m:message(one) a ok; s n:message(one) b ok | !one | work a
        start s:and; s m:signal(go) a ok; s n:signal(go) b ok | ~go | work a; work b
        start m:send(one) n:send(two) ok | | message one; message two; end ok
        start m:send(one) ok:endMessage(two) | | message one; message two; end ok
        start s:throw(one) ok:endSignal(two) | | signal one; signal two; end ok
        start e:escalate(X) ok | | escalation X; end ok
        start c:condition(x = "ready") a ok | with x="no"; =x="ready" | work a
        start a c:condition(n > 5) ok | with n=1; a n=9 | work a; end ok
        start a c:condition(n > 5) ok | with n=1; a n=2; =n=6 | work a; end ok
        start f:first; f w:wait(PT1H) a ok; f v:wait(PT2H) b ok2 | +PT2H | timer w PT1H; timer v PT2H; timer cancelled; work a
        start f:first; f s:signal(x) a ok; f t:signal(y) b ok2 | ~y; b | work b; end ok2
        start f:first; f c:condition(n > 5) a ok; f m:message(go) b ok2 | with n=1; =n=9 | work a
        start f:first; f c:condition(n > 5) a ok; f m:message(go) b ok2 | with n=1; !go | work b
        start f:first; f m:message(go) a ok; f w:wait(PT1H) b ok2 | !go; +PT2H; a | timer w PT1H; timer cancelled; work a; end ok
        start a ok; a/late:wait(PT8H) ok2 | +PT8H | timer late PT8H; work a; withdrawn a; end ok2
        start a ok; a/late:wait(PT8H) b ok2 | +PT8H; b | timer late PT8H; work a; withdrawn a; work b; end ok2
        start a ok; a/x:wait(PT8H) b ok2; a/y:wait(PT4H) c ok3 | +PT8H | timer x PT8H; timer y PT4H; work a; timer cancelled; withdrawn a; work c
        start a ok; a//x:wait(PT1H) b:task ok2; a/y:wait(PT4H) c ok3 | +PT4H | timer x PT1H; timer y PT4H; work a; withdrawn a; work c
        start a b ok; a/late:wait(PT8H) b | +PT8H; b | timer late PT8H; work a; withdrawn a; work b; end ok
        start a ok; a//m:message(note) b ok2 | !note; b; a | work a; work b; end ok
        start a ok; a//m:message(note) b ok2 | !note; !note; b; b; a | work a; work b; work b; end ok
        start a ok; a//s:signal(ping) b:task ok2 | ~ping; ~ping; a | work a; end ok
        start a ok; a//c:condition(n > 5) b ok2 | with n=1; =n=6; a; b | work a; work b; end ok2
        start a ok; a/e:error(E1) ok2 | a#E1 | work a; withdrawn a; end ok2
        start a ok; a/e:error(E1) b ok2; a/late:wait(PT1H) c ok3 | a#E1 | timer late PT1H; work a; timer cancelled; withdrawn a; work b
        start a:job(pay) ok; a/e:error() b ok2 | a#X | job a pay; withdrawn a; work b
        start a:job(pay) ok | a#X | job a pay; incident a bpmn.uncaught-error
        start a:call(q) ok; a/e:error(E1) b ok2 | a< | call a q; end ok
        start a:call(q) ok; a/m:message(stop) b ok2 | !stop | call a q; call withdrawn a; work b
        start m:receive(paid) ok; m/late:wait(P1D) a ok2 | +P1D | timer late P1D; work a
        start m:receive(paid) ok; m/late:wait(P1D) a ok2 | !paid | timer late P1D; timer cancelled; end ok
        start a:each([1]) ok | a | work a; end ok
        start a:each([[1, 2], [3]]) ok | a; a | work a; work a; end ok
        start a:each([1, 2]) b:each([1, 2]) ok | a; a; b; b | work a; work a; work b; work b; end ok
        start a:each(null) ok | | incident a bpmn.no-value
        start a:oneByOne([]) ok | | end ok
        start a:oneByOne([1, 2]) b ok | a; a; b | work a; work a; work b; end ok
        start a:oneByOne([1, 2]) ok; a/late:wait(PT8H) b ok2 | a; +PT8H | timer late PT8H; work a; work a; withdrawn a; work b
        start a:while(n < 3) ok | with n=5; a | work a; end ok
        start a:while(again) b ok | with again=false; a again=true; a again=false | work a; work a; work b
        start a:whileFirst(n < 3) ok | with n=3 | end ok
        start a x:xor; x[n < 3] s:script(n=n + 1) a; x[else] ok | with n=1; a; a; a | work a; work a; work a; end ok
        """;

    public static TheoryData<string, string, string> Rules => new(Lines.Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Split('|')).Select(l => (l[0].Trim(), l[1].Trim(), l[2].Trim())));

    [Theory, MemberData(nameof(Rules))]
    public void A_process_runs(string process, string happens, string seen) => Assert.Equal(seen, string.Join("; ", Drawn.Play(process, happens).Trace));
}
