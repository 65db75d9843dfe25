using FsCheck;
using FsCheck.Fluent;
using HaiDang.Documents.Model;
using HaiDang.Documents.Tests.Pdf;
using HaiDang.Testing;

namespace HaiDang.Documents.Tests.Template;

/// <summary>Data stays data, whatever it looks like.</summary>
public sealed class DataIsNeverMarkupTests
{
    private static readonly string[] Templates =
    [
        "{{ value }}", "**{{ value }}** và *{{ value }}*", "# {{ value }}", "- {{ value }}\n- b", "1. {{ value }}", "> {{ value }}", "`{{ value }}`", "    {{ value }}",
        "|A|B|\n|-|-|\n|{{ value }}|{{ value }}|", "[{{ value }}](https://a.vn/{{ value }})", "![{{ value }}](x)", "::: center\n{{ value }}\n:::", "a{{ value }}b",
        "{{#each [value, value] as v}}\n- {{ v }}\n{{/each}}",
    ];

    [Theory]
    [InlineData("**đậm** _nghiêng_ `mã`")]
    [InlineData("# tiêu đề")]
    [InlineData("- một\n- hai")]
    [InlineData("| a | b |\n|---|---|\n| c | d |")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[bấm](javascript:alert(1))")]
    [InlineData("a\n\nb")]
    [InlineData("    bốn dấu cách")]
    [InlineData("{{ name }}")]
    [InlineData("&lt;b&gt;")]
    [InlineData("\uE000\uE002\uE001")]
    public void Markup_in_a_value_is_written_as_it_is(string value)
    {
        var document = TemplateTests.Render("{{ value }}", value: value);
        Assert.Equal(value + "\n", document.Text);
        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(document.Blocks));
        Assert.All(paragraph.Spans, span => Assert.Equal(new Span(span.Text), span));
    }

    [Fact]
    public void Any_value_leaves_the_structure_as_it_was()
    {
        var plain = Templates.ToDictionary(t => t, t => Shape(TemplateTests.Render(t, value: "chữ").Blocks));
        Check.One(Trials.Of(200), Prop.ForAll(Generators.Text().Where(t => CleanText.Of(t).Trim().Length > 0).ToArbitrary(), value =>
        {
            foreach (var template in Templates) Assert.Equal(plain[template], Shape(TemplateTests.Render(template, value: value).Blocks));
        }));
    }

    [Fact]
    public void Any_template_is_read_or_refused_and_never_throws()
    {
        var pieces = Gen.Elements("{{", "}}", "{{#if a}}", "{{/if}}", "{{else}}", "{{#each a as b}}", "{{/each}}", "{{ a }}", "|", "\n", "---\n", "key: v\n", "  - {a: b}\n", ":::", "::: center\n", "\"", "\\", "# ", "- ", "*", "`", "[a](b)", "![c](d)", "{", "}");
        var text = Gen.Choose(0, 30).SelectMany(n => Gen.ArrayOf(Gen.OneOf(pieces, Generators.Text().Select(t => t[..Math.Min(t.Length, 12)])), n)).Select(string.Concat);
        Check.One(Trials.Of(1000), Prop.ForAll(text.ToArbitrary(), template =>
        {
            var reading = DocumentTemplate.Read(template, "any.md");
            Assert.Equal(reading.Template is null, reading.Diagnostics.Count > 0);
            if (reading.Template is null) return;
            var document = reading.Template.Render(TemplateTests.Scope());
            PdfCheck.Of(DocumentPdf.Render(document, document.Frame, Sample.Options).Bytes);
            DocumentHtml.Render(document, document.Frame);
        }));
    }

    /// <summary>The structure without its words.</summary>
    private static string Shape(IEnumerable<Block> blocks) => string.Join(' ', blocks.Select(block => block switch
    {
        HeadingBlock h => $"h{h.Level}({Shape(h.Spans)})",
        ParagraphBlock p => $"p({Shape(p.Spans)})",
        ListBlock l => $"l({string.Join('|', l.Items.Select(i => Shape(i.Blocks)))})",
        QuoteBlock q => $"q({Shape(q.Blocks)})",
        TableBlock t => $"t({t.Columns.Count}x{t.Rows.Count})",
        _ => block.GetType().Name,
    }));

    private static string Shape(IEnumerable<Span> spans) => string.Concat(spans.Select(s => (s.Bold ? "b" : "") + (s.Italic ? "i" : "") + (s.Link is null ? "." : "a")));
}
