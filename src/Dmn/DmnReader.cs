using HaiDang.Dmn.Reading;

namespace HaiDang.Dmn;

/// <summary>A reference from one model to another.</summary>
/// <param name="Namespace">The namespace of the imported model.</param>
/// <param name="Name">The name under which its elements are known here; empty when they are known by their own.</param>
/// <param name="Location">Where the author says that it is, or null. Resolve it against a folder of your own, never as it stands.</param>
public sealed record DmnImport(string Namespace, string Name, string? Location);

/// <summary>
/// Reads DMN 1.1 to 1.5 (OMG formal/2024-01-01 is 1.5). Input is not trusted: no document type, no external entities,
/// nothing is fetched, size and depth are limited. Diagrams are left aside.
/// </summary>
public static class DmnReader
{
    /// <summary>Reads a model with everything that is wrong with it.</summary>
    /// <param name="xml">The text of the model, at most 8 million characters.</param>
    /// <param name="source">A name for it in diagnostics, usually its path.</param>
    /// <param name="imports">Finds the models that it imports, read before; null where there is none. Imports of other kinds (XSD, PMML) are left aside.</param>
    /// <returns>The model, unless the text is no DMN at all, and all diagnostics.</returns>
    public static DmnRead Read(string xml, string source, Func<DmnImport, DmnModel?>? imports = null)
    {
        var report = new Report(new DmnSource(source, xml));
        var root = SafeXml.Read(report.Source, report);
        if (root is null) return new(null, report.InOrder);
        if (root.Name.LocalName != "definitions" || DmnVersion.Of(root.Name.Namespace) is not { } version)
        {
            report.At(root, Says.NotDmn, root.Name);
            return new(null, report.InOrder);
        }
        var model = new ModelReader(root, version, report, imports).Read();
        return new(model, report.InOrder);
    }
}
