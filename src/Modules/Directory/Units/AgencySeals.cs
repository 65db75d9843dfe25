using System.Collections.Concurrent;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Demo;
using HaiDang.Documents.Signing;
using HaiDang.Platform;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Directory.Units;

/// <summary>
/// The agencies' seals, each opened once. The operator's files lie in one folder, <c>unit.p12</c>, opened with the passphrase
/// that was given at the start; under the demo its authority makes the seals that are missing.
/// </summary>
internal sealed partial class AgencySeals(CityStart start, IUnits units, IClock clock, ILogger<AgencySeals> log) : ISeals
{
    private static readonly Duration Before = Duration.FromDays(1100), Life = Duration.FromDays(730);
    private readonly ConcurrentDictionary<string, Lazy<AgencySeal?>> opened = new();

    public AgencySeal? Of(string unit)
    {
        var seal = opened.GetOrAdd(unit, id => new Lazy<AgencySeal?>(() => Open(id))).Value;
        if (seal is null) opened.TryRemove(unit, out _); // an operator may put the file there later
        return seal;
    }

    private AgencySeal? Open(string id)
    {
        if (units.Find(id) is not { } unit) return null;
        var (folder, passphrase) = start.Seals is { } given ? (given.Folder, given.Passphrase) : (Path.Combine(start.Data, "seals"), DemoSigning.Passphrase);
        var path = Path.Combine(folder, $"{unit.Id}.p12");
        if (!File.Exists(path))
        {
            if (!start.Demo || start.Seals is not null) return null;
            Make(unit, path);
        }
        var read = CertificateFile.Open(File.ReadAllBytes(path), passphrase, clock.GetCurrentInstant().ToDateTimeOffset());
        if (read.Certificate is { } certificate) return new AgencySeal(certificate.Certificate, certificate.Chain);
        Closed(path, read.Diagnostics.FirstOrDefault()?.En ?? "");
        return null;
    }

    /// <summary>Valid from long ago, so that the demo's cases of last year can be sealed on their day.</summary>
    private void Make(Unit unit, string path)
    {
        var now = clock.GetCurrentInstant();
        using var authority = DemoSigning.Open(start, now);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var from = now - Before;
        if (from.ToDateTimeOffset() < authority.Root.NotBefore) from = Instant.FromDateTimeUtc(authority.Root.NotBefore.ToUniversalTime());
        var file = authority.Issue(new DemoSubject(unit.Name.Vi, null, unit.Name.Vi, start.City.Name.Vi), from.ToDateTimeOffset(), (now + Life).ToDateTimeOffset(),
            (BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(unit.Id))) & long.MaxValue) | 1, DemoSigning.Passphrase);
        File.WriteAllBytes(path, file);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The seal {Path} cannot be used: {Why}")]
    private partial void Closed(string path, string why);
}
