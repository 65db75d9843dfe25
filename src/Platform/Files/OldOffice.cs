namespace HaiDang.Platform.Files;

/// <summary>
/// The compound file of old Office ([MS-CFB]). Such documents are not taken; but a new one that is protected by a password wears this
/// coat too ([MS-OFFCRYPTO], 2.3.4): then the person reads of the password and not of a kind that they did not choose.
/// </summary>
internal static class OldOffice
{
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool IsLocked(Stream content)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(EncryptedPackage) >= 0) return true;
            kept = Math.Min(seen.Length, EncryptedPackage.Length);
            seen[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
