using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Feel;
using HaiDang.Kernel;

namespace HaiDang.Cases.Definitions;

/// <summary>What a service's tables and conditions say about one case's answers.</summary>
internal static class ServiceRules
{
    /// <summary>Working time left to an official where a step names none.</summary>
    private static readonly WorkingTime OneDay = WorkingTime.OfDays(1);

    /// <param name="channel">How it is sent: some fees are lower online.</param>
    public static Fee FeeOf(this ServiceDefinition service, JsonObject answers, Channel channel = Channel.Online) => service.FeeDecision is not { } decision
        ? Fee.None
        : FeeIn(service.Decide(decision, FeelValue.Context([.. Inputs(answers).AsContext!, KeyValuePair.Create("channel", FeelValue.Of(CaseStore.Name(channel)))])));

    /// <summary>What a decision gives as <c>{amount, reason, reasonEn}</c>, or as the amount alone. Less than nothing is nothing.</summary>
    public static Fee FeeIn(FeelValue value)
    {
        var reason = value["reason"].AsString ?? "";
        return new Fee(Math.Max(0, (long)(value["amount"].AsDecimal ?? value.AsDecimal ?? 0)), new LocalText(reason, value["reasonEn"].AsString ?? reason));
    }

    public static WorkingTime TimeLimitOf(this ServiceDefinition service, JsonObject answers)
    {
        if (service.TimeLimitDecision is not { } decision) return service.TimeLimit;
        return service.Decide(decision, Inputs(answers)).AsString is { } text && WorkingTime.TryParse(text, out var limit) ? limit : service.TimeLimit;
    }

    /// <summary>The value of a decision by its id or name, from whichever of the service's tables has it; null when none has.</summary>
    public static FeelValue Decide(this ServiceDefinition service, string decision, FeelValue inputs) =>
        service.Decisions.FirstOrDefault(m => m.Decisions.Any(d => d.Id == decision || d.Name == decision))?.Evaluate(decision, inputs).Value ?? FeelValue.Null;

    public static bool Decides(this ServiceDefinition service, string decision) =>
        service.Decisions.Any(m => m.Decisions.Any(d => d.Id == decision || d.Name == decision));

    /// <summary>The parts that these answers call for.</summary>
    public static IEnumerable<ServicePart> PartsFor(this ServiceDefinition service, JsonObject answers)
    {
        var scope = new FeelScope(Inputs(answers));
        return service.Parts.Where(p => p.Required is null || p.Required.Evaluate(scope).AsBoolean == true);
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

    private static FeelValue Inputs(JsonObject answers)
    {
        var value = FeelValue.FromJson(answers);
        // Tables may say `answers.kind` or just `kind`.
        return FeelValue.Context([.. value.AsContext!, KeyValuePair.Create("answers", value)]);
    }
}
