namespace HaiDang.Documents.Fonts;

/// <summary>The four faces of the one typeface that official documents use.</summary>
internal enum FontFace
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>The faces of Tinos, read once from the assembly. Tinos has the metrics of Times New Roman, which the Decree names.</summary>
internal static class Typeface
{
    private static readonly Lazy<TrueTypeFont>[] Faces = [.. Enum.GetValues<FontFace>().Select(face => new Lazy<TrueTypeFont>(() => Read(face)))];

    public static TrueTypeFont Of(FontFace face) => Faces[(int)face].Value;

    public static FontFace Face(bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) => FontFace.BoldItalic,
        (true, false) => FontFace.Bold,
        (false, true) => FontFace.Italic,
        _ => FontFace.Regular,
    };

    private static TrueTypeFont Read(FontFace face)
    {
        var name = $"Tinos-{face}";
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the assembly.");
        var data = new byte[resource.Length];
        resource.ReadExactly(data);
        return new TrueTypeFont(name, data);
    }
}
