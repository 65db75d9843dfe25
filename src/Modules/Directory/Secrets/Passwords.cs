using HaiDang.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HaiDang.Directory.Secrets;

/// <summary>Keeps passwords as salted hashes (PBKDF2 with HMAC-SHA-512) and takes the same time whether there is an account or not.</summary>
internal sealed class Passwords
{
    public const int Iterations = 210_000;

    private static readonly object Nobody = new();
    private readonly PasswordHasher<object> hasher;
    private readonly Lazy<string> hashOfNobody;

    public Passwords() : this(Iterations)
    {
    }

    /// <param name="iterations">Fewer only where many made-up passwords are tried by tests.</param>
    internal Passwords(int iterations)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        hashOfNobody = new(() => Hash(Uuid.Secret(24)));
    }

    public string Hash(string password) => hasher.HashPassword(Nobody, Vietnamese.Nfc(password));

    /// <summary>Whether this is the password; without a hash it is never right, but as slow to say so.</summary>
    public bool IsRight(string? hash, string? password)
    {
        var typed = Vietnamese.Nfc(password ?? "");
        if (typed.Length > PasswordRules.Longest) typed = "";
        return hasher.VerifyHashedPassword(Nobody, hash ?? hashOfNobody.Value, typed) != PasswordVerificationResult.Failed && hash is not null;
    }
}
