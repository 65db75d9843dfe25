using System.Text.Json;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Transfer;

/// <summary>
/// One case as a line of <c>cases.jsonl</c>: its whole life, personal values in clear. Numbers and names stand beside the
/// events only so that a person who looks for one finds it.
/// </summary>
internal sealed record CaseLine(Guid Id, string Number, string Service, string Applicant, IReadOnlyList<EventLine> Events)
{
    public static CaseLine Of(Case matter, IReadOnlyList<LoggedEvent> life) => new(matter.Id, matter.Number, matter.Service, matter.Applicant.Name,
        [.. life.Select(l => new EventLine(l.At, l.Actor, l.Type, JsonSerializer.SerializeToElement(l.Event, l.Event!.GetType(), LogJson.Options)))]);

    public string Write() => JsonSerializer.Serialize(this, LogJson.Options);

    /// <summary>Every file that the case names or ever named.</summary>
    public static IEnumerable<string> FilesOf(IEnumerable<IEvent> life) => life.SelectMany(happened => happened switch
    {
        CaseSubmitted e => e.Files.Select(f => f.Hash),
        SupplementReceived e => e.Files.Select(f => f.Hash),
        ResultIssued e => [e.Result.FileHash],
        _ => [],
    }).Distinct();
}

/// <param name="Actor">Who caused it: <c>official:0192…</c>, <c>system</c>.</param>
internal sealed record EventLine(Instant At, string Actor, string Type, JsonElement Body)
{
    /// <summary>The event, or null when this program knows none of that name.</summary>
    public IEvent? Read(EventTypes types) => types.Find(Type) is { } type ? (IEvent?)Body.Deserialize(type, LogJson.Options) : null;

    public HaiDang.Contracts.Actor Who() => Actor.Split(':', 2) is [var kind, var id] && Enum.TryParse<ActorKind>(kind, ignoreCase: true, out var known)
        ? new HaiDang.Contracts.Actor(known, id, "", NoQueues) : HaiDang.Contracts.Actor.System;

    private static readonly IReadOnlySet<QueueKey> NoQueues = new HashSet<QueueKey>();
}
