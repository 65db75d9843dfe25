using System.Globalization;
using HaiDang.Documents.Model;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigBlock = Markdig.Syntax.Block;
using MarkdigList = Markdig.Syntax.ListBlock;
using MarkdigQuote = Markdig.Syntax.QuoteBlock;

namespace HaiDang.Documents.Template;

/// <summary>Reads Markdown into blocks and puts the values back into their places.</summary>
internal sealed class MarkdownReader(ValuePlaces places, IReadOnlyDictionary<string, DocumentPicture> pictures, string source, List<DocumentDiagnostic> notes)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseCustomContainers().Build();

    /// <summary>The containers that a template may open with <c>:::</c>.</summary>
    public static IReadOnlyList<string> Containers { get; } = ["center", "right", "left", "basis", "plain", "appendix"];

    public IReadOnlyList<Model.Block> Read(string markdown)
    {
        try
        {
            var blocks = new List<Model.Block>();
            Read(Markdown.Parse(markdown, Pipeline), new Surroundings(), blocks);
            return blocks;
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting beyond its limit; the words are kept, line by line.
            notes.Add(new DocumentDiagnostic(source, 0, 0, "document.nested-too-deep",
                "Các khối Markdown lồng nhau quá sâu; nội dung được giữ ở dạng chữ thường.", "Markdown is nested too deep; its words are kept as plain text."));
            return [.. markdown.Split('\n').Where(line => line.Trim().Length > 0).Select(line => new Model.ParagraphBlock([Clean(line)]))];
        }
    }

    private void Read(ContainerBlock container, Surroundings around, List<Model.Block> blocks)
    {
        foreach (var block in container) Read(block, around, blocks);
    }

    private void Read(MarkdigBlock block, Surroundings around, List<Model.Block> blocks)
    {
        switch (block)
        {
            case Markdig.Syntax.HeadingBlock heading:
                var words = Spans(heading.Inline, around).Spans;
                if (HasWords(words)) blocks.Add(new Model.HeadingBlock(heading.Level, words));
                break;
            case Markdig.Syntax.ParagraphBlock paragraph: Paragraph(paragraph.Inline, around, blocks); break;
            case MarkdigList list: blocks.Add(List(list, around)); break;
            case MarkdigQuote quote: blocks.Add(new Model.QuoteBlock(Children(quote, around))); break;
            case Table table: blocks.Add(TableOf(table, around)); break;
            case CodeBlock code:
                blocks.Add(new Model.ParagraphBlock([Clean(code.Lines.ToString())], Alignment.Left, Indent: false));
                break;
            case ThematicBreakBlock: blocks.Add(new RuleBlock()); break;
            case CustomContainer named:
                if (named.Info == "appendix") blocks.Add(new PageBreakBlock());
                Read(named, around.Within(named.Info), blocks);
                break;
            case ContainerBlock other: Read(other, around, blocks); break;
        }
    }

    private List<Model.Block> Children(ContainerBlock container, Surroundings around)
    {
        var blocks = new List<Model.Block>();
        Read(container, around, blocks);
        return blocks;
    }

    private Model.ListBlock List(MarkdigList list, Surroundings around)
    {
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<ListItem>();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var label = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}{list.OrderedDelimiter}") : "-";
            items.Add(new ListItem(label, Children(item, around)));
        }
        return new Model.ListBlock(list.IsOrdered, items);
    }

    private TableBlock TableOf(Table table, Surroundings around)
    {
        var rows = table.OfType<TableRow>().ToList();
        var count = rows.Max(row => row.Count);
        var columns = Enumerable.Range(0, count).Select(i => i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null)
            .Select(a => a switch { TableColumnAlign.Center => Alignment.Center, TableColumnAlign.Right => Alignment.Right, _ => Alignment.Left }).ToList();
        var header = rows.FirstOrDefault(row => row.IsHeader) is { } head ? Cells(head) : null;
        if (header is not null && !header.Any(HasWords)) header = null;
        return new TableBlock(columns, header, [.. rows.Where(row => !row.IsHeader).Select(Cells)], around.Ruled);

        List<IReadOnlyList<Span>> Cells(TableRow row) =>
            [.. Enumerable.Range(0, count).Select(i => i < row.Count ? Cell((TableCell)row[i], around) : [])];
    }

    private List<Span> Cell(TableCell cell, Surroundings around)
    {
        var spans = new List<Span>();
        foreach (var leaf in cell.Descendants<LeafBlock>())
        {
            var (words, shown) = Spans(leaf.Inline, around);
            spans.AddRange(words);
            spans.AddRange(shown.Select(picture => new Span($"[{picture.Alt}]", Italic: true)));
        }
        return spans;
    }

    private void Paragraph(ContainerInline? inline, Surroundings around, List<Model.Block> blocks)
    {
        var (spans, shown) = Spans(inline, around);
        if (HasWords(spans)) blocks.Add(new Model.ParagraphBlock(spans, around.Alignment));
        blocks.AddRange(shown);
    }

    private (List<Span> Spans, List<PictureBlock> Pictures) Spans(ContainerInline? inline, Surroundings around)
    {
        var spans = new List<Span>();
        var shown = new List<PictureBlock>();
        if (inline is not null) Collect(inline, new Span("", Italic: around.Italic), spans, shown);
        return (spans, shown);
    }

    private void Collect(ContainerInline container, Span like, List<Span> spans, List<PictureBlock> shown)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: Add(literal.Content.ToString()); break;
                case CodeInline code: Add(code.Content); break;
                case HtmlEntityInline entity: Add(entity.Transcoded.ToString()); break;
                case LineBreakInline lineBreak: Add(lineBreak.IsHard ? "\n" : " "); break;
                case AutolinkInline address: AddLink(address.Url, address.IsEmail ? "mailto:" + address.Url : address.Url); break;
                case LinkInline { IsImage: true } image: Picture(image); break;
                case LinkInline link: Collect(link, like with { Link = Address(link.Url) }, spans, shown); break;
                case CustomContainerInline colons:
                    Add("::");
                    Collect(colons, like, spans, shown);
                    Add("::");
                    break;
                case EmphasisInline emphasis:
                    Collect(emphasis, emphasis.DelimiterCount >= 2 ? like with { Bold = true } : like with { Italic = !like.Italic }, spans, shown);
                    break;
                case ContainerInline other: Collect(other, like, spans, shown); break;
            }
        }

        void Add(string text)
        {
            if (text.Length > 0) spans.Add(like with { Text = CleanText.Of(places.Fill(text)) });
        }

        void AddLink(string text, string url) => spans.Add(like with { Text = CleanText.Of(places.Fill(text)), Link = Address(url) });

        void Picture(LinkInline image)
        {
            var alt = CleanText.Of(places.Fill(string.Concat(image.Descendants<LiteralInline>().Select(l => l.Content.ToString()))));
            var name = places.Fill(image.Url ?? "");
            if (pictures.TryGetValue(name, out var picture))
            {
                shown.Add(new PictureBlock(picture, alt.Length > 0 ? alt : CleanText.Of(picture.Alt)));
                return;
            }
            notes.Add(new DocumentDiagnostic(source, 0, 0, "document.unknown-picture",
                $"Không có hình tên “{name}”; lời mô tả được viết thay.", $"There is no picture “{name}”; its words stand in its place."));
            spans.Add(new Span($"[{(alt.Length > 0 ? alt : CleanText.Of(name))}]", Italic: true));
        }
    }

    /// <summary>An address that a document may lead to; null, and a note, for any other.</summary>
    private string? Address(string? url)
    {
        var filled = places.Fill(url ?? "");
        if (Uri.TryCreate(filled, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto") return address.AbsoluteUri;
        notes.Add(new DocumentDiagnostic(source, 0, 0, "document.bad-link",
            $"“{CleanText.Of(filled)}” không phải địa chỉ http, https hoặc mailto; chữ được giữ, liên kết bị bỏ.",
            $"“{CleanText.Of(filled)}” is no http, https or mailto address; the words stay, the link is left out."));
        return null;
    }

    private Span Clean(string text) => new(CleanText.Of(places.Fill(text)));

    private static bool HasWords(IReadOnlyList<Span> spans) => spans.Any(s => !string.IsNullOrWhiteSpace(s.Text));

    /// <summary>What the containers around a block say about it.</summary>
    private sealed record Surroundings(Alignment Alignment = Alignment.Justify, bool Italic = false, bool Ruled = true)
    {
        public Surroundings Within(string? container) => container switch
        {
            "center" => this with { Alignment = Alignment.Center },
            "right" => this with { Alignment = Alignment.Right },
            "left" => this with { Alignment = Alignment.Left },
            "basis" => this with { Italic = true },
            "plain" => this with { Ruled = false },
            _ => this,
        };
    }
}
