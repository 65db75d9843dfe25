using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Life;

/// <summary>What every process of a case knows of it, under fixed names (docs/bpmn.md). A process cannot set them.</summary>
internal static class CaseFacts
{
    /// <summary>The variable that a verb becomes when it ends a step.</summary>
    public const string Decision = "decision";

    public static readonly IReadOnlySet<string> Names = new HashSet<string> { "answers", "fee", "unit", "channel", "number", "submittedAt" };

    public static BpmnVariables Of(Case matter, DateTimeZone zone) => BpmnVariables.From(new JsonObject
    {
        ["answers"] = matter.Answers.DeepClone(),
        ["fee"] = FeeOf(matter, zone),
        ["unit"] = matter.Unit,
        ["channel"] = CaseStore.Name(matter.Channel),
        ["number"] = matter.Number,
        ["submittedAt"] = Time(matter.SubmittedAt, zone),
    });

    /// <summary>A process as it runs: with the facts of this moment among its variables.</summary>
    public static ProcessInstance Into(ProcessInstance kept, BpmnVariables facts) =>
        kept.Scopes.Count == 0 ? kept : Root(kept, variables => variables.With(facts));

    /// <summary>A process as it is kept: the facts are the case's, and what a process that is over knew is of no more use.</summary>
    public static ProcessInstance OutOf(ProcessInstance ran) =>
        ran.Scopes.Count > 0 ? Root(ran, Without) : ran with { Results = ran.IsCalled ? BpmnVariables.Empty : Without(ran.Results) };

    private static ProcessInstance Root(ProcessInstance instance, Func<BpmnVariables, BpmnVariables> change) =>
        instance with { Scopes = [instance.Scopes[0] with { Variables = change(instance.Scopes[0].Variables) }, .. instance.Scopes.Skip(1)] };

    private static BpmnVariables Without(BpmnVariables variables) => BpmnVariables.Of(variables.Where(v => !Names.Contains(v.Key)));

    /// <summary>What was paid last, else what was known at submission.</summary>
    private static JsonObject FeeOf(Case matter, DateTimeZone zone) => matter.Payments.FindLast(p => !p.ToReturn) is { } paid
        ? new JsonObject { ["amount"] = paid.Amount, ["reason"] = paid.Reason, ["paidAt"] = Time(paid.PaidAt, zone), ["receipt"] = paid.Receipt }
        : new JsonObject { ["amount"] = matter.Fee.Amount, ["reason"] = matter.Fee.Reason.Vi, ["paidAt"] = null, ["receipt"] = null };

    private static string Time(Instant at, DateTimeZone zone) => Time(at.InZone(zone));

    /// <summary>A moment as the names of the platform say it: a text that FEEL's <c>date and time()</c> reads.</summary>
    public static string Time(ZonedDateTime at) => OffsetDateTimePattern.Rfc3339.Format(at.ToOffsetDateTime());
}
