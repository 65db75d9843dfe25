using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Submit;

/// <summary>What somebody sends: complete answers and files for one version of a service.</summary>
internal sealed record Submission(
    ServiceDefinition Service, Channel Channel, Applicant Applicant, JsonObject Answers, ImmutableList<CaseFile> Files, string? Unit = null);

/// <param name="Secret">Shown once and never kept: with the number it opens the case without an account.</param>
internal sealed record Submitted(Case Case, string Secret);

/// <summary>The thin shell around submission: gives number, id and secret, and writes the case with its first events.</summary>
internal sealed class SubmitDesk(CityDb db, EventLog log, City city, IUnits units, IClock clock)
{
    /// <summary>Sends once more when the database found it and others waiting for each other in a ring, and gave this one up.</summary>
    /// <param name="also">What must happen in the same transaction, such as deleting the draft; false stops the submission as sent twice.</param>
    public async Task<Outcome<Submitted>> Send(
        Submission sent, Actor who, Guid? id = null, Func<CityTransaction, Task<bool>>? also = null, CancellationToken stop = default, string? secret = null)
    {
        try
        {
            return await SendOnce(sent, who, id, also, stop, secret);
        }
        catch (Exception ring) when (CityDb.WasGivenUpInARing(ring))
        {
            return await SendOnce(sent, who, id, also, stop, secret);
        }
    }

    private async Task<Outcome<Submitted>> SendOnce(
        Submission sent, Actor who, Guid? id, Func<CityTransaction, Task<bool>>? also, CancellationToken stop, string? secret)
    {
        var service = sent.Service;
        var unitId = sent.Unit ?? service.UnitOf(sent.Answers);
        if (unitId is null && units.Handling(service) is [var only]) unitId = only.Id;
        if (unitId is null || units.Find(unitId) is not { } unit || !unit.Handles(service))
            return CaseProblems.UnknownUnit.At(service.UnitKey ?? "unit");

        var now = clock.GetCurrentInstant();
        secret ??= NewSecret();
        await using var transaction = await db.Begin(stop, line: $"case/{unit.Id}");
        if (also is not null && !await also(transaction)) return CaseProblems.ChangedMeanwhile.Now();
        var command = new SubmitCase
        {
            Id = id ?? Uuid.New(now),
            Number = await CaseNumbers.Next(transaction, city.CaseNumber, unit, now.InZone(city.Zone).Date),
            SecretHash = HashOf(secret),
            Unit = unit.Id,
            Channel = sent.Channel,
            Applicant = sent.Applicant,
            Answers = sent.Answers,
            Files = sent.Files,
        };
        if (!command.Decide(new Setting(service, city.Calendar, units, now)).Is(out var events, out var problems)) return Outcome.Refuse<Submitted>(problems);
        var matter = Evolve.Fold(events);
        CaseStore.Insert(transaction, matter, service.Name.Vi);
        if (!await log.Append(transaction, matter.Stream, 0, events, who, now, matter.Applicant.Subject)) return CaseProblems.ChangedMeanwhile.Now();
        await transaction.Commit(stop);
        return new Submitted(matter, secret);
    }

    public static string NewSecret() => Uuid.Secret(12);

    /// <summary>What is kept of a secret. It is long and random, so one plain hash is enough.</summary>
    /// <summary>People copy a secret in groups and in capitals: neither makes it another one.</summary>
    public static string Plain(string secret) => string.Concat(secret.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(secret))));
}
