using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using HaiDang.Bpmn;
using HaiDang.Feel;

namespace HaiDang.Conformance.Bpmn;

/// <summary>
/// When a process begins by itself: a timer start event at its times, a conditional one when its condition holds (BPMN 2.0 §10.5.2). The
/// interpreter runs one instance; that there is one at all is the host's part.
/// </summary>
internal static partial class Beginnings
{
    /// <summary>The start events and times at which a process without a plain start event begins, the first first; none after <paramref name="until"/>.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string StartId)> Of(BpmnProcess process, BpmnVariables variables, DateTimeOffset now, DateTimeOffset until)
    {
        var starts = process.Body.Nodes.OfType<EventNode>().Where(e => e.Position == EventPosition.Start).ToList();
        if (starts.Count == 0 || starts.Exists(s => s.Definitions.Count == 0)) return [];
        return [.. starts.SelectMany(s => Times(s.Definition, variables, now, until).Select(at => (at, s.Id))).Where(t => t.at <= until).OrderBy(t => t.at)];
    }

    private static IEnumerable<DateTimeOffset> Times(EventDefinition? definition, BpmnVariables variables, DateTimeOffset now, DateTimeOffset until) => definition switch
    {
        ConditionalDefinition { Condition: { } condition } => Holds(condition, variables) ? [now] : [],
        TimerDefinition { Kind: TimerKind.Date, Time: { } time } => DateTimeOffset.TryParse(time.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var at) ? [at > now ? at : now] : [],
        TimerDefinition { Kind: TimerKind.Duration, Time: { } time } => [now + XmlConvert.ToTimeSpan(time.Text.Trim())],
        TimerDefinition { Kind: TimerKind.Cycle, Time: { } time } when Cycle().Match(time.Text.Trim()) is { Success: true } cycle =>
            Repeated(cycle.Groups[1].Length == 0 ? int.MaxValue : int.Parse(cycle.Groups[1].Value, CultureInfo.InvariantCulture), XmlConvert.ToTimeSpan(cycle.Groups[2].Value), now, until),
        _ => [],
    };

    private static IEnumerable<DateTimeOffset> Repeated(int times, TimeSpan every, DateTimeOffset now, DateTimeOffset until)
    {
        for (var (i, at) = (0, now + every); i < times && at <= until; i++, at += every) yield return at;
    }

    private static bool Holds(BpmnExpression condition, BpmnVariables variables) =>
        condition.Feel?.Evaluate(new FeelScope(FeelValue.Context(variables.Select(v => KeyValuePair.Create(v.Key, FeelValue.FromJson(v.Value)))))).AsBoolean == true;

    [GeneratedRegex(@"^R(\d*)/(P.+)$")]
    private static partial Regex Cycle();
}
