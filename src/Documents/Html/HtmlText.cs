using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HaiDang.Documents.Html;

/// <summary>HTML in the making: elements, classes and escaped text.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder html = new();

    public static string Escape(string text) => Encoder.Encode(text);

    public void Open(string element, string? classes = null, params (string Name, string Value)[] attributes)
    {
        html.Append('<').Append(element);
        if (classes is not null) html.Append(" class=\"").Append(classes).Append('"');
        foreach (var (name, value) in attributes) html.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
        html.Append('>');
    }

    public void Close(string element) => html.Append("</").Append(element).Append('>');

    /// <summary>Escaped text; line feeds become <c>br</c>.</summary>
    public void Text(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) html.Append("<br>");
            html.Append(Escape(lines[i]));
        }
    }

    /// <summary>An element with nothing but text in it.</summary>
    public void Element(string element, string? classes, string text)
    {
        Open(element, classes);
        Text(text);
        Close(element);
    }

    /// <summary>Markup of our own making.</summary>
    public void Raw(string markup) => html.Append(markup);

    public override string ToString() => html.ToString();
}
