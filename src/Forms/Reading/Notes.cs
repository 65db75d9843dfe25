namespace HaiDang.Forms.Reading;

/// <summary>Collects diagnostics of one schema.</summary>
internal sealed class Notes(string source, LineMap lines)
{
    readonly List<FormDiagnostic> _found = [];

    public string Source => source;

    public void Error(int offset, string? component, string code, string vi, string en) =>
        Add(offset, component, code, vi, en, FormSeverity.Error);

    public void Warning(int offset, string? component, string code, string vi, string en) =>
        Add(offset, component, code, vi, en, FormSeverity.Warning);

    public (int Line, int Column) At(int offset) => lines.At(offset);

    public IReadOnlyList<FormDiagnostic> InOrder() => [.. _found.OrderBy(note => note.Line).ThenBy(note => note.Column)];

    void Add(int offset, string? component, string code, string vi, string en, FormSeverity severity)
    {
        var (line, column) = lines.At(offset);
        _found.Add(new(source, line, column, component, code, vi, en, severity));
    }
}
