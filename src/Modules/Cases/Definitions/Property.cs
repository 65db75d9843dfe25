namespace HaiDang.Cases.Definitions;

/// <summary>The properties by which a process in BPMN tells the desk what a step is (docs/bpmn.md).</summary>
internal static class Property
{
    public const string Step = "haidang:step";
    public const string Actions = "haidang:actions";
    public const string Due = "haidang:due";
    public const string Outcome = "haidang:outcome";
}
