using System.Xml;
using System.Xml.Linq;
using HaiDang.Dmn;
using HaiDang.Feel;

namespace HaiDang.Conformance.Dmn;

/// <summary>
/// The public DMN Technology Compatibility Kit: folders with models (<c>*.dmn</c>) and tests (<c>*-test-*.xml</c>), counted as
/// result nodes, as the kit's own site counts them.
/// </summary>
public static class DmnKit
{
    private static readonly DateTimeOffset now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Runs every test file that lies below a folder, in the order of their paths.</summary>
    /// <param name="root">A kit, one of its levels, or a single test folder.</param>
    public static IReadOnlyList<KitResult> Run(string root) =>
    [
        .. Directory.EnumerateFiles(root, "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(tests => RunFile(KitPath.FolderIn(root, tests), tests)),
    ];

    private static IEnumerable<KitResult> RunFile(string folder, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (Tests(path, out var why) is not { } tests)
        {
            yield return new(folder, name, "", KitOutcome.Error, why);
            yield break;
        }
        var ns = tests.Name.Namespace;
        var beside = Path.GetDirectoryName(path)!;
        var model = KitModels.Load(beside, Path.Combine(beside, (tests.Element(ns + "modelName")?.Value ?? "").Trim()));
        foreach (var test in tests.Elements(ns + "testCase"))
        {
            var id = (string?)test.Attribute("id") ?? "";
            var inputs = FeelValue.Context(test.Elements(ns + "inputNode").Select(i => KeyValuePair.Create((string?)i.Attribute("name") ?? "", KitValue.Read(i))));
            foreach (var node in test.Elements(ns + "resultNode"))
            {
                var (outcome, remark) = Skips.ReasonFor(folder, id) is { } reason ? (KitOutcome.Ignored, reason) : Judge(model, test, node, inputs);
                yield return new(folder, name, $"{id}/{(string?)node.Attribute("name")}", outcome, remark);
            }
        }
    }

    private static XElement? Tests(string path, out string why)
    {
        why = "";
        try
        {
            // An expected string may be nothing but spaces.
            return XDocument.Load(path, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException wrong)
        {
            why = $"the tests cannot be read: {wrong.Message}";
            return null;
        }
    }

    private static (KitOutcome, string) Judge(DmnModel? model, XElement test, XElement node, FeelValue inputs)
    {
        if (model is null) return (KitOutcome.Error, "the model cannot be read");
        var name = (string?)node.Attribute("name") ?? "";
        var asked = (string?)test.Attribute("type") is "decisionService" or "bkm" ? (string?)test.Attribute("invocableName") ?? name : name;
        var wanted = node.Element(node.Name.Namespace + "expected") is { } expected ? KitValue.Read(expected) : FeelValue.Null;
        var result = model.Evaluate(asked, inputs, now);
        // A service with several outputs gives a context; the kit then asks for its entries.
        var found = model.Services.Any(s => s.Name == asked) && result.Value.AsContext?.TryGetValue(name, out var entry) == true ? entry : result.Value;
        if (KitValue.Same(found, wanted)) return (KitOutcome.Success, "");
        var notes = string.Join(" | ", result.Notes.Take(2).Select(n => $"{n.Line}:{n.Column} {n.En}"));
        return (KitOutcome.Error, $"expected {Short(wanted)}, found {Short(found)} {notes}".TrimEnd());
    }

    private static string Short(FeelValue value) => value.ToString() is { Length: > 120 } text ? text[..120] + "…" : value.ToString();
}
