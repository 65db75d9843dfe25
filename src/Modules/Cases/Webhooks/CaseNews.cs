using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform.Log;
using NodaTime.Text;

namespace HaiDang.Cases.Webhooks;

/// <summary>
/// What happened to a case as CloudEvents 1.0 tells it (structured JSON). It says which case and what, and nothing of anybody: whoever
/// may know more asks the API.
/// </summary>
internal static class CaseNews
{
    private const string TypePrefix = "vn.haidang.case.";

    /// <summary>The events that are anybody's affair outside.</summary>
    public static IReadOnlyList<Type> Told { get; } =
    [
        typeof(CaseSubmitted), typeof(CaseAccepted), typeof(SupplementRequested), typeof(SupplementReceived), typeof(SupplementLapsed), typeof(Apologised),
        typeof(Paid), typeof(CaseCompleted), typeof(CaseRefused), typeof(CaseWithdrawn),
    ];

    /// <summary>Null for what is no affair of others.</summary>
    public static JsonObject? Of(LoggedEvent line, Guid caseId, Uri source)
    {
        if (KindOf(line.Event) is not var (kind, status)) return null;
        return News(line, caseId, source, kind, new()
        {
            ["case"] = caseId.ToString(), ["status"] = status is { } s ? CaseStore.Name(s) : null, ["href"] = Links.Api.Case(caseId),
        });
    }

    /// <summary>The process waits for a message of a unit: for whoever may send it in the unit's name. <c>href</c> is where it is sent to.</summary>
    public static JsonObject Asking(LoggedEvent line, Guid caseId, string message, Uri source) => News(line, caseId, source, "message-wanted", new()
    {
        ["case"] = caseId.ToString(), ["message"] = message, ["href"] = Links.Api.Message(caseId, message),
    });

    private static JsonObject News(LoggedEvent line, Guid caseId, Uri source, string kind, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = $"{caseId}:{line.Version}",
        ["source"] = source.ToString().TrimEnd('/'),
        ["type"] = TypePrefix + kind,
        ["subject"] = caseId.ToString(),
        ["time"] = InstantPattern.ExtendedIso.Format(line.At),
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    };

    private static (string Kind, CaseStatus? Status)? KindOf(IEvent? happened) => happened switch
    {
        CaseSubmitted => ("submitted", CaseStatus.Submitted),
        CaseAccepted => ("accepted", CaseStatus.InProgress),
        SupplementRequested => ("supplement-requested", CaseStatus.AwaitingApplicant),
        SupplementReceived => ("supplement-received", null),
        SupplementLapsed => ("supplement-lapsed", null),
        Apologised => ("delayed", null),
        Paid => ("paid", null),
        // The result is there when the process has ended, not yet when it is signed.
        CaseCompleted => ("issued", CaseStatus.Issued),
        CaseRefused => ("refused", CaseStatus.Refused),
        CaseWithdrawn => ("withdrawn", CaseStatus.Withdrawn),
        _ => null,
    };
}
