using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaiDang.Forms.Reading;

/// <summary>A JSON value that knows where it stands (byte offset in the UTF-8 text).</summary>
internal abstract record LocatedJson(int Offset)
{
    public abstract JsonNode? ToNode();
}

internal sealed record LocatedObject(int Offset, IReadOnlyList<LocatedMember> Members) : LocatedJson(Offset)
{
    public LocatedJson? this[string name] => Members.LastOrDefault(member => member.Name == name)?.Value;

    public override JsonNode? ToNode()
    {
        var node = new JsonObject();
        foreach (var member in Members) node[member.Name] = member.Value.ToNode();
        return node;
    }
}

internal sealed record LocatedMember(string Name, int Offset, LocatedJson Value);

internal sealed record LocatedArray(int Offset, IReadOnlyList<LocatedJson> Items) : LocatedJson(Offset)
{
    public override JsonNode? ToNode() => new JsonArray([.. Items.Select(item => item.ToNode())]);
}

internal sealed record LocatedString(int Offset, string Value) : LocatedJson(Offset)
{
    public override JsonNode? ToNode() => JsonValue.Create(Value);
}

internal sealed record LocatedNumber(int Offset, decimal? Value, string Text) : LocatedJson(Offset)
{
    public override JsonNode? ToNode() => Value is { } value ? JsonValue.Create(value) : JsonValue.Create(Text);
}

internal sealed record LocatedBoolean(int Offset, bool Value) : LocatedJson(Offset)
{
    public override JsonNode? ToNode() => JsonValue.Create(Value);
}

internal sealed record LocatedNull(int Offset) : LocatedJson(Offset)
{
    public override JsonNode? ToNode() => null;
}

/// <summary>Reads JSON text into <see cref="LocatedJson"/>; what is no JSON is answered with an offset and a reason.</summary>
internal static class LocatedJsonReader
{
    public static LocatedJson Read(ReadOnlySpan<byte> utf8, out int failedAt)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = FormLimits.SchemaDepth, CommentHandling = JsonCommentHandling.Disallow });
        failedAt = 0;
        try
        {
            Next(ref reader);
            var value = Value(ref reader);
            if (reader.Read()) throw new JsonException("more than one value");
            return value;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            failedAt = (int)Math.Min(reader.BytesConsumed, utf8.Length);
            throw new JsonException(error.Message, error);
        }
    }

    static void Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("the text ends too early");
    }

    static LocatedJson Value(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<LocatedMember>();
                for (Next(ref reader); reader.TokenType != JsonTokenType.EndObject; Next(ref reader))
                {
                    var (name, nameAt) = (reader.GetString()!, (int)reader.TokenStartIndex);
                    Next(ref reader);
                    members.Add(new(name, nameAt, Value(ref reader)));
                }
                return new LocatedObject(at, members);
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                for (Next(ref reader); reader.TokenType != JsonTokenType.EndArray; Next(ref reader)) items.Add(Value(ref reader));
                return new LocatedArray(at, items);
            case JsonTokenType.String:
                return new LocatedString(at, reader.GetString()!);
            case JsonTokenType.Number:
                return new LocatedNumber(at, reader.TryGetDecimal(out var number) ? number : null, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return new LocatedBoolean(at, reader.TokenType == JsonTokenType.True);
            default:
                return new LocatedNull(at);
        }
    }
}

/// <summary>Turns byte offsets into lines and columns.</summary>
internal sealed class LineMap
{
    readonly byte[] _utf8;
    readonly List<int> _starts = [0];

    public LineMap(byte[] utf8)
    {
        _utf8 = utf8;
        for (var i = 0; i < utf8.Length; i++)
            if (utf8[i] == (byte)'\n') _starts.Add(i + 1);
    }

    public (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, _utf8.Length);
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        var start = _starts[line];
        return (line + 1, Encoding.UTF8.GetCharCount(_utf8, start, offset - start) + 1);
    }
}
