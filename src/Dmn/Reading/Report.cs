using System.Globalization;
using System.Xml.Linq;
using HaiDang.Feel;

namespace HaiDang.Dmn.Reading;

/// <summary>One sentence of this engine: severity, code, both languages with places for values.</summary>
internal sealed record Saying(DmnSeverity Severity, string Code, string Vi, string En)
{
    public DmnDiagnostic At(string source, Place place, string? element, params object?[] args) => new(
        Severity, source, place.Line, place.Column, element, Code,
        string.Format(CultureInfo.InvariantCulture, Vi, args), string.Format(CultureInfo.InvariantCulture, En, args));
}

/// <summary>Gathers what is to be said about one source.</summary>
internal sealed class Report(DmnSource source)
{
    private readonly List<DmnDiagnostic> said = [];

    public DmnSource Source => source;

    public IReadOnlyList<DmnDiagnostic> InOrder => [.. said.OrderBy(d => d.Line).ThenBy(d => d.Column)];

    public void Whole(Saying saying, params object?[] args) => said.Add(saying.At(source.Name, default, null, args));

    public void At(Place place, string? element, Saying saying, params object?[] args) => said.Add(saying.At(source.Name, place, element, args));

    public void At(XElement element, Saying saying, params object?[] args) =>
        At(DmnSource.Of(element), DmnSource.IdOf(element), saying, args);

    /// <summary>What FEEL says about the text of an element, placed in the source.</summary>
    public void Feel(XElement text, IEnumerable<FeelDiagnostic> diagnostics)
    {
        foreach (var d in diagnostics)
        {
            var place = source.Within(text, d.Line, d.Column);
            said.Add(new(DmnSeverity.Error, source.Name, place.Line, place.Column, DmnSource.IdOf(text), d.Code, d.Vi, d.En));
        }
    }
}
