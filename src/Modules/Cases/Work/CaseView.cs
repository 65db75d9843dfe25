using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace HaiDang.Cases.Work;

/// <summary>What the parts of a case's page know: the case, who looks, what was typed and refused, and which part is shown.</summary>
internal sealed record CaseView(
    Opening Opening, Setting Setting, Actor Who, IReadOnlyList<Problem> Problems, IFormCollection? Typed, CasePlace Place)
{
    public Case Matter => Opening.Matter;
    public ServiceDefinition Service => Opening.Service;
    public WorkItem? Work => Opening.Work;

    /// <summary>Whether the work is there for this official to do, and not in a colleague's hands.</summary>
    public bool MayAct => Work is { } work && (work.ClaimedBy is null || work.ClaimedBy == Who.Id) && Matter.Standing != work.Token;

    /// <summary>The money owed here that this official's counter takes.</summary>
    public IEnumerable<Wait> Payments => Matter.Open ? Matter.Owing.Where(owed => Pay.TakePayment.MayTake(owed, Who)) : [];

    public string? TypedOf(string name) => Typed?[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The address of another step of this official's own in the same case.</summary>
    public string StepLink(WorkItem work) => Opening.Within((Place with { Verb = null, Step = work.Token }).ToString());

    public string Link(string? view = null, string? verb = null, string? file = null) =>
        Opening.Within((Place with { View = view, Verb = verb, File = file }).ToString());

    public static string Language => LocalText.Current == Kernel.Language.English ? "en" : "vi";
}

/// <summary>
/// Where in a case's page one is: which part, which verb's form, which file, which of several steps of one's own; and the queue that
/// stands beside it.
/// </summary>
internal sealed record CasePlace(string Number, string? View = null, string? Verb = null, string? File = null, string? Queue = null, string? Tab = null, int? Step = null)
{
    public override string ToString()
    {
        var query = new QueryBuilder();
        Add("view", View);
        Add("do", Verb);
        Add("file", File);
        Add("queue", Queue);
        Add("tab", Tab);
        Add("step", Step?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Links.Desk.Case(Number) + query;

        void Add(string name, string? value)
        {
            if (value is not null) query.Add(name, value);
        }
    }
}
