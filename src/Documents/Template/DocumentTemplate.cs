using HaiDang.Documents.Template;
using HaiDang.Feel;

namespace HaiDang.Documents;

/// <summary>A template that was read, or the reasons why it could not be.</summary>
/// <param name="Template">The template, or null when <paramref name="Diagnostics"/> holds errors.</param>
/// <param name="Diagnostics">Everything that is wrong, in order of place.</param>
public sealed record DocumentTemplateReading(DocumentTemplate? Template, IReadOnlyList<DocumentDiagnostic> Diagnostics);

/// <summary>
/// A document in Markdown (CommonMark 0.31 with pipe tables) with FEEL in <c>{{ … }}</c>. Immutable and thread-safe.
/// <list type="bullet">
/// <item><c>{{ expression }}</c> writes a value; <c>{{ expression | format }}</c> writes it as date, long-date, time, number, money or upper.</item>
/// <item><c>{{#if condition}} … {{else}} … {{/if}}</c> and <c>{{#each list as item}} … {{/each}}</c>; <c>as item, n</c> counts from 1.</item>
/// <item>A value is never markup. An empty paragraph vanishes. A table whose header cells are all empty has no header.</item>
/// <item><c>::: center</c>, <c>right</c>, <c>left</c>, <c>basis</c> (legal basis, in italics), <c>plain</c> (tables without lines), <c>appendix</c> (after the signature, on pages of its own), closed by <c>:::</c>.</item>
/// </list>
/// </summary>
public sealed class DocumentTemplate
{
    private readonly IReadOnlyList<TemplateNode> content;
    private readonly IReadOnlyList<(string Key, IReadOnlyList<TemplateNode> Value)> head;

    private DocumentTemplate(
        string sourceName, IReadOnlyList<TemplateNode> content, IReadOnlyList<(string, IReadOnlyList<TemplateNode>)> head, IReadOnlyDictionary<string, string> frontMatter, IReadOnlyList<TemplateName> names)
    {
        SourceName = sourceName;
        this.content = content;
        this.head = head;
        FrontMatter = frontMatter;
        Names = names;
    }

    /// <summary>The name that the caller gave the template.</summary>
    public string SourceName { get; }

    /// <summary>
    /// The entries of the front matter as written, expressions unfilled; the items of a list are the lines of its value.
    /// </summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; }

    /// <summary>The names that expressions take from the scope, in order of place, once for each use; names of <c>#each</c> are not among them.</summary>
    public IReadOnlyList<TemplateName> Names { get; }

    /// <summary>Reads a template. Never throws for what it says.</summary>
    /// <param name="markdown">The text of the template.</param>
    /// <param name="sourceName">The name that diagnostics carry, usually the path of the file.</param>
    /// <param name="names">Names in scope that hold blanks or operators, as FEEL needs to know them.</param>
    public static DocumentTemplateReading Read(string markdown, string sourceName, IEnumerable<string>? names = null)
    {
        var source = new SourceText(markdown, sourceName);
        var problems = new List<DocumentDiagnostic>();
        if (ValuePlaces.IndexIn(markdown) is >= 0 and var foreign)
        {
            problems.Add(source.At(foreign, "document.private-character",
                "Mẫu chứa ký tự thuộc vùng dùng riêng (U+E000–U+E00B); hãy xóa ký tự này.", "The template holds a private-use character (U+E000–U+E00B); delete it."));
        }
        var front = Template.FrontMatter.Read(source, problems);
        var reader = new TemplateReader(source, [.. names ?? []], problems);
        var head = new List<(string, IReadOnlyList<TemplateNode>)>();
        foreach (var entry in front.Entries)
        {
            var upToHere = new SourceText(markdown[..(entry.Offset + entry.Value.Length)], sourceName);
            head.Add((entry.Key, reader.Read(TemplateScanner.Scan(upToHere, entry.Offset, problems))));
        }
        var raw = front.Entries.GroupBy(entry => entry.Key).ToDictionary(lines => lines.Key, lines => string.Join('\n', lines.Select(l => l.Value)));
        var content = reader.Read(TemplateScanner.Scan(source, front.End, problems));
        problems.AddRange(MarkdownProblems.Find(source, front.End));
        problems.Sort((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
        return new DocumentTemplateReading(problems.Count > 0 ? null : new DocumentTemplate(sourceName, content, head, raw, reader.Names), problems);
    }

    /// <summary>Fills the template. Never throws for what the data says: what fails is left empty and noted.</summary>
    /// <param name="scope">What the expressions can see.</param>
    /// <param name="options">Language, zone and pictures; null for <see cref="RenderOptions.Default"/>.</param>
    public RenderedDocument Render(FeelScope scope, RenderOptions? options = null)
    {
        options ??= RenderOptions.Default;
        var notes = new List<DocumentDiagnostic>();
        var renderer = new TemplateRenderer(SourceName, options, notes);
        var frontMatter = head.GroupBy(entry => entry.Key)
            .ToDictionary(lines => lines.Key, lines => string.Join('\n', lines.Select(l => renderer.Plain(l.Value, scope)).Where(line => line.Length > 0)));
        var places = new ValuePlaces();
        var markdown = renderer.Fill(content, scope, places);
        var blocks = new MarkdownReader(places, options.Pictures, SourceName, notes).Read(markdown);
        return new RenderedDocument(blocks, frontMatter, options.Language, notes);
    }
}
