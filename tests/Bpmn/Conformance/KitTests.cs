using HaiDang.Conformance;
using HaiDang.Conformance.Bpmn;

namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>The public BPMN material, run by the same code as <c>haidang tck bpmn</c>: nothing fails, and what is ignored is known by name.</summary>
public sealed class KitTests
{
    [Fact]
    public void Every_model_that_can_give_its_expected_trace_gives_it()
    {
        Tck.Folder("execution");
        var results = BpmnKit.Execution(Tck.Root);
        Assert.Equal([], Said(results.Where(r => r.Outcome == KitOutcome.Error)));
        Assert.Equal(["AdHocSubProcess_Parallel", "AdHocSubProcess_Sequential"], results.Where(r => r.Outcome == KitOutcome.Ignored).Select(r => r.Test).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_model_that_breaks_a_rule_is_refused_for_that_rule()
    {
        Tck.Folder("refuse");
        Assert.Equal([], Said(BpmnKit.Refusals(Tck.Root).Where(r => r.Outcome != KitOutcome.Success)));
    }

    [Fact]
    public void Every_reference_model_is_read_without_loss()
    {
        Tck.Folder("interchange");
        Assert.Equal([], Said(BpmnKit.Interchange(Tck.Root).Where(r => r.Outcome != KitOutcome.Success)));
    }

    private static IEnumerable<string> Said(IEnumerable<KitResult> results) => results.Select(r => $"{r.Test} {r.Node}: {r.Remark}");
}
