using System.Buffers.Binary;
using System.IO.Compression;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;
using HaiDang.Documents.Tests.Template;

namespace HaiDang.Documents.Tests.Pdf;

public sealed class PictureTests
{
    private const string Jpeg =
        "/9j/4AAQSkZJRgABAQEAAAAAAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
        + "pKSkpKSkpKT/wAARCAAIAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAcEAACAgIDAAAAAAAAAAAAAAAAEQECAwQhMnH/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AvzbY5muKjc9skpPwAAf/2Q==";

    [Fact]
    public void A_JPEG_is_embedded_as_it_came()
    {
        var data = Convert.FromBase64String(Jpeg);
        var picture = PictureReader.Read(data, "P0")!;
        Assert.Equal((6, 8, 3, true, false), (picture.Width, picture.Height, picture.Components, picture.Jpeg, picture.Inverted));
        Assert.Equal(data, picture.Data);
    }

    [Theory]
    [InlineData(0, 1), InlineData(0, 2), InlineData(0, 4), InlineData(0, 8), InlineData(0, 16)]
    [InlineData(2, 8), InlineData(2, 16), InlineData(4, 8), InlineData(4, 16), InlineData(6, 8), InlineData(6, 16)]
    public void A_PNG_of_any_kind_and_filter_gives_its_samples(int colour, int depth)
    {
        const int Width = 13, Height = 11;
        var channels = colour switch { 0 => 1, 2 => 3, 4 => 2, _ => 4 };
        var random = new Random(colour * 100 + depth);
        var samples = Enumerable.Range(0, Width * Height * channels).Select(_ => random.Next(1 << depth)).ToArray();
        var picture = PictureReader.Read(Png(Width, Height, depth, colour, channels, samples), "P0")!;
        var opaque = channels is 1 or 3;
        var seen = opaque ? channels : channels - 1;
        Assert.Equal((Width, Height, seen, opaque), (picture.Width, picture.Height, picture.Components, picture.Opacity is null));
        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            for (var c = 0; c < seen; c++) Assert.Equal(Eight(samples[pixel * channels + c]), picture.Data[pixel * seen + c]);
            if (!opaque) Assert.Equal(Eight(samples[pixel * channels + seen]), picture.Opacity![pixel]);
        }

        byte Eight(int sample) => (byte)(depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1));
    }

    [Fact]
    public void A_palette_gives_its_colours_and_its_transparency()
    {
        var samples = Enumerable.Range(0, 16).Select(i => i % 3).ToArray();
        var picture = PictureReader.Read(Png(4, 4, 2, 3, 1, samples, palette: [255, 0, 0, 0, 255, 0, 0, 0, 255], transparency: [128]), "P0")!;
        Assert.Equal([255, 0, 0, 0, 255, 0, 0, 0, 255], picture.Data[..9]);
        Assert.Equal([128, 255, 255, 128], picture.Opacity![..4]);
    }

    [Fact]
    public void A_template_shows_pictures_with_their_words_and_keeps_the_words_of_those_it_lacks()
    {
        var options = new RenderOptions { Pictures = new Dictionary<string, DocumentPicture>
        {
            ["map"] = new(Convert.FromBase64String(Jpeg)), ["seal"] = new(Png(3, 3, 8, 6, 4, new int[36]), "Con dấu"), ["broken"] = new(new byte[] { 0xFF, 0xD8, 1, 2 }),
        } };
        var document = TemplateTests.Render("Trước ![Sơ đồ khu phố](map) sau\n\n![](seal)\n\n![Hỏng](broken)\n\n![Không có](none)\n\n|A|\n|-|\n|![Nhỏ](map)|", options);
        var pdf = DocumentPdf.Render(document, null, Sample.Options);
        Assert.Contains("No syntax or stream encoding errors found", Tool.Check(pdf.Bytes));
        var text = Tool.Text(pdf.Bytes, "-raw");
        Assert.Contains("[Hỏng]", text);
        Assert.Contains("[Không có]", text);
        Assert.Contains("[Nhỏ]", text);
        var alternatives = PdfCheck.Of(pdf.Bytes).Alternatives;
        Assert.Equal(["Sơ đồ khu phố", "Con dấu"], alternatives);
        Assert.Contains(pdf.Notes, n => n.Code == "document.unreadable-picture");
        Assert.Contains(document.Notes, n => n.Code == "document.unknown-picture");
        Assert.Contains("alt=\"Sơ đồ khu phố\"", DocumentHtml.Render(document, null));
    }

    [Fact]
    public void Broken_files_are_no_pictures_and_never_throw()
    {
        var random = new Random(7);
        byte[][] whole = [Convert.FromBase64String(Jpeg), Png(9, 9, 8, 2, 3, new int[9 * 9 * 3]), Png(9, 9, 4, 3, 1, new int[81], palette: new byte[6])];
        for (var i = 0; i < 3000; i++)
        {
            var file = whole[i % 3].ToArray();
            for (var k = 0; k < 3; k++) file[random.Next(2, file.Length)] = (byte)random.Next(256);
            PictureReader.Read(file.AsMemory(0, random.Next(1, file.Length + 1)), "P0");
        }
    }

    /// <summary>Writes a PNG whose rows go through all five filters.</summary>
    private static byte[] Png(int width, int height, int depth, int colour, int channels, int[] samples, byte[]? palette = null, byte[]? transparency = null)
    {
        var rowLength = (width * channels * depth + 7) / 8;
        var step = Math.Max(1, channels * depth / 8);
        var rows = new byte[height][];
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                var row = rows[y] = new byte[rowLength];
                for (var i = 0; i < width * channels; i++)
                {
                    var sample = samples[y * width * channels + i];
                    if (depth == 16) BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(2 * i), (ushort)sample);
                    else row[i * depth / 8] |= (byte)(sample << (8 - depth - i * depth % 8));
                }
                zlib.WriteByte((byte)(y % 5));
                for (var i = 0; i < rowLength; i++)
                {
                    int left = i >= step ? row[i - step] : 0, up = y > 0 ? rows[y - 1][i] : 0, corner = i >= step && y > 0 ? rows[y - 1][i - step] : 0;
                    var estimate = left + up - corner;
                    var nearest = new[] { left, up, corner }.MinBy(v => Math.Abs(estimate - v));
                    zlib.WriteByte((byte)(row[i] - (y % 5) switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => nearest }));
                }
            }
        }
        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colour);
        Chunk("IHDR"u8, header);
        if (palette is not null) Chunk("PLTE"u8, palette);
        if (transparency is not null) Chunk("tRNS"u8, transparency);
        Chunk("IDAT"u8, packed.ToArray());
        Chunk("IEND"u8, []);
        return png.ToArray();

        void Chunk(ReadOnlySpan<byte> type, byte[] data)
        {
            Span<byte> number = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            png.Write(number);
            png.Write(type);
            png.Write(data);
            png.Write(stackalloc byte[4]);
        }
    }
}
