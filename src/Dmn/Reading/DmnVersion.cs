using System.Xml.Linq;

namespace HaiDang.Dmn.Reading;

/// <summary>The namespaces of the versions of DMN that are read.</summary>
internal static class DmnVersion
{
    private static readonly Dictionary<string, string> Models = new()
    {
        ["http://www.omg.org/spec/DMN/20151101/dmn.xsd"] = "1.1",
        ["http://www.omg.org/spec/DMN/20180521/MODEL/"] = "1.2",
        ["https://www.omg.org/spec/DMN/20191111/MODEL/"] = "1.3",
        ["https://www.omg.org/spec/DMN/20211108/MODEL/"] = "1.4",
        ["https://www.omg.org/spec/DMN/20230324/MODEL/"] = "1.5",
    };

    private static readonly HashSet<string> Feel =
    [
        "http://www.omg.org/spec/FEEL/20140401", "http://www.omg.org/spec/DMN/20180521/FEEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/",
        "https://www.omg.org/spec/DMN/20211108/FEEL/", "https://www.omg.org/spec/DMN/20230324/FEEL/", "feel", "FEEL",
    ];

    public static string? Of(XNamespace ns) => Models.GetValueOrDefault(ns.NamespaceName);

    public static bool IsModel(string? importType) => importType is not null && Models.ContainsKey(importType);

    public static bool IsFeel(string? language) => string.IsNullOrWhiteSpace(language) || Feel.Contains(language.Trim());
}
