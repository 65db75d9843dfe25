using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Reads what all elements share: heads, attributes, expressions.</summary>
internal sealed class ElementReader(Report report)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public Report Report => report;

    /// <summary>The head of an element; for elements that others refer to (<paramref name="needsId"/>) a missing id is an error.</summary>
    public ElementHead Head(XElement x, bool needsId = true)
    {
        IXmlLineInfo place = x;
        var id = ((string?)x.Attribute("id"))?.Trim();
        if (string.IsNullOrEmpty(id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"line-{place.LineNumber}-{place.LinePosition}");
            if (needsId)
                report.Error(place.LineNumber, place.LinePosition, id, "bpmn.no-id",
                    $"Phần tử {x.Name.LocalName} không có id. Hãy đặt cho nó một id duy nhất trong tệp.",
                    $"The {x.Name.LocalName} has no id. Give it one that is unique in the file.");
        }
        else if (!seen.Add(id))
            report.Error(place.LineNumber, place.LinePosition, id, "bpmn.duplicate-id",
                $"id \"{id}\" được dùng cho nhiều phần tử. Hãy đặt id khác cho một trong số đó.",
                $"The id \"{id}\" is used by several elements. Give one of them another id.");
        return new ElementHead(id, Blank((string?)x.Attribute("name")), Documentation(x), Properties(x), place.LineNumber, place.LinePosition);
    }

    private string? Documentation(XElement x)
    {
        var texts = x.Elements(Names.Model + "documentation").ToList();
        foreach (var text in texts)
            if ((string?)text.Attribute("textFormat") is { } format && !IsMimeType(format))
                report.Error(text, "bpmn.text-format",
                    $"textFormat \"{format}\" không phải kiểu MIME. Hãy ghi ví dụ text/plain.",
                    $"The textFormat \"{format}\" is no MIME type. Write for example text/plain.");
        return Blank(string.Join("\n\n", texts.Select(d => d.Value.Trim())));
    }

    public static bool IsMimeType(string text) => text.Split('/') is [{ Length: > 0 }, { Length: > 0 }];

    private static Dictionary<string, string> Properties(XElement x)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var properties = x.Element(Names.Model + "extensionElements")?.Element(Names.Zeebe + "properties")?.Elements(Names.Zeebe + "property") ?? [];
        foreach (var property in properties)
            if ((string?)property.Attribute("name") is { Length: > 0 } name)
                all[name] = (string?)property.Attribute("value") ?? "";
        return all;
    }

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A whole number from an attribute, or the given value when it is absent; what is no number is reported.</summary>
    public int? Whole(XElement x, string attribute, int? absent)
    {
        if ((string?)x.Attribute(attribute) is not { } text) return absent;
        if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        report.Error(x, "bpmn.not-a-number",
            $"{attribute}=\"{text}\" không phải số nguyên. Hãy ghi một số nguyên.", $"{attribute}=\"{text}\" is no whole number. Write a whole number.");
        return absent;
    }

    /// <summary>true or false from an attribute, or the given value when it is absent; anything else is reported.</summary>
    public bool Flag(XElement x, string attribute, bool absent)
    {
        switch (((string?)x.Attribute(attribute))?.Trim())
        {
            case null: return absent;
            case "true" or "1": return true;
            case "false" or "0": return false;
            case var text:
                report.Error(x, "bpmn.not-a-flag",
                    $"{attribute}=\"{text}\" phải là true hoặc false.", $"{attribute}=\"{text}\" must be true or false.");
                return absent;
        }
    }

    /// <summary>The FEEL of a condition-like child element; null when the element is absent or empty.</summary>
    public static BpmnExpression? Condition(XElement x, string name)
    {
        var child = x.Element(Names.Model + name);
        return child is null || string.IsNullOrWhiteSpace(child.Value) ? null : Inside(child, always: true);
    }

    public static BpmnExpression Inside(XElement x, bool always)
    {
        IXmlLineInfo place = x;
        var language = Blank((string?)x.Attribute("language"));
        return always
            ? BpmnExpression.Always(x.Value, place.LineNumber, place.LinePosition, language)
            : BpmnExpression.TextOrFeel(x.Value, place.LineNumber, place.LinePosition, language);
    }

    /// <summary>A value in an attribute: FEEL with a leading <c>=</c>, otherwise a text; null when absent or blank.</summary>
    public static BpmnExpression? Value(XElement? x, string attribute)
    {
        if (Blank((string?)x?.Attribute(attribute)) is not { } text) return null;
        IXmlLineInfo place = x!;
        return BpmnExpression.TextOrFeel(text, place.LineNumber, place.LinePosition);
    }

    /// <summary>FEEL in an attribute, with or without a leading <c>=</c>; null when absent or blank.</summary>
    public static BpmnExpression? Feel(XElement? x, string attribute)
    {
        if (Blank((string?)x?.Attribute(attribute)) is not { } text) return null;
        IXmlLineInfo place = x!;
        return BpmnExpression.Always(text, place.LineNumber, place.LinePosition);
    }

    /// <summary>What a reference means; a reference to nothing is reported.</summary>
    public T? Refer<T>(XElement at, string? reference, IReadOnlyDictionary<string, T> among, string what) where T : class
    {
        if (Names.Local(reference) is not { } id) return null;
        if (among.TryGetValue(id, out var found)) return found;
        Dangling(at, what, id);
        return null;
    }

    public void Dangling(XElement at, string what, string id) =>
        report.Error(at, "bpmn.dangling",
            $"{what} trỏ đến \"{id}\", nhưng trong tệp không có phần tử phù hợp mang id đó. Hãy sửa id hoặc thêm phần tử.",
            $"{what} refers to \"{id}\", but the file has no fitting element of that id. Correct the id or add the element.");
}
