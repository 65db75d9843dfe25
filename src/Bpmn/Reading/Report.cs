using System.Xml;
using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Collects diagnostics of one file.</summary>
internal sealed class Report(string source)
{
    private readonly List<BpmnDiagnostic> diagnostics = [];

    public IReadOnlyList<BpmnDiagnostic> InOrder() => [.. diagnostics.Distinct().OrderBy(d => d.Line).ThenBy(d => d.Column)];

    public void Error(int line, int column, string? elementId, string code, string vi, string en) =>
        diagnostics.Add(new BpmnDiagnostic(source, line, column, elementId, code, vi, en));

    public void Error(XElement at, string code, string vi, string en)
    {
        IXmlLineInfo place = at;
        Error(place.LineNumber, place.LinePosition, at.AncestorsAndSelf().Select(e => (string?)e.Attribute("id")).FirstOrDefault(id => id is not null), code, vi, en);
    }

    public void Error(BpmnElement at, string code, string vi, string en) => Error(at.Line, at.Column, at.Id, code, vi, en);

    public void Warn(BpmnElement at, string code, string vi, string en) =>
        diagnostics.Add(new BpmnDiagnostic(source, at.Line, at.Column, at.Id, code, vi, en, BpmnSeverity.Warning));
}
