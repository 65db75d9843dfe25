namespace HaiDang.Cases.Tests.Authoring;

/// <summary>What the examples of a city bring to light.</summary>
public sealed class ExampleCheckTests
{
    private const string Service = "services/khai-hang/";
    private const string Example = Service + "examples/ma-so-cap-tay.yaml";

    [Fact]
    public void Variables_and_passed_steps_are_compared()
    {
        using var copy = new CityCopy("cang-thu");
        copy.Change(Example, "then: {outcome: issued}", "then: {outcome: issued, variables: {taxCode: \"0100109106\", known: true}, passed: [sort, code-by-hand, assess]}");
        Assert.Empty(copy.Problems());
        copy.Change(Example, "\"0100109106\", known: true", "\"0100109106\", known: false");
        copy.Change(Example, "passed: [sort,", "passed: [clear, nowhere,");
        Assert.Collection(copy.Problems().Select(p => p.Split(": ", 3)[2]),
            p => Assert.StartsWith("the case does not pass the step 'clear' → it passes:", p, StringComparison.Ordinal),
            p => Assert.StartsWith("the service has no step 'nowhere'", p, StringComparison.Ordinal),
            p => Assert.StartsWith("known is 'true', the example expects 'false'", p, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("result.md", "{{ applicant.name }}", "{{ applicant.nickname }}", "khai-hang/result.md:11: ")]
    [InlineData("result.md", "{{ applicant.name }}", "{{ answers.valeu | money }}", "khai-hang/result.md:11: ")]
    [InlineData("duty.dmn", "answers.value / 100", "answers.valeu / 100", "khai-hang/duty.dmn:6: ")]
    [InlineData("process.bpmn", "source=\"=response.known\"", "source=\"=response.known + 1\"", "khai-hang/process.bpmn:17: ")]
    public void What_fails_in_the_files_of_the_service_is_told_with_its_line(string file, string from, string to, string told)
    {
        using var copy = new CityCopy("cang-thu");
        copy.Change(Service + file, from, to);
        Assert.Contains(copy.Problems(), p => p.Contains(told, StringComparison.Ordinal));
    }
}
