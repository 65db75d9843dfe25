namespace HaiDang.Cases.Tests.Fill;

/// <summary>What a city's author is told of the form of a step.</summary>
public sealed class CheckStepFormTests
{
    private const string Service = "services/khai-hang/";

    [Fact]
    public void A_missing_form_is_told_at_the_step_that_names_it()
    {
        using var copy = new CityCopy("cang-thu");
        copy.Removes(Service + "ma-so.json");
        Assert.Contains(copy.Problems(), p => p.StartsWith("cang-thu/services/khai-hang/process.bpmn:", StringComparison.Ordinal)
            && p.EndsWith("the step 'Cấp mã bằng tay' names the form 'ma-so', but there is no ma-so.json → add ma-so.json to the folder of the service, or write formId=\"form\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ma-so.json", "\"key\": \"why\"", "\"key\": \"\"", "ma-so.json:8: ")]
    [InlineData("ma-so.json", "\"key\": \"why\"", "\"key\": \"decision\"", "under the platform's own name 'decision'")]
    [InlineData("ma-so.json", "\"key\": \"why\"", "\"key\": \"reason\"", "under the platform's own name 'reason'")]
    [InlineData("ma-so.json", "\"type\": \"textfield\", \"id\": \"field-why\"", "\"type\": \"filepicker\", \"id\": \"field-why\"", "asks for the file 'why'")]
    [InlineData("ma-so.json", "=fee.amount", "=fi.amount", "note: ")]
    [InlineData("ma-so.json", "=fee.amount < 20000", "=fee.amount < \\\"x\\\"", "khai-hang/ma-so.json:8: field-why: FEEL of conditional.hide gives no value: ")]
    [InlineData("form.json", "\"label\": \"Trị giá\"", "\"label\": \"Trị giá\", \"description\": \"{{value * lane}} đ\"", "khai-hang/form.json:7: field-value: FEEL of description gives no value: ")]
    [InlineData("process.bpmn", "formId=\"ma-so\" /><zeebe:properties><zeebe:property name=\"haidang:due\" value=\"P1D\" /><zeebe:property name=\"haidang:actions\" value=\"done\"", "formId=\"ma-so\" /><zeebe:properties><zeebe:property name=\"haidang:due\" value=\"P1D\" /><zeebe:property name=\"haidang:actions\" value=\"return\"", "has the form 'ma-so' that none of its verbs asks")]
    [InlineData("texts.en.yaml", "    why: {label: Why by hand}\n", "", "texts.en.yaml:")]
    [InlineData("examples/luong-vang.yaml", "name: arrived,", "name: departed,", "does not wait for the message")]
    [InlineData("examples/ma-so-cap-tay.yaml", "why: Máy hỏng", "wy: Máy hỏng", "the step 'code-by-hand' does not ask 'wy'")]
    [InlineData("examples/ma-so-cap-tay.yaml", "\"0100109106\"", "\"01\"", "Enter 10 digits.")]
    public void A_slip_is_told_with_its_place(string file, string from, string to, string told)
    {
        using var copy = new CityCopy("cang-thu");
        Assert.Empty(copy.Problems());
        copy.Change(Service + file, from, to);
        Assert.Contains(copy.Problems(), p => p.Contains(told, StringComparison.Ordinal));
    }
}
