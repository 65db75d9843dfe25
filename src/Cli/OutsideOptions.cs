using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using HaiDang.Platform;

namespace HaiDang.Cli;

/// <summary>What an operator says of the world outside: connections with their secrets, and the agencies' seals.</summary>
internal static partial class OutsideOptions
{
    /// <summary>The connections by name, or null after a problem was printed.</summary>
    public static IReadOnlyDictionary<string, Connection>? Connections(IReadOnlyList<string> said)
    {
        var connections = new Dictionary<string, Connection>();
        foreach (var text in said)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var name = equals > 0 ? text[..equals] : "";
            if (!Name().IsMatch(name) || !Uri.TryCreate(text[(equals + 1)..], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                Console.Error.WriteLine($"--connection '{text}': viết như payment=https://thanh-toan.example / write it like payment=https://pay.example");
                return null;
            }
            connections[name] = new Connection(address, Environment.GetEnvironmentVariable($"HAIDANG_CONNECTION_{name.ToUpperInvariant().Replace('-', '_')}_SECRET") is { Length: > 0 } secret ? secret : null);
            if (name != Connection.Payment || connections[name].Secret is not null) continue;
            Console.Error.WriteLine("HAIDANG_CONNECTION_PAYMENT_SECRET: cổng thanh toán cần khóa chung để ký thông điệp / the payment gateway needs a secret with which messages are signed");
            return null;
        }
        return connections;
    }

    /// <summary>False after a problem was printed.</summary>
    public static bool Seals(string? folder, out SealSettings? seals)
    {
        seals = null;
        if (folder is null) return true;
        var passphrase = Environment.GetEnvironmentVariable("HAIDANG_SEALS_PASSPHRASE");
        if (!System.IO.Directory.Exists(folder) || string.IsNullOrEmpty(passphrase))
        {
            Console.Error.WriteLine($"--seals '{folder}': cần thư mục có tệp đơn-vị.p12 và mật khẩu ở HAIDANG_SEALS_PASSPHRASE / a folder of unit.p12 files and the passphrase in HAIDANG_SEALS_PASSPHRASE are needed");
            return false;
        }
        seals = new SealSettings(folder, passphrase);
        return true;
    }

    /// <summary>The certificates of the authorities that are trusted, PEM or DER, or null after a problem was printed.</summary>
    public static IReadOnlyList<X509Certificate2>? Trusted(IReadOnlyList<string> files)
    {
        var roots = new List<X509Certificate2>();
        foreach (var file in files)
        {
            try
            {
                var content = File.ReadAllBytes(file);
                if (X509Certificate2.GetCertContentType(content) != X509ContentType.Cert) throw new CryptographicException();
                var bundle = new X509Certificate2Collection();
                if (Encoding.Latin1.GetString(content).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)) bundle.ImportFromPem(Encoding.Latin1.GetString(content));
                else bundle.Add(X509CertificateLoader.LoadCertificate(content));
                roots.AddRange(bundle);
            }
            catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or CryptographicException)
            {
                Console.Error.WriteLine($"--trust '{file}': không đọc được chứng thư (tệp .cer, .crt hay .pem) / no certificate can be read (a .cer, .crt or .pem file)");
                return null;
            }
        }
        return roots;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Name();
}
