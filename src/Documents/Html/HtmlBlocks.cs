using System.Globalization;
using HaiDang.Documents.Model;
using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Html;

/// <summary>Writes the content of a document.</summary>
internal sealed class HtmlBlocks(HtmlText html, int headingShift)
{
    public void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                var level = string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(6, heading.Level + headingShift)}");
                html.Open(level, string.Create(CultureInfo.InvariantCulture, $"doc-h{heading.Level}"));
                Write(heading.Spans);
                html.Close(level);
                break;
            case ParagraphBlock paragraph:
                html.Open("p", paragraph.Alignment switch
                {
                    Alignment.Center => "doc-center",
                    Alignment.Right => "doc-right",
                    Alignment.Left => "doc-left",
                    _ => null,
                });
                Write(paragraph.Spans);
                html.Close("p");
                break;
            case ListBlock list: List(list); break;
            case QuoteBlock quote:
                html.Open("blockquote");
                Write(quote.Blocks);
                html.Close("blockquote");
                break;
            case TableBlock table: Table(table); break;
            case PictureBlock picture: Picture(picture); break;
            case RuleBlock: html.Open("hr"); break;
            case PageBreakBlock: html.Open("div", "doc-new-page"); html.Close("div"); break;
        }
    }

    private void Write(IReadOnlyList<Span> spans)
    {
        foreach (var span in spans)
        {
            if (span.Link is not null) html.Open("a", null, ("href", span.Link));
            if (span.Bold) html.Open("strong");
            if (span.Italic) html.Open("em");
            html.Text(span.Text);
            if (span.Italic) html.Close("em");
            if (span.Bold) html.Close("strong");
            if (span.Link is not null) html.Close("a");
        }
    }

    private void List(ListBlock list)
    {
        html.Open("ul", "doc-list");
        foreach (var item in list.Items)
        {
            html.Open("li");
            html.Element("span", "doc-label", item.Label);
            html.Open("div");
            Write(item.Blocks);
            html.Close("div");
            html.Close("li");
        }
        html.Close("ul");
    }

    private void Table(TableBlock table)
    {
        html.Open("table", table.Ruled ? "doc-table" : "doc-table doc-plain");
        if (table.Header is { } header)
        {
            html.Open("thead");
            html.Open("tr");
            foreach (var cell in header)
            {
                html.Open("th", null, ("scope", "col"));
                Write(cell);
                html.Close("th");
            }
            html.Close("tr");
            html.Close("thead");
        }
        html.Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Open("tr");
            for (var i = 0; i < row.Count; i++)
            {
                html.Open("td", table.Columns[i] switch { Alignment.Center => "doc-center", Alignment.Right => "doc-right", _ => null });
                Write(row[i]);
                html.Close("td");
            }
            html.Close("tr");
        }
        html.Close("tbody");
        html.Close("table");
    }

    private void Picture(PictureBlock block)
    {
        if (PictureReader.MediaType(block.Picture.Data.Span) is { } type)
        {
            html.Open("img", "doc-picture", ("src", $"data:{type};base64,{Convert.ToBase64String(block.Picture.Data.Span)}"), ("alt", block.Alt));
        }
        else
        {
            html.Element("p", "doc-center", $"[{block.Alt}]");
        }
    }
}
