namespace HaiDang.Documents.Signing;

/// <summary>What a signature says besides the certificate (signature dictionary, ISO 32000-1 §12.8.1, table 252).</summary>
public sealed record PdfSignatureRequest
{
    /// <summary>Who signs, as people should read it (entry <c>Name</c>).</summary>
    public required string SignerName { get; init; }

    /// <summary>
    /// The claimed time of signing (entry <c>M</c>, the only place where PAdES puts it: ETSI EN 319 142-1 §6.3), written with its offset
    /// to the second. The certificate must be valid at this time.
    /// </summary>
    public required DateTimeOffset SigningTime { get; init; }

    /// <summary>Why it is signed, for example “Ký duyệt”; null to say nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it is signed, for example “Hải Phòng”; null to say nothing.</summary>
    public string? Location { get; init; }

    /// <summary>
    /// Name of the signature field (§12.7.3.2: no full stop). A field of that name that waits to be signed is filled; else one is made.
    /// Null makes <c>Signature1</c>, <c>Signature2</c>, ….
    /// </summary>
    public string? FieldName { get; init; }

    /// <summary>How the signature looks on the page; null for one that does not show.</summary>
    public SignatureAppearance? Appearance { get; init; }
}

/// <summary>How a signature looks on its page: a frame with lines of text.</summary>
/// <param name="Place">
/// Page and rectangle, wider and higher than 0; <see cref="RenderedPdf.SignatureMark"/> where the document keeps room. A field that exists
/// already keeps the rectangle that it has.
/// </param>
/// <param name="Lines">Lines of text from top to bottom, at most 10 points high, smaller where they would not fit.</param>
public sealed record SignatureAppearance(SignatureMark Place, IReadOnlyList<string> Lines);

/// <summary>A signed document, or the reasons why there is none.</summary>
/// <param name="Pdf">The whole file with the signature added at its end; null when it could not be signed.</param>
/// <param name="Diagnostics">Why it could not be signed; empty when it was.</param>
public sealed record SigningResult(byte[]? Pdf, IReadOnlyList<SigningDiagnostic> Diagnostics);
