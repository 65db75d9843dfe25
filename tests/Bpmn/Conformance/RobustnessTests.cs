namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>Whatever a file says, reading, checking, running and drawing answer with values, never with an exception.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("refuse")]
    [InlineData("interchange")]
    [InlineData("execution")]
    public void Nothing_throws(string part)
    {
        foreach (var file in Directory.GetFiles(Tck.Folder(part), "*.bpmn", SearchOption.AllDirectories))
        {
            var model = BpmnChecker.ReadAndCheck(File.ReadAllText(file), Path.GetFileName(file)).Model;
            foreach (var process in model?.Processes ?? [])
            {
                var instance = BpmnInterpreter.Apply(model!, ProcessInstance.Of(process.Id), new Trigger.Start(BpmnVariables.Empty), Story.Monday).Instance;
                for (var step = 0; step < 30 && !instance.IsOver; step++) instance = Next(model!, instance);
                Assert.Equal(instance.ToJson(), ProcessInstance.FromJson(instance.ToJson()).ToJson());
                System.Xml.Linq.XElement.Parse(BpmnSvg.Draw(model!, process.Id, BpmnMarks.Of(instance), BpmnSvgStyle.Default));
                BpmnWords.Describe(model!, instance);
            }
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_answered_with_a_diagnostic()
    {
        var file = Directory.GetFiles(Path.Combine(ReaderTests.Repository(), "cities"), "process.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var xml = File.ReadAllText(file).TrimEnd();
        for (var length = 0; length < xml.Length; length += 97)
            Assert.Contains(BpmnReader.Read(xml[..length], file).Diagnostics, d => d.Code == "bpmn.not-xml");
    }

    [Fact]
    public void A_file_with_a_changed_reference_is_answered_with_values()
    {
        var file = Directory.GetFiles(Path.Combine(ReaderTests.Repository(), "cities"), "process.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var xml = File.ReadAllText(file);
        for (var at = xml.IndexOf("=\"", StringComparison.Ordinal); at >= 0; at = xml.IndexOf("=\"", at + 2, StringComparison.Ordinal))
        {
            var model = BpmnChecker.ReadAndCheck(xml.Insert(at + 2, "x"), file).Model;
            foreach (var process in model?.Processes ?? [])
            {
                var step = BpmnInterpreter.Apply(model!, ProcessInstance.Of(process.Id), new Trigger.Start(BpmnVariables.Empty), Story.Monday);
                BpmnSvg.Draw(model!, process.Id, BpmnMarks.Of(step.Instance), BpmnSvgStyle.Default);
            }
        }
    }

    private static ProcessInstance Next(BpmnModel model, ProcessInstance instance)
    {
        Trigger trigger = instance.Tokens.FirstOrDefault(t => t.State is TokenState.Work or TokenState.Job or TokenState.Decision) is { } work ? new Trigger.CompleteTask(work.Id, BpmnVariables.Empty)
            : instance.Tokens.FirstOrDefault(t => t.State == TokenState.Call) is { } call ? new Trigger.CalledProcessEnded(call.Id, BpmnVariables.Empty, "E")
            : instance.Timers.Count > 0 ? new Trigger.TimerFired(instance.Timers[0].Id)
            : instance.Subscriptions.FirstOrDefault(s => s.Kind == SubscriptionKind.Message) is { } message ? new Trigger.MessageArrived(message.Name, message.CorrelationKey, BpmnVariables.Empty)
            : instance.Subscriptions.FirstOrDefault(s => s.Kind == SubscriptionKind.Signal) is { } signal ? new Trigger.SignalArrived(signal.Name, BpmnVariables.Empty)
            : new Trigger.Cancel();
        return BpmnInterpreter.Apply(model, instance, trigger, Story.Monday.AddYears(20)).Instance;
    }
}
