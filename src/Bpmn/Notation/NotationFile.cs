using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>A file as the standard's own notation sees it: elements by id, and the items that they carry.</summary>
internal sealed class NotationFile
{
    private static readonly HashSet<string> subProcesses = new(StringComparer.Ordinal) { "subProcess", "transaction", "adHocSubProcess" };

    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly ILookup<string, XElement> byName;

    public NotationFile(XElement root)
    {
        Root = root;
        var all = root.Descendants().Where(x => x.Name.Namespace == Names.Model && !x.Ancestors(Names.Model + "extensionElements").Any()).ToList();
        byName = all.ToLookup(x => x.Name.LocalName, StringComparer.Ordinal);
        foreach (var x in all)
            if (IdOf(x) is { } id) byId.TryAdd(id, x);
    }

    public XElement Root { get; }

    /// <summary>All elements of a name, wherever they stand, outside of extension elements.</summary>
    public IEnumerable<XElement> All(string name) => byName[name];

    public IEnumerable<XElement> All(params ReadOnlySpan<string> names)
    {
        var found = new List<XElement>();
        foreach (var name in names) found.AddRange(byName[name]);
        return found;
    }

    public IEnumerable<XElement> Activities => byName.Where(g => g.Key.EndsWith("Task", StringComparison.Ordinal) || g.Key is "task" or "callActivity" || subProcesses.Contains(g.Key))
        .SelectMany(g => g).Where(x => !x.Name.LocalName.StartsWith("global", StringComparison.Ordinal));

    public XElement? Find(string? reference) => Names.Local(reference) is { } id ? byId.GetValueOrDefault(id) : null;

    /// <summary>What an attribute or a child element of that name refers to.</summary>
    public XElement? Refers(XElement x, string name) => Find(Value(x, name));

    public static string? Value(XElement x, string name) => (string?)x.Attribute(name) ?? (string?)x.Element(Names.Model + name);

    public static string? IdOf(XElement x) => ((string?)x.Attribute("id"))?.Trim();

    /// <summary>The name or else the id: what a sentence calls an element.</summary>
    public static string Title(XElement x) => x.AncestorsAndSelf().Select(e => (string?)e.Attribute("name") ?? IdOf(e)).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? x.Name.LocalName;

    public static bool IsSubProcess(XElement x) => subProcesses.Contains(x.Name.LocalName);

    /// <summary>The item definition of something that carries data, a message, signal, error or escalation; null when it names none.</summary>
    public XElement? ItemOf(XElement? x)
    {
        if (x is null) return null;
        if (x.Name.LocalName == "itemDefinition") return x;
        var own = Find((string?)x.Attribute("itemSubjectRef") ?? (string?)x.Attribute("itemRef") ?? (string?)x.Attribute("structureRef"));
        if (own is { Name.LocalName: "itemDefinition" }) return own;
        var behind = x.Name.LocalName switch { "dataObjectReference" => Refers(x, "dataObjectRef"), "dataStoreReference" => Refers(x, "dataStoreRef"), _ => null };
        return behind is null || behind == x ? null : ItemOf(behind);
    }

    /// <summary>Whether two item definitions mean the same: they are one, or have the same structure.</summary>
    public static bool AreEquivalent(XElement a, XElement b) => a == b
        || ((string?)a.Attribute("structureRef") is { Length: > 0 } structure && structure == (string?)b.Attribute("structureRef") && IsCollection(a) == IsCollection(b));

    public static bool IsCollection(XElement x) => ((string?)x.Attribute("isCollection"))?.Trim() is "true" or "1";

    public static IEnumerable<XElement> Inputs(XElement x) => Io(x).Elements(Names.Model + "dataInput");

    public static IEnumerable<XElement> Outputs(XElement x) => Io(x).Elements(Names.Model + "dataOutput");

    public static XElement? Specification(XElement x) => x.Element(Names.Model + "ioSpecification");

    public static bool HasExtensions(XElement x) => x.Elements(Names.Model + "extensionElements").Elements().Any(e => e.Name.Namespace == Names.Zeebe);

    // Events hold their data themselves, everything else in an ioSpecification.
    private static IEnumerable<XElement> Io(XElement x) => Specification(x) is { } own ? [own] : x.Name.LocalName.EndsWith("Event", StringComparison.Ordinal) ? [x] : [];
}
