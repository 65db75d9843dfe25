using System.Xml;
using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Loads XML from strangers: no document type, nothing fetched, bounded size and depth.</summary>
internal static class HardenedXml
{
    public static XElement? Load(string xml, Report report)
    {
        if (xml.Length > BpmnReader.MostCharacters)
        {
            report.Error(0, 0, null, "bpmn.too-long",
                $"Tệp dài {xml.Length} ký tự, vượt giới hạn {BpmnReader.MostCharacters}. Hãy tách thành nhiều quy trình, hoặc bỏ hình nhúng trong tệp.",
                $"The file has {xml.Length} characters, more than the {BpmnReader.MostCharacters} allowed. Split it into several processes, or remove embedded pictures.");
            return null;
        }
        try
        {
            using (var scout = Open(xml))
                while (scout.Read())
                    if (scout.Depth > BpmnReader.DeepestNesting)
                    {
                        var place = (IXmlLineInfo)scout;
                        report.Error(place.LineNumber, place.LinePosition, null, "bpmn.too-deep",
                            $"Các phần tử lồng nhau quá {BpmnReader.DeepestNesting} tầng. Hãy tách quy trình con ra tệp riêng và gọi bằng call activity.",
                            $"Elements are nested more than {BpmnReader.DeepestNesting} deep. Move inner sub-processes to files of their own and call them.");
                        return null;
                    }
            using var reader = Open(xml);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            report.Error(e.LineNumber, e.LinePosition, null, "bpmn.not-xml",
                $"Không đọc được XML: {e.Message} Hãy mở tệp bằng Camunda Modeler rồi lưu lại; tệp không được có DOCTYPE.",
                $"The XML cannot be read: {e.Message} Open the file in Camunda Modeler and save it again; a DOCTYPE is not allowed.");
            return null;
        }
    }

    private static XmlReader Open(string xml) => XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = BpmnReader.MostCharacters,
        MaxCharactersFromEntities = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });
}
