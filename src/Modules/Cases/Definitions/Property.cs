namespace HaiDang.Cases.Definitions;

/// <summary>The properties by which a process in BPMN tells the desk what a step is (docs/bpmn.md).</summary>
internal static class Property
{
    public const string Prefix = "haidang:";
    public const string Step = "haidang:step";
    public const string Actions = "haidang:actions";
    public const string Due = "haidang:due";
    public const string Unit = "haidang:unit";
    public const string WaitsFor = "haidang:waits-for";
    public const string Fee = "haidang:fee";
    public const string Clock = "haidang:clock";
    public const string Retry = "haidang:retry";
    public const string Outcome = "haidang:outcome";
    public const string Reason = "haidang:reason";
    public const string Law = "haidang:law";

    /// <summary>The step of a receive task that waits for money, and the message that brings it.</summary>
    public const string Payment = "payment";
    public const string FeePaid = "fee-paid";

    /// <summary>A clock that stands while the step waits.</summary>
    public const string Stops = "stops";

    /// <summary>The error with which an automatic step gives up.</summary>
    public const string Failed = "failed";
}
