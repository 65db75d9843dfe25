using System.Text;
using HaiDang.Documents.Model;

namespace HaiDang.Documents;

/// <summary>A template filled with data: what <see cref="DocumentPdf"/> and <see cref="DocumentHtml"/> draw. Immutable.</summary>
public sealed class RenderedDocument
{
    internal RenderedDocument(IReadOnlyList<Block> blocks, IReadOnlyDictionary<string, string> frontMatter, string language, IReadOnlyList<DocumentDiagnostic> notes)
    {
        Blocks = blocks;
        FrontMatter = frontMatter;
        Language = language;
        Notes = notes;
    }

    /// <summary>A document of nothing but its frame.</summary>
    public static RenderedDocument Empty { get; } = new([], new Dictionary<string, string>(), "vi", []);

    /// <summary>The entries of the front matter with their expressions filled in; keys as they are written.</summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; }

    /// <summary>
    /// The frame that the front matter describes, or null without <c>authority</c>. Keys: superior, authority (the issuing agency), number,
    /// place, date (2026-11-22 or 22/11/2026), title (the kind), subtitle, addressed-to, recipients, signer, signer-title, signer-authority,
    /// signer-hint, the same with left-signer, sign (<c>true</c> keeps room for a signature's mark), qr, qr-caption, qr-code.
    /// </summary>
    public OfficialFrame? Frame => FrontMatterFrame.Of(FrontMatter, Language);

    /// <summary>The language that values were written in, <c>vi</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>What came out empty or had to be replaced, with its place in the template.</summary>
    public IReadOnlyList<DocumentDiagnostic> Notes { get; }

    /// <summary>The words of the document without any markup, a line for each paragraph, item and row.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            Write(Blocks, text);
            return text.ToString();
        }
    }

    internal IReadOnlyList<Block> Blocks { get; }

    /// <summary>What stands before the signature: everything up to the first appendix.</summary>
    internal IEnumerable<Block> Main => Blocks.TakeWhile(block => block is not PageBreakBlock);

    /// <summary>What stands after the signature.</summary>
    internal IEnumerable<Block> Appendices => Blocks.SkipWhile(block => block is not PageBreakBlock);

    private static void Write(IReadOnlyList<Block> blocks, StringBuilder text)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading: Line(heading.Spans); break;
                case ParagraphBlock paragraph: Line(paragraph.Spans); break;
                case QuoteBlock quote: Write(quote.Blocks, text); break;
                case PictureBlock picture: text.Append(picture.Alt).Append('\n'); break;
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        text.Append(item.Label).Append(' ');
                        Write(item.Blocks, text);
                    }
                    break;
                case TableBlock table:
                    if (table.Header is not null) Row(table.Header);
                    foreach (var row in table.Rows) Row(row);
                    break;
            }
        }

        void Line(IReadOnlyList<Span> spans)
        {
            foreach (var span in spans) text.Append(span.Text);
            text.Append('\n');
        }

        void Row(IReadOnlyList<IReadOnlyList<Span>> cells) =>
            text.AppendJoin('\t', cells.Select(cell => string.Concat(cell.Select(s => s.Text)).Replace('\n', ' '))).Append('\n');
    }
}
