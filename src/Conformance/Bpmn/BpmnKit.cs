namespace HaiDang.Conformance.Bpmn;

/// <summary>
/// A folder of BPMN models: <c>execution/</c> with <c>cases.json</c> (inputs and expected traces), <c>refuse/</c> (each breaks one rule
/// of the standard), <c>interchange/</c> (to be read without loss). A part that is not there is left out.
/// </summary>
public static class BpmnKit
{
    /// <summary>Runs all parts that the folder has.</summary>
    /// <param name="root">The folder that holds the parts.</param>
    public static IReadOnlyList<KitResult> Run(string root) => [.. Execution(root), .. Refusals(root), .. Interchange(root)];

    /// <summary>The execution cases: each trace compared as a multiset.</summary>
    public static IReadOnlyList<KitResult> Execution(string root) =>
        File.Exists(Path.Combine(root, "execution", "cases.json")) ? [.. ExecutionCases.Run(Path.Combine(root, "execution"))] : [];

    /// <summary>The models to be refused: each for the rule that its name tells, with element and line.</summary>
    public static IReadOnlyList<KitResult> Refusals(string root) => [.. Files(root, "refuse").Select(RefusalCases.Judge)];

    /// <summary>The models to be read without loss of what is executable.</summary>
    public static IReadOnlyList<KitResult> Interchange(string root) => [.. Files(root, "interchange").Select(InterchangeCases.Judge)];

    private static IEnumerable<string> Files(string root, string part) => Directory.Exists(Path.Combine(root, part))
        ? Directory.EnumerateFiles(Path.Combine(root, part), "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
