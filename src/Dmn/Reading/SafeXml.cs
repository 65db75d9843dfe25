using System.Xml;
using System.Xml.Linq;

namespace HaiDang.Dmn.Reading;

/// <summary>
/// XML from strangers: no document type, no external entities, nothing fetched, limits on size and depth. Depth is measured
/// in a pass of its own, before anything recursive sees the tree.
/// </summary>
internal static class SafeXml
{
    /// <summary>The longest source that is read, in UTF-16 units.</summary>
    public const int MostCharacters = 8_000_000;

    /// <summary>How deeply elements may nest.</summary>
    public const int MostDepth = 120;

    public static XElement? Read(DmnSource source, Report report)
    {
        if (source.Xml.Length > MostCharacters)
        {
            report.Whole(Says.TooLarge, source.Xml.Length, MostCharacters);
            return null;
        }
        try
        {
            using (var pass = Open(source))
            {
                while (pass.Read())
                {
                    if (pass.Depth <= MostDepth) continue;
                    report.At(new(((IXmlLineInfo)pass).LineNumber, ((IXmlLineInfo)pass).LinePosition), null, Says.TooDeep, MostDepth);
                    return null;
                }
            }
            using var reader = Open(source);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            var says = source.Xml.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? Says.DocumentType : Says.Malformed;
            report.At(new(e.LineNumber, e.LinePosition), null, says, e.Message);
            return null;
        }
    }

    private static XmlReader Open(DmnSource source) => XmlReader.Create(new StringReader(source.Xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });
}
