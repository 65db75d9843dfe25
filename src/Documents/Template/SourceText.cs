namespace HaiDang.Documents.Template;

/// <summary>The text of a template with its line starts, to turn offsets into places that people find.</summary>
internal sealed class SourceText
{
    private readonly List<int> lineStarts = [0];

    public SourceText(string text, string name)
    {
        Text = text;
        Name = name;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') lineStarts.Add(i + 1);
        }
    }

    public string Text { get; }

    public string Name { get; }

    /// <summary>Line and column of an offset, both from 1.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var index = lineStarts.BinarySearch(offset);
        if (index < 0) index = ~index - 1;
        return (index + 1, offset - lineStarts[index] + 1);
    }

    public DocumentDiagnostic At(int offset, string code, string vi, string en)
    {
        var (line, column) = Place(offset);
        return new DocumentDiagnostic(Name, line, column, code, vi, en);
    }
}
