namespace HaiDang.Documents.Signing.Reading;

/// <summary>An indirect object as it stands in the file (ISO 32000-1 §7.3.10).</summary>
internal sealed record IndirectObject(int Number, int Generation, PdfNode Value)
{
    /// <summary>
    /// Reads the object at a place; null when none stands there or it is malformed. <paramref name="length"/> finds the length of a
    /// stream, which may be a reference; a stream that is not exactly that long is malformed, because readers would differ over it.
    /// </summary>
    public static IndirectObject? Read(byte[] file, int at, Func<PdfNode, int?> length)
    {
        if (at < 0 || at >= file.Length) return null;
        var lexer = new PdfLexer(file, at);
        if (lexer.Integer() is not { } number || lexer.Integer() is not { } generation || !lexer.Word("obj")) return null;
        if (lexer.Value() is not { } value) return null;
        if (lexer.Word("endobj")) return new(number, generation, value);
        if (value is not DictNode entries || !lexer.Word("stream") || !lexer.EndOfStreamKeyword()) return null;
        if (length(entries["Length"]) is not { } size || size < 0 || size > file.Length - lexer.Position) return null;
        var end = new PdfLexer(file, lexer.Position + size);
        return end.Word("endstream") ? new(number, generation, new StreamNode(entries, file.AsMemory(lexer.Position, size))) : null;
    }
}
