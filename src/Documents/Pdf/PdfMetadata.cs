using System.Globalization;
using System.Security;
using System.Text;

namespace HaiDang.Documents.Pdf;

/// <summary>What a file says about itself, the same in its information dictionary and in XMP (ISO 32000-1 §14.3, ISO 16684-1).</summary>
internal sealed record PdfMetadata(string Title, string? Author, string? Subject, string Language, DateTimeOffset Created)
{
    /// <summary>What made the file.</summary>
    public const string Producer = "Hải Đăng";

    public PdfDict Info() => new()
    {
        ["Title"] = new PdfText(Title),
        ["Author"] = Author is null ? null : new PdfText(Author),
        ["Subject"] = Subject is null ? null : new PdfText(Subject),
        ["Creator"] = new PdfText(Producer),
        ["Producer"] = new PdfText(Producer),
        ["CreationDate"] = new PdfAscii(Date(Created)),
        ["ModDate"] = new PdfAscii(Date(Created)),
    };

    public byte[] Xmp()
    {
        var moment = Created.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        var xmp = new StringBuilder();
        xmp.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xmp.Append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">");
        xmp.Append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">");
        xmp.Append("<dc:format>application/pdf</dc:format>");
        xmp.Append(CultureInfo.InvariantCulture, $"<dc:language><rdf:Bag><rdf:li>{Xml(Language)}</rdf:li></rdf:Bag></dc:language>");
        xmp.Append(CultureInfo.InvariantCulture, $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(Title)}</rdf:li></rdf:Alt></dc:title>");
        if (Author is not null) xmp.Append(CultureInfo.InvariantCulture, $"<dc:creator><rdf:Seq><rdf:li>{Xml(Author)}</rdf:li></rdf:Seq></dc:creator>");
        if (Subject is not null) xmp.Append(CultureInfo.InvariantCulture, $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(Subject)}</rdf:li></rdf:Alt></dc:description>");
        xmp.Append(CultureInfo.InvariantCulture, $"<xmp:CreatorTool>{Producer}</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>");
        xmp.Append(CultureInfo.InvariantCulture, $"<pdf:Producer>{Producer}</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>\n");
        for (var i = 0; i < 20; i++) xmp.Append(' ', 99).Append('\n');
        xmp.Append("<?xpacket end=\"w\"?>");
        return Encoding.UTF8.GetBytes(xmp.ToString());
    }

    private static string Xml(string text) => SecurityElement.Escape(text);

    private static string Date(DateTimeOffset moment)
    {
        var offset = moment.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"D:{moment:yyyyMMddHHmmss}{sign}{offset:hh}'{offset:mm}'");
    }
}
