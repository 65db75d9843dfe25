using System.Globalization;
using System.Text;

namespace HaiDang.Documents.Tests.Signing;

/// <summary>PDF files written by hand, with a classic cross-reference table.</summary>
internal static class MinimalPdf
{
    /// <summary>One page that says "So 15/GXN-UBND".</summary>
    public static byte[] OnePage() => Of(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
        Stream("BT /F1 14 Tf 72 770 Td (So 15/GXN-UBND) Tj ET"),
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");

    /// <summary>Objects numbered from 1; the first is the catalog.</summary>
    public static byte[] Of(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        Section(text, [.. places.Select((place, i) => (i + 1, place))], $"/Size {objects.Length + 1} /Root 1 0 R", withFree: true);
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>The file with objects replaced or added by an incremental update, as an attacker or another program would.</summary>
    public static byte[] Updated(byte[] pdf, params (int Number, string Body)[] objects)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(pdf));
        var before = text.ToString();
        var previous = before[(before.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var places = new List<(int, int)>();
        foreach (var (number, body) in objects)
        {
            places.Add((number, text.Length));
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
        Section(text, places, $"/Size 100 /Root 1 0 R /Prev {previous}", withFree: false);
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static string Stream(string content) => $"<</Length {content.Length}>>\nstream\n{content}\nendstream";

    private static void Section(StringBuilder text, IReadOnlyList<(int Number, int Place)> places, string trailer, bool withFree)
    {
        var start = text.Length;
        text.Append("xref\n");
        if (withFree) text.Append("0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in places) text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<<{trailer}>>\nstartxref\n{start}\n%%EOF\n");
    }
}
