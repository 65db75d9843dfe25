namespace HaiDang.Cases.Tests.Authoring;

public sealed class StartTests
{
    [Fact]
    public void A_process_that_no_submission_begins_is_told()
    {
        using var city = new CityCopy("thi-tran");
        city.Change("services/cho-ban-hang/process.bpmn", "</bpmn:startEvent>", """
            <bpmn:timerEventDefinition><bpmn:timeCycle xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
            """);
        Assert.Contains(city.Problems(), p => p.Contains("does not begin with a submission", StringComparison.Ordinal) && p.Contains("process.bpmn:", StringComparison.Ordinal));
    }
}
