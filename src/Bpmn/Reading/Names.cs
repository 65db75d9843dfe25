using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Namespaces of BPMN 2.0 (§15.3.1) and of Camunda Modeler's extension elements.</summary>
internal static class Names
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";
    public static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";
    public static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The part of a qualified reference behind its prefix, without blanks; null for nothing.</summary>
    public static string? Local(string? reference)
    {
        var text = reference?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        return text[(text.LastIndexOf(':') + 1)..];
    }
}
