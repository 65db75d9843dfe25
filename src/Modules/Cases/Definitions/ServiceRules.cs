using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Feel;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Definitions;

/// <summary>What the tables for fee and time limit can ask of a case besides its answers, by the names that processes know too.</summary>
/// <param name="Channel">How it is sent: some fees are lower online.</param>
/// <param name="Unit">Who settles it; null before anybody is chosen.</param>
/// <param name="At">When it was sent; null before anybody thinks of sending.</param>
internal sealed record Circumstances(JsonObject Answers, Channel Channel = Channel.Online, string? Unit = null, ZonedDateTime? At = null)
{
    public static Circumstances Of(Case matter, DateTimeZone zone) => new(matter.Answers, matter.Channel, matter.Unit, matter.SubmittedAt.InZone(zone));
}

/// <summary>What a service's tables and conditions say about one case's answers.</summary>
internal static class ServiceRules
{
    /// <summary>Working time left to an official where a step names none.</summary>
    private static readonly WorkingTime OneDay = WorkingTime.OfDays(1);

    public static Fee FeeOf(this ServiceDefinition service, Circumstances given, ICollection<PackProblem>? notes = null) =>
        service.FeeDecision is { } decision ? FeeIn(service.Decide(decision, Inputs(given), notes)) : Fee.None;

    /// <summary>What a decision gives as <c>{amount, reason, reasonEn}</c>, or as the amount alone. Less than nothing is nothing.</summary>
    public static Fee FeeIn(FeelValue value)
    {
        var reason = value["reason"].AsString ?? "";
        return new Fee(Math.Max(0, (long)(value["amount"].AsDecimal ?? value.AsDecimal ?? 0)), new LocalText(reason, value["reasonEn"].AsString ?? reason));
    }

    public static WorkingTime TimeLimitOf(this ServiceDefinition service, Circumstances given, ICollection<PackProblem>? notes = null)
    {
        if (service.TimeLimitDecision is not { } decision) return service.TimeLimit;
        return service.Decide(decision, Inputs(given), notes).AsString is { } text && WorkingTime.TryParse(text, out var limit) ? limit : service.TimeLimit;
    }

    /// <summary>The value of a decision by its id or name, from whichever of the service's tables has it; null when none has.</summary>
    /// <param name="notes">Takes where a value is null because something failed.</param>
    public static FeelValue Decide(this ServiceDefinition service, string decision, FeelValue inputs, ICollection<PackProblem>? notes = null)
    {
        if (service.Decisions.FirstOrDefault(m => m.Decisions.Any(d => d.Id == decision || d.Name == decision)) is not { } model) return FeelValue.Null;
        var result = model.Evaluate(decision, inputs);
        if (notes is not null)
            foreach (var n in result.Notes) notes.Add(new PackProblem(n.Source, n.Line, new(n.Vi, n.En), new("", "")));
        return result.Value;
    }

    public static bool Decides(this ServiceDefinition service, string decision) =>
        service.Decisions.Any(m => m.Decisions.Any(d => d.Id == decision || d.Name == decision));

    /// <summary>The parts that these answers call for.</summary>
    /// <param name="notes">Takes where a condition is null because something failed.</param>
    public static IEnumerable<ServicePart> PartsFor(this ServiceDefinition service, JsonObject answers, ICollection<PackProblem>? notes = null)
    {
        var scope = new FeelScope(Inputs(answers));
        return service.Parts.Where(p => p.Required is null || Holds(p)).ToList();

        bool Holds(ServicePart part)
        {
            var said = notes is null ? null : new List<FeelDiagnostic>();
            var holds = part.Required!.Evaluate(scope, said).AsBoolean == true;
            foreach (var n in said ?? []) notes!.Add(new PackProblem(part.File, part.Line, new(n.Vi, n.En), new("", "")));
            return holds;
        }
    }

    /// <summary>The name of a part, or of a field of the form that an official may ask to have mended.</summary>
    public static LocalText? NameOfPart(this ServiceDefinition service, string id)
    {
        if (service.Parts.FirstOrDefault(p => p.Id == id) is { } part) return part.Name;
        return service.Form.Fields.TryGetValue(id, out var field) ? new LocalText(field.Label.Vi, field.Label.En ?? field.Label.Vi) : null;
    }

    /// <summary>Working time for the step, from <c>haidang:due</c>.</summary>
    public static WorkingTime DueOf(this ServiceDefinition service, string element) =>
        service.Nodes.GetValueOrDefault(element)?.Properties.GetValueOrDefault(Property.Due) is { } text && WorkingTime.TryParse(text, out var due)
            ? due : OneDay;

    private static FeelValue Inputs(Circumstances given) => FeelValue.Context(
    [
        .. Inputs(given.Answers).AsContext!,
        KeyValuePair.Create("channel", FeelValue.Of(CaseStore.Name(given.Channel))),
        KeyValuePair.Create("unit", FeelValue.Of(given.Unit)),
        KeyValuePair.Create("submittedAt", FeelValue.Of(given.At is { } at ? CaseFacts.Time(at) : null)),
    ]);

    private static FeelValue Inputs(JsonObject answers)
    {
        var value = FeelValue.FromJson(answers);
        // Tables may say `answers.kind` or just `kind`.
        return FeelValue.Context([.. value.AsContext!, KeyValuePair.Create("answers", value)]);
    }
}
