using System.Xml.Linq;

namespace HaiDang.Dmn.Reading;

/// <summary>Names as FEEL sees them: any run of white space is one space (DMN 1.5 §10.3.1.2).</summary>
internal static class Names
{
    public static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string? Of(XElement element) => (string?)element.Attribute("name") is { } name ? Tidy(name) : null;

    /// <summary>Whether FEEL can read the name without being told of it: letters, digits and underscores only.</summary>
    public static bool IsSimple(string name) => name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
