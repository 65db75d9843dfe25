using System.Globalization;
using System.Text;

namespace HaiDang.Bpmn;

/// <summary>Writes SVG: escapes everything, rounds coordinates, knows no inline style and no script.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    public override string ToString() => text.ToString();

    /// <summary>Opens an element; attributes that are null are left out.</summary>
    public SvgWriter Open(string name, params (string Name, object? Value)[] attributes)
    {
        Tag(name, attributes).Append('>');
        open.Push(name);
        return this;
    }

    public SvgWriter Close()
    {
        text.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    public SvgWriter Empty(string name, params (string Name, object? Value)[] attributes)
    {
        Tag(name, attributes).Append("/>");
        return this;
    }

    /// <summary>An element that holds only text.</summary>
    public SvgWriter Leaf(string name, string content, params (string Name, object? Value)[] attributes)
    {
        Tag(name, attributes).Append('>');
        Escape(content);
        text.Append("</").Append(name).Append('>');
        return this;
    }

    public static string Fine(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);

    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private StringBuilder Tag(string name, (string Name, object? Value)[] attributes)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is null) continue;
            text.Append(' ').Append(key).Append("=\"");
            Escape(value is double number ? Number(number) : Convert.ToString(value, CultureInfo.InvariantCulture)!);
            text.Append('"');
        }
        return text;
    }

    private void Escape(string content)
    {
        foreach (var c in content)
            switch (c)
            {
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '&': text.Append("&amp;"); break;
                case '"': text.Append("&quot;"); break;
                case < ' ' and not ('\n' or '\t'): break;
                default: text.Append(c); break;
            }
    }
}
