using System.Text;

namespace HaiDang.Documents.Template;

/// <summary>
/// Keeps values out of Markdown: each is stood for by letters of the private use area, which Markdown takes for a word, and comes back
/// when the structure is known. So data never becomes markup, whatever it holds.
/// </summary>
internal sealed class ValuePlaces
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';
    private const char Zero = '\uE002';
    private const char Last = '\uE00B';

    private readonly List<string> values = [];

    /// <summary>Whether text of a template holds letters that stand for values.</summary>
    public static int IndexIn(string text) => text.AsSpan().IndexOfAnyInRange(Open, Last);

    /// <summary>Keeps a value and returns what stands for it.</summary>
    public string Keep(string value)
    {
        values.Add(value);
        var place = new StringBuilder().Append(Open);
        foreach (var digit in (values.Count - 1).ToString("D", System.Globalization.CultureInfo.InvariantCulture)) place.Append((char)(Zero + digit - '0'));
        return place.Append(Close).ToString();
    }

    /// <summary>Text with the values in their places.</summary>
    public string Fill(string text)
    {
        if (!text.Contains(Open)) return text;
        var filled = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != Open)
            {
                filled.Append(text[i]);
                continue;
            }
            var index = 0;
            for (i++; i < text.Length && text[i] != Close; i++) index = index * 10 + text[i] - Zero;
            filled.Append(values[index]);
        }
        return filled.ToString();
    }
}
