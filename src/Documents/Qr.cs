using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace HaiDang.Documents;

/// <summary>QR codes (ISO/IEC 18004) with error correction M, drawn as vectors: black on white with the quiet zone of four modules.</summary>
public static class Qr
{
    private const int QuietZone = 4;

    /// <summary>The longest text that a code holds: UTF-8 bytes of version 40 with error correction M (ISO/IEC 18004, table 7).</summary>
    public const int LongestText = 2331;

    /// <summary>
    /// The code as an SVG element of its own, without inline style: class <c>qr</c>, a role and a name for readers, a view box of modules
    /// so that CSS gives the size. Null when the text is longer than <see cref="LongestText"/> bytes or empty.
    /// </summary>
    /// <param name="text">What the code holds.</param>
    /// <param name="altText">What a reader says in place of the picture.</param>
    public static string? Svg(string text, string altText)
    {
        if (Matrix(text) is not { } dark) return null;
        var side = dark.GetLength(0) + 2 * QuietZone;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(altText)}\" shape-rendering=\"crispEdges\">");
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"");
        foreach (var (x, y, length) in Runs(dark)) svg.Append(CultureInfo.InvariantCulture, $"M{x + QuietZone} {y + QuietZone}h{length}v1h-{length}z");
        return svg.Append("\"/></svg>").ToString();
    }

    /// <summary>Rectangles of the dark modules in a square of side <paramref name="side"/> that includes the quiet zone.</summary>
    internal static IReadOnlyList<(double X, double Y, double Width, double Height)> Rectangles(bool[,] dark, double left, double top, double side)
    {
        var module = side / (dark.GetLength(0) + 2 * QuietZone);
        return [.. Runs(dark).Select(run => (left + (run.X + QuietZone) * module, top + (run.Y + QuietZone) * module, run.Length * module, module))];
    }

    /// <summary>The dark modules by column and row, without quiet zone; null as in <see cref="Svg"/>.</summary>
    internal static bool[,]? Matrix(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length is 0 or > LongestText) return null;
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Encoding.UTF8.GetBytes(text), QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;

        // The generator surrounds the code with a quiet zone of its own.
        var size = rows.Count - 2 * QuietZone;
        var dark = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++) dark[x, y] = rows[y + QuietZone][x + QuietZone];
        }
        return dark;
    }

    private static IEnumerable<(int X, int Y, int Length)> Runs(bool[,] dark)
    {
        var size = dark.GetLength(0);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (!dark[x, y]) continue;
                var start = x;
                while (x < size && dark[x, y]) x++;
                yield return (start, y, x - start);
            }
        }
    }
}
