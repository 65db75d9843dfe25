using System.Security.Cryptography.X509Certificates;
using HaiDang.Documents.Signing.Checking;
using HaiDang.Documents.Signing.Reading;
using HaiDang.Documents.Signing.Writing;

namespace HaiDang.Documents.Signing;

/// <summary>
/// Reads and checks the signatures of PDF files: PAdES (<c>ETSI.CAdES.detached</c>) and older CMS ones (<c>adbe.pkcs7.detached</c>).
/// Nothing is fetched: revocation and time-stamps are not looked at. Thread-safe; no exception for what a file holds.
/// </summary>
public static class PdfSignatures
{
    /// <summary>All signatures of a file.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="trustedRoots">Root certificates whose word is taken; none from the machine's own store is.</param>
    /// <param name="at">
    /// The time at which the certificate chains must be valid: a time at which the signature is known to have existed. Null takes each
    /// signer's own claimed time, which is only as good as the signer. In either case the certificate must be valid at the claimed time.
    /// </param>
    public static PdfSignaturesResult Read(byte[] pdf, IReadOnlyCollection<X509Certificate2> trustedRoots, DateTimeOffset? at = null)
    {
        var (file, problem) = PdfReader.Open(pdf);
        if (file is null) return new([], [problem!]);
        var found = SignatureFields.All(file)
            .Where(field => field.IsSignature && file.Resolve(field.Value) is DictNode)
            .Select(field => new Found(field, file.Dictionary(field.Value)))
            .ToList();
        foreach (var signature in found)
        {
            signature.Range = SignedRange.Of(file, signature.Entries);
            signature.Cms = CmsFinding.Of(file, signature.Entries, signature.Range);
        }
        var intact = found.Where(f => f.Cms.Intact && f.Field.Reference is not null).ToDictionary(f => f.Field.Reference!.Number, f => f.Range!.End);
        return new([.. found.Select(f => Report(file, f, intact, trustedRoots, at))], []);
    }

    private static PdfSignatureReport Report(
        PdfReader file, Found found, IReadOnlyDictionary<int, int> intact, IReadOnlyCollection<X509Certificate2> roots, DateTimeOffset? at)
    {
        var problems = new List<SigningDiagnostic>(found.Cms.Problems);
        var claimed = PdfTextString.Moment(file.Resolve(found.Entries["M"])) ?? found.Cms.SigningTime;
        if (claimed is null) problems.Add(SigningProblems.NoSigningTime);

        var later = LaterChanges.None;
        if (found.Range is null) later = LaterChanges.Other;
        else if (found.Range.End < file.File.Length)
        {
            var change = RevisionComparison.FirstForbiddenChange(file, found.Range.End, intact);
            later = change is null ? LaterChanges.Permitted : LaterChanges.Other;
            if (change is not null) problems.Add(SigningProblems.ChangedLater(change));
        }

        var (status, doubts) = CertificateTrust.Judge(found.Cms.Signer, found.Cms.Enclosed, roots, at, claimed);
        problems.AddRange(doubts);
        return new PdfSignatureReport
        {
            Field = found.Field.Name,
            Signer = found.Cms.Signer?.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Subject = found.Cms.Signer?.Subject,
            Issuer = found.Cms.Signer?.Issuer,
            ClaimedTime = claimed,
            Reason = PdfTextString.Text(file.Resolve(found.Entries["Reason"])),
            Location = PdfTextString.Text(file.Resolve(found.Entries["Location"])),
            CoversWholeDocument = found.Range?.End == file.File.Length,
            Intact = found.Cms.Intact,
            LaterChanges = later,
            CertificateStatus = status,
            Certificate = found.Cms.Signer,
            Problems = problems,
        };
    }

    private sealed class Found(FormField field, DictNode entries)
    {
        public FormField Field { get; } = field;
        public DictNode Entries { get; } = entries;
        public SignedRange? Range { get; set; }
        public CmsFinding Cms { get; set; } = CmsFinding.Nothing;
    }
}
