using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dapper;
using HaiDang.Documents.Signing;
using HaiDang.Platform;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Verify;

/// <summary>What the public may know of an issued result: nothing of the person it was issued to.</summary>
internal sealed class IssuedRow
{
    public string Code { get; set; } = "";
    public string Number { get; set; } = "";
    public string Title { get; set; } = "";
    public string Service { get; set; } = "";
    public string Unit { get; set; } = "";
    public LocalDate Issued_On { get; set; }
    public LocalDate? Valid_Until { get; set; }
    public string Signer_Name { get; set; } = "";
    public string Signer_Title { get; set; } = "";
    public string State { get; set; } = "";
    public string File_Hash { get; set; } = "";

    public bool Revoked => State != "valid";

    public bool ExpiredOn(LocalDate today) => Valid_Until is { } until && until < today;
}

/// <summary>What the kept file says of itself.</summary>
internal enum FileFinding
{
    /// <summary>Unchanged, signed, and the certificate leads to an authority that this city trusts.</summary>
    Trusted,

    /// <summary>Unchanged and signed; who issued the certificate cannot be confirmed here.</summary>
    UnknownAuthority,

    /// <summary>Altered, unsigned or unreadable.</summary>
    Broken,

    /// <summary>The file is not in the store.</summary>
    Gone,
}

/// <summary>Finds issued results by their code and checks the file that is kept.</summary>
internal sealed class IssuedResults(CityDb db, IBlobStore files, CityStart start)
{
    private const string DemoRoot = "demo-authority.cer";

    public async Task<IssuedRow?> Find(string code, CancellationToken stop = default)
    {
        var connection = await db.Connection(stop);
        return await connection.QueryFirstOrDefaultAsync<IssuedRow>("""
            select code, number, title, service, unit, issued_on, valid_until, signer_name, signer_title, state, file_hash
            from cases_result where code=@code
            """, new { code = Plain(code) });
    }

    public async Task<FileFinding> Check(IssuedRow result, CancellationToken stop = default)
    {
        if (await files.Read(result.File_Hash, stop) is not { } pdf) return FileFinding.Gone;
        if (HashOf(pdf) != result.File_Hash) return FileFinding.Broken;
        var read = PdfSignatures.Read(pdf, Roots());
        if (read.AllValid) return FileFinding.Trusted;
        return read.Diagnostics.Count == 0 && read.Signatures.Count > 0
            && read.Signatures.All(s => s.Intact && s.LaterChanges != LaterChanges.Other && s.CertificateStatus is CertificateStatus.Trusted or CertificateStatus.UnknownIssuer)
            ? FileFinding.UnknownAuthority : FileFinding.Broken;
    }

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>As people type a code: blanks, dashes and capitals do not matter.</summary>
    public static string Plain(string code) => new([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(64)]);

    private IReadOnlyList<X509Certificate2> Roots()
    {
        var demo = Path.Combine(start.Data, DemoRoot);
        return start.Demo && File.Exists(demo) ? [.. start.TrustedRoots, X509CertificateLoader.LoadCertificateFromFile(demo)] : start.TrustedRoots;
    }
}
