using HaiDang.Documents;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Directory.Secrets;

/// <summary>An authenticator secret that is shown and not yet proven: it travels sealed with the page, and counts once a first code is right.</summary>
internal sealed class Enrolment(Sealed box)
{
    private const string Purpose = "authenticator";
    private static readonly Duration Life = Duration.FromHours(1);

    private sealed record Secret(string Owner, byte[] Bytes);

    /// <param name="owner">For whom: the same owner must send it back.</param>
    public string Close(string owner, byte[] secret) => box.Close(Purpose, new Secret(owner, secret), Life);

    /// <summary>The secret that the page showed to this owner; null when it is not theirs or has run out.</summary>
    public byte[]? Open(string owner, string? text) => box.Open<Secret>(Purpose, text) is { } secret && secret.Owner == owner ? secret.Bytes : null;

    /// <summary>The QR code as SVG.</summary>
    public static string QrOf(byte[] secret, string city, string email, LocalText words) =>
        Qr.Svg(Totp.KeyUri(secret, city, email), words.ToString()) ?? throw new InvalidOperationException("The key URI does not fit a QR code.");

    /// <summary>The secret to type in where no camera is: groups of four.</summary>
    public static string Spelled(byte[] secret) => string.Join(' ', Base32.Write(secret).Chunk(4).Select(c => new string(c)));
}
