using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Documents.Tests.Template;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("Chào {{ name }}!", "Chào Ánh!\n")]
    [InlineData("{{ if age >= 18 then \"đủ\" else \"chưa đủ\" }} tuổi", "đủ tuổi\n")]
    [InlineData("{{#if age > 30}}già{{else}}trẻ{{/if}}", "trẻ\n")]
    [InlineData("{{#each items as x}}{{ x.name }};{{/each}}", "Bút;Vở;\n")]
    [InlineData("{{#each items as x, n}}{{ n }}. {{ x.name }} {{/each}}", "1. Bút 2. Vở\n")]
    [InlineData("{{#each items as x}}{{#if x.price > 4000}}{{ x.name }}{{/if}}{{/each}}", "Vở\n")]
    [InlineData("- a\n{{#each items as x}}\n- {{ x.name }}\n{{/each}}\n- z", "- a\n- Bút\n- Vở\n- z\n")]
    [InlineData("|A|B|\n|-|-|\n{{#each items as x}}\n|{{ x.name }}|{{ x.price | money }}|\n{{/each}}", "A\tB\nBút\t3.500\u00A0đ\nVở\t12.000\u00A0đ\n")]
    [InlineData("{{ { a: { b: 1 } }.a.b }}", "1\n")]
    [InlineData("{{ \"}} trong chuỗi\" }}", "}} trong chuỗi\n")]
    [InlineData("\\{{ không phải thẻ", "{{ không phải thẻ\n")]
    [InlineData("{{#if age > 30}}\nvắng\n{{/if}}\n\ncòn", "còn\n")]
    [InlineData("Một  \nhai\nba", "Một\nhai ba\n")]
    [InlineData("a\n\n{{ nothing }}\n\nb", "a\nb\n")]
    public void A_template_says_what_its_data_says(string template, string text)
    {
        Assert.Equal(text, Render(template).Text);
    }

    [Theory]
    [InlineData("{{ born | date }}", "05/01/1998")]
    [InlineData("{{ born | long-date }}", "ngày 05 tháng 01 năm 1998")]
    [InlineData("{{ date(\"2019-06-29\") | long-date }}", "ngày 29 tháng 6 năm 2019")]
    [InlineData("{{ date(\"2026-11-22\") }}", "22/11/2026")]
    [InlineData("{{ date and time(\"2026-11-22T07:32:05Z\") }}", "14:32 22/11/2026")]
    [InlineData("{{ date and time(\"2026-11-22T23:30:00Z\") | date }}", "23/11/2026")]
    [InlineData("{{ \"2026-11-22T23:30:00Z\" | time }}", "06:30")]
    [InlineData("{{ \"2026-11-22T23:30\" | time }}", "23:30")]
    [InlineData("{{ time(\"14:32:00\") }}", "14:32")]
    [InlineData("{{ 1234567.5 }}", "1234567,5")]
    [InlineData("{{ 1234567.5 | number }}", "1.234.567,5")]
    [InlineData("{{ \"15000\" | money }}", "15.000\u00A0đ")]
    [InlineData("{{ name | upper }}", "ÁNH")]
    [InlineData("{{ true }}", "có")]
    [InlineData("{{ [1, 2.5, \"ba\"] }}", "1, 2,5, ba")]
    public void Values_are_written_as_Vietnamese_documents_do(string template, string text)
    {
        Assert.Equal(text + "\n", Render(template).Text);
    }

    [Theory]
    [InlineData("{{ 1234567.5 | number }}", "1,234,567.5")]
    [InlineData("{{ born | long-date }}", "5 January 1998")]
    [InlineData("{{ false }}", "no")]
    public void Or_as_English_ones_do(string template, string text)
    {
        Assert.Equal(text + "\n", Render(template, new RenderOptions { Language = "en" }).Text);
    }

    [Theory]
    [InlineData("Một\nHai {{ name", 2, 5, "document.unclosed-tag")]
    [InlineData("{{ }}", 1, 3, "document.empty-expression")]
    [InlineData("{{#if a}}x", 1, 3, "document.unclosed-block")]
    [InlineData("x\n{{/if}}", 2, 3, "document.stray-tag")]
    [InlineData("{{else}}", 1, 3, "document.stray-tag")]
    [InlineData("{{#if a}}{{else}}{{else}}{{/if}}", 1, 20, "document.second-else")]
    [InlineData("{{#while a}}", 1, 3, "document.unknown-block")]
    [InlineData("{{#each a}}{{/each}}", 1, 3, "document.each-without-as")]
    [InlineData("{{ a | sideways }}", 1, 8, "document.unknown-format")]
    [InlineData("::: middle\nx\n:::", 1, 5, "document.unknown-container")]
    [InlineData("::: center\nx", 1, 1, "document.unclosed-container")]
    [InlineData("---\nkhông phải khóa\n---\nx", 2, 1, "document.front-matter")]
    [InlineData("---\na: 1\nx", 1, 1, "document.unclosed-front-matter")]
    [InlineData("---\na: 1\na: 2\n---\nx", 3, 1, "document.repeated-key")]
    [InlineData("chữ \uE003", 1, 5, "document.private-character")]
    public void What_is_wrong_is_told_with_its_place(string template, int line, int column, string code)
    {
        var reading = DocumentTemplate.Read(template, "result.md");
        Assert.Null(reading.Template);
        var found = Assert.Single(reading.Diagnostics);
        Assert.Equal(("result.md", line, column, code), (found.Source, found.Line, found.Column, found.Code));
        Assert.NotEqual(found.Vi, found.En);
    }

    [Fact]
    public void What_is_wrong_in_an_expression_is_told_at_its_place_in_the_template()
    {
        var found = Assert.Single(DocumentTemplate.Read("Dòng một\nDòng hai {{ 1 + * }}", "result.md").Diagnostics);
        Assert.Equal(2, found.Line);
        Assert.InRange(found.Column, 13, 18);
        Assert.StartsWith("feel.", found.Code);
    }

    [Fact]
    public void All_problems_are_told_at_once_in_order()
    {
        var reading = DocumentTemplate.Read("{{ }}\n{{ a | x }}\n::: nowhere\n:::\n{{/each}}", "result.md");
        Assert.Equal([1, 2, 3, 5], reading.Diagnostics.Select(d => d.Line));
    }

    [Fact]
    public void The_names_it_needs_are_known_with_their_lines_but_not_its_own()
    {
        var template = Read("---\nnumber: \"{{ result.number }}\"\n---\n{{ applicant.name }}\n{{#each parts as p, n}}{{ p.name }}{{ n }}{{ city }}{{/each}}");
        Assert.Equal([("result.number", 2), ("applicant.name", 4), ("parts", 5), ("city", 5)], template.Names.Select(n => (n.Name, n.Line)));
    }

    [Fact]
    public void What_has_no_value_is_left_empty_and_noted()
    {
        var document = Render("Họ tên: {{ applicant.name }}.");
        Assert.Equal("Họ tên: .\n", document.Text);
        Assert.Contains(document.Notes, n => n is { Code: "document.empty-value", Line: 1, Column: 12 });
    }

    [Fact]
    public void A_value_that_a_format_cannot_write_stays_and_is_noted()
    {
        var document = Render("{{ name | money }}");
        Assert.Equal("Ánh\n", document.Text);
        Assert.Contains(document.Notes, n => n.Code == "document.format-does-not-fit");
    }

    [Fact]
    public void Repetition_has_a_limit_that_is_told()
    {
        var document = Render("{{#each for i in 1..100 return i as i}}x{{/each}}", new RenderOptions { MostItems = 10 });
        Assert.Equal("xxxxxxxxxx\n", document.Text);
        Assert.Single(document.Notes, n => n.Code == "document.too-many-items");
    }

    [Fact]
    public void A_head_describes_the_frame()
    {
        var document = Render("""
            ---
            # mẫu của phường
            superior: UBND thành phố Hải Phòng
            authority: "{{ unit }}"
            number: 15/GXN-UBND
            date: "{{ born }}"
            place: Hồng Bàng
            title: Giấy xác nhận
            subtitle: 'Tình trạng hôn nhân'
            recipients:
              - Như trên
              - "Lưu: VT"
            left-signer-title: Người nộp hồ sơ
            left-signer: {{ name }}
            signer-authority: {{ if age > 30 then "KT. CHỦ TỊCH" else null }}
            signer-title: "{{ title }}"
            signer: {{ tricky }}
            sign: true
            qr: https://haiphong.gov.vn/k/1
            ---
            Nội dung.
            """);
        var frame = document.Frame!;
        Assert.Equal("Phường \"Hồng\", {Bàng}", frame.Agency);
        Assert.Equal(new DateOnly(1998, 1, 5), frame.Date);
        Assert.Equal("Tình trạng hôn nhân", frame.Subtitle);
        Assert.Equal(["Như trên", "Lưu: VT"], frame.Recipients);
        Assert.Equal(("NGƯỜI NỘP HỒ SƠ", "Ánh"), (frame.LeftSigner!.Title!.ToUpperInvariant(), frame.LeftSigner.Name));
        Assert.Empty(frame.Signer!.Authority);
        Assert.Equal("Chủ tịch", frame.Signer.Title);
        Assert.Equal("x\nsign: false\n---", frame.Signer.Name);
        Assert.True(frame.ReserveSignature);
        Assert.Equal("https://haiphong.gov.vn/k/1", frame.Verification!.Url);
        Assert.Equal("Nội dung.\n", document.Text);
        Assert.Empty(document.Notes);
        Assert.Equal("Như trên\nLưu: VT", document.FrontMatter["recipients"]);
    }

    [Fact]
    public void Markdown_nested_beyond_reason_keeps_its_words()
    {
        var document = Render(string.Concat(Enumerable.Repeat("> ", 2000)) + "sâu");
        Assert.Contains("sâu", document.Text);
    }

    internal static DocumentTemplate Read(string markdown)
    {
        var reading = DocumentTemplate.Read(markdown, "result.md");
        Assert.Empty(reading.Diagnostics);
        return reading.Template!;
    }

    internal static FeelScope Scope(string? value = null)
    {
        var scope = new FeelScope(FeelValue.FromJson(JsonNode.Parse("""
            {"name": "Ánh", "age": 20, "born": "1998-01-05", "items": [{"name": "Bút", "price": 3500}, {"name": "Vở", "price": 12000}],
             "unit": "Phường \"Hồng\", {Bàng}", "title": "Chủ tịch", "tricky": "x\nsign: false\n---", "nothing": ""}
            """)));
        return value is null ? scope : scope.With("value", FeelValue.Of(value));
    }

    internal static RenderedDocument Render(string markdown, RenderOptions? options = null, string? value = null) => Read(markdown).Render(Scope(value), options);
}
