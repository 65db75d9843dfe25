using System.Security.Cryptography.X509Certificates;

namespace HaiDang.Contracts.Directory;

/// <summary>The digital seal of an agency, unlocked: what is issued without hands carries it.</summary>
/// <param name="Certificate">The certificate with its private key.</param>
/// <param name="Chain">The certificates above it.</param>
public sealed record AgencySeal(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain);

/// <summary>The seals of the city's agencies. The operator unlocks them when the program starts; the demo makes its own.</summary>
public interface ISeals
{
    /// <summary>The seal of a unit, or null when it has none that can be used now. Thread-safe.</summary>
    AgencySeal? Of(string unit);
}
