namespace HaiDang.Conformance;

/// <summary>How one expectation of a kit came out.</summary>
public enum KitOutcome
{
    /// <summary>What came out is what the kit expects.</summary>
    Success,

    /// <summary>Something else came out, or nothing.</summary>
    Error,

    /// <summary>Not run, for the reason that the remark gives.</summary>
    Ignored,
}

/// <summary>One expectation of a kit and what came of it.</summary>
/// <param name="Folder">The folder in the kit, with forward slashes.</param>
/// <param name="Test">The file of tests, or the model, without its ending.</param>
/// <param name="Node">What is expected: of DMN the test case and its result node, of BPMN the inputs, <c>refused</c> or <c>read</c>.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Remark">Why it is no success; else empty, or what was found.</param>
public sealed record KitResult(string Folder, string Test, string Node, KitOutcome Outcome, string Remark);
