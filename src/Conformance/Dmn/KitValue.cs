using System.Xml.Linq;
using HaiDang.Feel;

namespace HaiDang.Conformance.Dmn;

/// <summary>Values as the kit's test files write them.</summary>
internal static class KitValue
{
    private static readonly XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly Dictionary<string, FeelExpression> readers = new[] { "date(v)", "time(v)", "date and time(v)", "duration(v)", "number(v)" }
        .ToDictionary(e => e, e => FeelExpression.Parse(e).Value!);

    /// <summary>The value that an element holds: a list, components, or one value with its XML Schema type.</summary>
    public static FeelValue Read(XElement node)
    {
        var ns = node.Name.Namespace;
        if (IsNil(node)) return FeelValue.Null;
        if (node.Element(ns + "list") is { } list) return IsNil(list) ? FeelValue.Null : FeelValue.List(list.Elements(ns + "item").Select(Read));
        if (node.Elements(ns + "component").ToList() is { Count: > 0 } components)
            return FeelValue.Context(components.Select(c => KeyValuePair.Create((string?)c.Attribute("name") ?? "", Read(c))));
        if (node.Element(ns + "value") is not { } value || IsNil(value)) return FeelValue.Null;
        var text = value.Value;
        return ((string?)value.Attribute(xsi + "type"))?.Split(':')[^1] switch
        {
            "boolean" => FeelValue.Of(text.Trim() is "true" or "1"),
            "decimal" or "double" or "integer" or "int" or "long" or "float" => Feel("number(v)", text.Trim()),
            "date" => Feel("date(v)", text),
            "time" => Feel("time(v)", text),
            "dateTime" => Feel("date and time(v)", text),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => Feel("duration(v)", text),
            _ => FeelValue.Of(text),
        };
    }

    /// <summary>Whether a value is the expected one; numbers may differ in the last places, because the kit's were made with fewer digits than FEEL has.</summary>
    public static bool Same(FeelValue found, FeelValue wanted)
    {
        if (found == wanted) return true;
        if (found.AsDecimal is { } a && wanted.AsDecimal is { } b) return Math.Abs(a - b) <= 0.00000001m * Math.Max(1, Math.Abs(b));
        if (found.AsList is { } items && wanted.AsList is { } expected) return items.Count == expected.Count && items.Zip(expected).All(p => Same(p.First, p.Second));
        return found.AsContext is { } entries && wanted.AsContext is { } other && entries.Count == other.Count
            && other.All(o => entries.TryGetValue(o.Key, out var value) && Same(value, o.Value));
    }

    private static bool IsNil(XElement element) => (bool?)element.Attribute(xsi + "nil") == true;

    private static FeelValue Feel(string reader, string text) => readers[reader].Evaluate(FeelScope.Empty.With("v", FeelValue.Of(text)));
}
