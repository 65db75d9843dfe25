using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Signing.Reading;

/// <summary>
/// Undoes the filters that cross-reference streams and object streams use: none, or FlateDecode with a PNG predictor
/// (ISO 32000-1 §7.4.4, RFC 1950, RFC 2083 §6).
/// </summary>
internal static class PdfStreamData
{
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>The data, or null when it is malformed, too large or of another filter.</summary>
    public static byte[]? Decode(StreamNode stream)
    {
        var filter = stream.Entries["Filter"] is ArrayNode { Items.Count: 1 } filters ? filters.Items[0] : stream.Entries["Filter"];
        var parameters = stream.Entries["DecodeParms"] is ArrayNode { Items.Count: 1 } list ? list.Items[0] : stream.Entries["DecodeParms"];
        return filter switch
        {
            NullNode or ArrayNode { Items.Count: 0 } => stream.Data.ToArray(),
            NameNode { Name: "FlateDecode" } when Flate.Unpack(stream.Data.ToArray(), Largest) is { } data => Unpredict(data, parameters as DictNode ?? DictNode.Empty),
            _ => null,
        };
    }

    private static byte[]? Unpredict(byte[] data, DictNode parameters)
    {
        var predictor = (parameters["Predictor"] as NumberNode)?.Integer ?? 1;
        if (predictor == 1) return data;
        var columns = (parameters["Columns"] as NumberNode)?.Integer ?? 1;
        var colours = (parameters["Colors"] as NumberNode)?.Integer ?? 1;
        var bits = (parameters["BitsPerComponent"] as NumberNode)?.Integer ?? 8;
        if (predictor < 10 || bits != 8 || colours is < 1 or > 4 || columns is < 1 or > 65536) return null;

        var width = columns * colours;
        if (data.Length % (width + 1) != 0) return null;
        var rows = data.Length / (width + 1);
        var result = new byte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            var kind = data[row * (width + 1)];
            if (kind > 4) return null;
            for (var i = 0; i < width; i++)
            {
                var left = i >= colours ? result[row * width + i - colours] : 0;
                var up = row > 0 ? result[(row - 1) * width + i] : 0;
                var corner = row > 0 && i >= colours ? result[(row - 1) * width + i - colours] : 0;
                var guess = kind switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
                result[row * width + i] = (byte)(data[row * (width + 1) + 1 + i] + guess);
            }
        }
        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
