using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HaiDang.Documents.Tests;

public sealed class QrTests
{
    private static readonly string[] Finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];

    [Fact]
    public void A_code_has_its_three_finders_and_its_timing_lines()
    {
        var dark = Qr.Matrix("https://haiphong.gov.vn/kiem-tra/7F3K-92QX")!;
        var size = dark.GetLength(0);
        Assert.Equal(1, size % 4);
        foreach (var (left, top) in new[] { (0, 0), (size - 7, 0), (0, size - 7) })
        {
            for (var y = 0; y < 7; y++)
            {
                for (var x = 0; x < 7; x++) Assert.Equal(Finder[y][x] == '#', dark[left + x, top + y]);
            }
        }
        for (var i = 8; i < size - 8; i++) Assert.Equal((i % 2 == 0, i % 2 == 0), (dark[i, 6], dark[6, i]));
    }

    [Fact]
    public void SVG_and_PDF_draw_the_same_modules()
    {
        const string Text = "https://haiphong.gov.vn/kiem-tra/7F3K-92QX";
        var svg = XElement.Parse(Qr.Svg(Text, "Mã QR <\"&>")!);
        Assert.Equal(("img", "Mã QR <\"&>"), ((string?)svg.Attribute("role"), (string?)svg.Attribute("aria-label")));
        var side = int.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var path = svg.Elements().Last().Attribute("d")!.Value;
        var fromSvg = Regex.Matches(path, @"M(\d+) (\d+)h(\d+)v1h-\d+z").Select(m => string.Join(' ', m.Groups.Values.Skip(1).Select(g => g.Value))).ToHashSet();
        var fromPdf = Qr.Rectangles(Qr.Matrix(Text)!, 0, 0, side).Select(r => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(r.X)} {Math.Round(r.Y)} {Math.Round(r.Width)}")).ToHashSet();
        Assert.Equal(fromSvg, fromPdf);
        Assert.Null(svg.Attribute("style"));
    }

    [Theory]
    [InlineData(1, true), InlineData(2331, true), InlineData(2332, false), InlineData(0, false)]
    public void A_text_that_no_code_can_hold_gives_none(int length, bool fits)
    {
        Assert.Equal(fits, Qr.Svg(new string('a', length), "") is not null);
    }

    [Fact]
    public void Vietnamese_letters_count_as_their_bytes()
    {
        Assert.NotNull(Qr.Svg(new string('ữ', 2331 / 3), ""));
        Assert.Null(Qr.Svg(new string('ữ', 2331 / 3 + 1), ""));
    }
}
