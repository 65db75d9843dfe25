namespace HaiDang.Bpmn;

/// <summary>
/// One application of a trigger: a working copy of the instance that is changed in place and read out at the end. Each part of the
/// class is one concern: flow, activities, events, errors, scopes, loops, undoing, values.
/// </summary>
internal sealed partial class Run
{
    private readonly BpmnModel model;
    private readonly BpmnProcess process;
    private readonly ProcessInstance before;
    private readonly DateTimeOffset now;
    private readonly SortedDictionary<int, BpmnToken> tokens = [];
    private readonly SortedDictionary<int, BpmnScope> scopes = [];
    private readonly SortedDictionary<int, BpmnTimer> timers = [];
    private readonly SortedDictionary<int, BpmnSubscription> subscriptions = [];
    private readonly List<BpmnVisit> visits;
    private readonly Dictionary<string, int> visitPlace = new(StringComparer.Ordinal);
    private readonly Queue<int> ready = new();
    private readonly Queue<int> signalling = new();
    private InstanceState state;
    private bool isCalled;
    private int lastId;
    private int steps;
    private string? endElementId;
    private string? errorCode;
    private BpmnVariables results;

    public Run(BpmnModel model, BpmnProcess process, ProcessInstance instance, DateTimeOffset now)
    {
        (this.model, this.process, before, this.now) = (model, process, instance, now);
        foreach (var token in instance.Tokens) tokens[token.Id] = token;
        foreach (var scope in instance.Scopes) scopes[scope.Id] = scope;
        foreach (var timer in instance.Timers) timers[timer.Id] = timer;
        foreach (var subscription in instance.Subscriptions) subscriptions[subscription.Id] = subscription;
        visits = [.. instance.Visits];
        for (var i = 0; i < visits.Count; i++) visitPlace[visits[i].ElementId] = i;
        (state, isCalled, lastId) = (instance.State, instance.IsCalled, instance.LastId);
        (endElementId, errorCode, results) = (instance.EndElementId, instance.ErrorCode, instance.Results);
    }

    public List<Effect> Effects { get; } = [];

    public List<BpmnDiagnostic> Notes { get; } = [];

    public ProcessInstance Result() => before with
    {
        State = state,
        IsCalled = isCalled,
        LastId = lastId,
        EndElementId = endElementId,
        ErrorCode = errorCode,
        Results = results,
        Scopes = [.. scopes.Values],
        Tokens = [.. tokens.Values],
        Timers = [.. timers.Values],
        Subscriptions = [.. subscriptions.Values],
        Visits = [.. visits],
    };

    private bool IsRunning => state == InstanceState.Running;

    private int NextId() => ++lastId;

    private void Put(BpmnToken token) => tokens[token.Id] = token;

    private void Put(BpmnScope scope) => scopes[scope.Id] = scope;

    private FlowNode Node(BpmnToken token) => model.Node(token.ElementId)!;

    private IEnumerable<BpmnToken> TokensIn(int scopeId) => tokens.Values.Where(t => t.ScopeId == scopeId);

    private BpmnBody BodyOf(BpmnScope scope) => scope.Kind == ScopeKind.Process ? process.Body : ((SubProcess)model.Node(scope.ElementId)!).Inside;

    /// <summary>
    /// A new token on its way; it is entered when its turn comes. Signals are thrown last, so that all branches of a step which are about to
    /// wait for one hear it, whatever their order in the file.
    /// </summary>
    private void Spawn(string elementId, int scopeId, string? via = null, BpmnVariables? locals = null, int round = 0, int undoes = 0)
    {
        var token = NewToken(elementId, scopeId, via, locals, round, undoes);
        var signals = model.Node(elementId) is EventNode { IsThrowing: true } node && node.Defined<SignalDefinition>() is not null;
        (signals ? signalling : ready).Enqueue(token.Id);
    }

    private BpmnToken NewToken(string elementId, int scopeId, string? via = null, BpmnVariables? locals = null, int round = 0, int undoes = 0)
    {
        var token = new BpmnToken
        {
            Id = NextId(), ElementId = elementId, ScopeId = scopeId, Via = via, Since = now,
            Locals = locals ?? BpmnVariables.Empty, Round = round, Undoes = undoes,
        };
        Put(token);
        return token;
    }

    private void Visit(string elementId, int entered, int finished)
    {
        if (visitPlace.TryGetValue(elementId, out var place))
            visits[place] = new BpmnVisit(elementId, visits[place].Entered + entered, visits[place].Finished + finished, now);
        else
        {
            visitPlace[elementId] = visits.Count;
            visits.Add(new BpmnVisit(elementId, entered, finished, now));
        }
    }

    /// <summary>Lets everything go on that can, until all that is left waits for something outside.</summary>
    private void Drain()
    {
        do
        {
            while (ready.TryDequeue(out var id) || signalling.TryDequeue(out id))
                if (tokens.TryGetValue(id, out var token) && token.State == TokenState.Ready) Enter(token);
        }
        while (IsRunning && (OpenJoins() || AskConditions()));
        if (IsRunning) FindDeadlocks();
    }

    private void Stick(BpmnToken token, Trouble trouble, bool isLeaving = false)
    {
        var incident = new BpmnIncident(trouble.Code, trouble.Vi, trouble.En, isLeaving);
        Put(token with { State = TokenState.Incident, Incident = incident });
        Effects.Add(new Effect.IncidentRaised(token.Id, token.ElementId, incident));
    }
}
