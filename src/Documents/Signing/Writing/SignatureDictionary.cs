using HaiDang.Documents.Model;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>
/// The signature dictionary with room for what is known only once the rest of the file is written (ISO 32000-1 §12.8.1, table 252;
/// ETSI EN 319 142-1 §6.3: <c>SubFilter</c> ETSI.CAdES.detached, no <c>Cert</c>).
/// </summary>
/// <param name="Body">Its text.</param>
/// <param name="RangeAt">Where in the text the numbers of <c>ByteRange</c> go.</param>
/// <param name="ContentsAt">Where in the text the delimiter &lt; of <c>Contents</c> stands.</param>
/// <param name="ContentsLength">Length of <c>Contents</c> with both its delimiters.</param>
internal sealed record SignatureDictionary(byte[] Body, int RangeAt, int ContentsAt, int ContentsLength)
{
    /// <summary>Room for the numbers of <c>ByteRange</c>: four of up to ten digits.</summary>
    public const int RangeLength = 43;

    public static SignatureDictionary For(PdfSignatureRequest request, int largestSignature)
    {
        var bytes = new UpdateBytes().Ascii("<</Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange [");
        var rangeAt = bytes.Length;
        bytes.Ascii(new string(' ', RangeLength)).Ascii("]\n/Contents ");
        var contentsAt = bytes.Length;
        bytes.Ascii("<" + new string('0', 2 * largestSignature) + ">");
        var contentsLength = bytes.Length - contentsAt;
        bytes.Ascii("\n/M ").Node(PdfTextString.Of(request.SigningTime));
        Add("Name", request.SignerName);
        Add("Reason", request.Reason);
        Add("Location", request.Location);
        return new(bytes.Ascii("\n>>").ToArray(), rangeAt, contentsAt, contentsLength);

        void Add(string key, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text)) bytes.Ascii($"\n/{key} ").Node(PdfTextString.Of(CleanText.Of(text)));
        }
    }
}
