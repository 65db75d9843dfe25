using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Inbox;

/// <summary>Where a page of a queue begins: after (or, going back, before) one row. As an address: <c>2026-11-22T07:00:00Z~id~3</c>.</summary>
internal sealed record WorkCursor(Instant DueAt, Guid CaseId, int Token, bool Back)
{
    public static WorkCursor After(WorkRow row) => new(row.DueAt, row.CaseId, row.Token, false);

    public static WorkCursor Before(WorkRow row) => new(row.DueAt, row.CaseId, row.Token, true);

    /// <summary>Null for what is no cursor: the list then begins at its beginning.</summary>
    public static WorkCursor? Read(string? text) => text?.Split('~') is [var due, var id, var token, var way]
        && InstantPattern.ExtendedIso.Parse(due) is { Success: true } at && Guid.TryParse(id, out var caseId)
        && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(at.Value, caseId, number, way == "b") : null;

    public override string ToString() => $"{InstantPattern.ExtendedIso.Format(DueAt)}~{CaseId}~{Token}~{(Back ? "b" : "f")}";
}
