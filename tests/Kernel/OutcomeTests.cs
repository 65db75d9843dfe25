using HaiDang.Kernel;

namespace HaiDang.Kernel.Tests;

public sealed class OutcomeTests
{
    private static readonly ProblemType Late = new("test.late", ProblemKind.Invalid,
        new("Muộn {0} ngày", "{0} days late"), new("Nộp trước {0} ngày", "Apply {0} days earlier"));

    [Fact]
    public void A_refusal_keeps_its_problem_and_its_values()
    {
        Outcome<int> refused = Late.At("date", 3);
        Assert.False(refused.Ok);
        Assert.Equal("Muộn 3 ngày", refused.Problems[0].Sentence.In(Language.Vietnamese));
        Assert.Equal("Apply 3 days earlier", refused.Problems[0].Remedy.In(Language.English));
        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }

    [Fact]
    public void Agreement_flows_on_and_refusal_stops_it()
    {
        Assert.Equal(42, Outcome.Agree(21).Then(v => Outcome.Agree(v * 2)).Value);
        Outcome<int> refused = Late.Now(1);
        Assert.False(refused.Map(v => v + 1).Ok);
    }
}
