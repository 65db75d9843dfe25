namespace HaiDang.Documents.Model;

/// <summary>Where the lines of a paragraph stand.</summary>
internal enum Alignment
{
    Justify,
    Left,
    Center,
    Right,
}

/// <summary>A run of letters of one kind. A line feed in it ends the line.</summary>
/// <param name="Text">NFC text.</param>
/// <param name="Bold">Whether it is strong.</param>
/// <param name="Italic">Whether it is emphasised.</param>
/// <param name="Link">The absolute address that it leads to, or null.</param>
internal sealed record Span(string Text, bool Bold = false, bool Italic = false, string? Link = null);

/// <summary>A part of a document, from top to bottom.</summary>
internal abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 part or chapter, 2 section, 3 article ("Điều"), 4 to 6 clauses with a title.</param>
/// <param name="Spans">Its words.</param>
internal sealed record HeadingBlock(int Level, IReadOnlyList<Span> Spans) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Spans">Its words.</param>
/// <param name="Alignment">Where its lines stand.</param>
/// <param name="Indent">Whether the first line is set in.</param>
internal sealed record ParagraphBlock(IReadOnlyList<Span> Spans, Alignment Alignment = Alignment.Justify, bool Indent = true) : Block;

/// <summary>A list; each item has the mark that stands before it.</summary>
internal sealed record ListBlock(bool Ordered, IReadOnlyList<ListItem> Items) : Block;

/// <summary>An item of a list.</summary>
internal sealed record ListItem(string Label, IReadOnlyList<Block> Blocks);

/// <summary>A passage set in from both sides.</summary>
internal sealed record QuoteBlock(IReadOnlyList<Block> Blocks) : Block;

/// <summary>A table; every row has as many cells as <paramref name="Columns"/>.</summary>
/// <param name="Columns">The alignment of each column.</param>
/// <param name="Header">The cells of the header, or null when the table has none.</param>
/// <param name="Rows">The rows below.</param>
/// <param name="Ruled">Whether lines are drawn.</param>
internal sealed record TableBlock(
    IReadOnlyList<Alignment> Columns,
    IReadOnlyList<IReadOnlyList<Span>>? Header,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<Span>>> Rows,
    bool Ruled) : Block;

/// <summary>A picture.</summary>
internal sealed record PictureBlock(DocumentPicture Picture, string Alt) : Block;

/// <summary>A short line across the middle.</summary>
internal sealed record RuleBlock : Block;

/// <summary>An appendix begins: a new page, after the signature.</summary>
internal sealed record PageBreakBlock : Block;
