using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Checking;

/// <summary>What the CMS in a signature dictionary says and whether it fits the bytes that it covers (RFC 5652 §5.6).</summary>
internal sealed record CmsFinding
{
    public static readonly CmsFinding Nothing = new();

    private const string SigningTimeAttribute = "1.2.840.113549.1.9.5";

    private static readonly HashSet<string> SafeDigests =
    [
        "2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3", // SHA-256, SHA-384, SHA-512
        "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.2.10", // SHA3-256, SHA3-384, SHA3-512
    ];

    public bool Intact { get; private init; }
    public X509Certificate2? Signer { get; private init; }
    public X509Certificate2Collection Enclosed { get; private init; } = [];

    /// <summary>The signed attribute signing-time, which older kinds of signature have in place of the entry <c>M</c>.</summary>
    public DateTimeOffset? SigningTime { get; private init; }

    public IReadOnlyList<SigningDiagnostic> Problems { get; private init; } = [];

    public static CmsFinding Of(PdfReader file, DictNode signature, SignedRange? range)
    {
        var kind = (file.Resolve(signature["SubFilter"]) as NameNode)?.Name;
        if (kind is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached")) return new() { Problems = [SigningProblems.KindUnknown] };
        if (file.Resolve(signature["Contents"]) is not StringNode { Bytes: var contents }) return new() { Problems = [SigningProblems.SignatureUnreadable] };
        try
        {
            return Read(contents, range?.Bytes(file.File), mustBind: kind == "ETSI.CAdES.detached");
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            // SignedCms decodes certificates and attributes only when they are asked for, so what is malformed shows anywhere.
            return new() { Problems = [SigningProblems.SignatureUnreadable] };
        }
    }

    private static CmsFinding Read(byte[] contents, byte[]? covered, bool mustBind)
    {
        AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var length);
        var cms = new SignedCms(new ContentInfo(covered ?? []), detached: true);
        cms.Decode(contents.AsSpan(0, length));
        if (cms.SignerInfos.Count != 1 || !cms.Detached) return new() { Problems = [SigningProblems.SignatureUnreadable] };

        var info = cms.SignerInfos[0];
        var problems = new List<SigningDiagnostic>();
        if (covered is null) problems.Add(SigningProblems.RangeUnsound);
        if (info.Certificate is null) problems.Add(SigningProblems.CertificateMissing);
        if (!SafeDigests.Contains(info.DigestAlgorithm.Value ?? "")) problems.Add(SigningProblems.WeakDigest);
        if (info.Certificate is not null && covered is not null && !Verifies(info)) problems.Add(SigningProblems.Altered);
        var bound = info.Certificate is null ? null : IsBound(info);
        if (bound is false) problems.Add(SigningProblems.CertificateSwapped);
        var intact = problems.Count == 0;

        if (bound is null && mustBind) problems.Add(SigningProblems.CertificateNotBound);
        if (contents.AsSpan(length).ContainsAnyExcept((byte)0)) problems.Add(SigningProblems.DataBehindSignature);
        var time = Attributes(info, SigningTimeAttribute).OfType<Pkcs9SigningTime>().FirstOrDefault();
        return new()
        {
            Intact = intact,
            Signer = info.Certificate,
            Enclosed = cms.Certificates,
            SigningTime = time is null ? null : new DateTimeOffset(time.SigningTime.ToUniversalTime()),
            Problems = problems,
        };
    }

    /// <summary>Whether digest and signature fit; what the certificate is worth is another question.</summary>
    private static bool Verifies(SignerInfo info)
    {
        try
        {
            info.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether the signed attributes name this certificate (RFC 5035 §3); null when they name none.</summary>
    private static bool? IsBound(SignerInfo info)
    {
        if (Attributes(info, CmsSignature.SigningCertificateV2).FirstOrDefault() is not { } attribute) return null;
        try
        {
            var first = new AsnReader(attribute.RawData, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var digest = first.PeekTag() == Asn1Tag.Sequence ? first.ReadSequence().ReadObjectIdentifier() : "2.16.840.1.101.3.4.2.1";
            var named = first.ReadOctetString();
            return Hash(digest, info.Certificate!.RawData) is { } hash && hash.AsSpan().SequenceEqual(named);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static byte[]? Hash(string digest, byte[] data) => digest switch
    {
        "2.16.840.1.101.3.4.2.1" => SHA256.HashData(data),
        "2.16.840.1.101.3.4.2.2" => SHA384.HashData(data),
        "2.16.840.1.101.3.4.2.3" => SHA512.HashData(data),
        _ => null,
    };

    private static IEnumerable<AsnEncodedData> Attributes(SignerInfo info, string type) =>
        info.SignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == type).SelectMany(a => a.Values.Cast<AsnEncodedData>());
}
