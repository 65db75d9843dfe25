namespace HaiDang.Documents;

/// <summary>A picture that a template may show, by the name under which the caller gives it.</summary>
/// <param name="Data">The file: JPEG (baseline or progressive; grey, RGB or CMYK) or PNG (1 to 16 bits, every colour type, not interlaced).</param>
/// <param name="Alt">What a reader says in its place when the template gives no words; empty when it is mere decoration.</param>
public sealed record DocumentPicture(ReadOnlyMemory<byte> Data, string Alt = "");
