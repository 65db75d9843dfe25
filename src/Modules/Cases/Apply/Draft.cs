using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using NodaTime;

namespace HaiDang.Cases.Apply;

/// <summary>Answers not yet sent. Kept after every page, on the version of the service that it began with.</summary>
/// <param name="Owner"><c>citizen:id</c> or <c>official:id</c> (a case being taken at the counter).</param>
/// <param name="CaseId">The case that a supplement answers; null for a new application.</param>
/// <param name="Applicant">The person at the counter; null where the owner applies.</param>
/// <param name="Tab">The browser tab that saved last, so that another one is told instead of overwriting.</param>
/// <param name="Version">Tells two tabs apart: a save names the version that it saw.</param>
internal sealed record Draft(
    Guid Id, string Owner, string Service, string Definition, JsonObject Answers, ImmutableList<CaseFile> Files, Guid? CaseId, Applicant? Applicant, string? Tab,
    Instant CreatedAt, Instant UpdatedAt, Instant ExpiresAt, long Version);
