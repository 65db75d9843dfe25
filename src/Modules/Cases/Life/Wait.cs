using System.Text.Json.Serialization;
using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>A step that no official does: the process stands there until a program is done, a message comes or money is paid.</summary>
internal sealed record Wait
{
    /// <summary>The token of the job or the subscription to the message: unique in the case.</summary>
    public required int Id { get; init; }
    public required string Element { get; init; }
    public required string Name { get; init; }
    public required WaitKind Kind { get; init; }

    /// <summary>Whose move it is: <c>applicant</c>, <c>system</c> or <c>unit:id</c>.</summary>
    public required string For { get; init; }

    /// <summary>The unit that answers for the step: its counter takes the money, its leaders are told when it is late.</summary>
    public required string Unit { get; init; }

    /// <summary>The message that ends it; null for a job.</summary>
    public string? Message { get; init; }

    /// <summary>What is to be paid; null unless a payment.</summary>
    public Fee? Fee { get; init; }

    /// <summary>How far the automatic step is; null unless a job.</summary>
    public Job? Job { get; init; }

    public bool StopsClock { get; init; }
    public required Instant OpenedAt { get; init; }
    public required Instant DueAt { get; init; }
    public Instant? EscalatedAt { get; init; }

    /// <summary>When the line above must be told next: when it is late, then day after day.</summary>
    [JsonIgnore]
    public Instant TellAt => EscalatedAt is { } told && told >= DueAt ? told + Watch.WatchCase.AgainAfter : DueAt;

    /// <summary>The unit whose move it is; null when it is nobody of the city's.</summary>
    [JsonIgnore]
    public string? ForUnit => For.StartsWith(UnitMark, StringComparison.Ordinal) ? For[UnitMark.Length..] : null;

    /// <summary>The queue whose superiors are told.</summary>
    [JsonIgnore]
    public QueueKey Line => new(ForUnit ?? Unit, "specialist");

    public const string UnitMark = "unit:";
}

internal enum WaitKind
{
    Message,
    Payment,
    Job,
}

/// <param name="Tries">How often it is tried at most.</param>
/// <param name="Tried">How often it was tried in vain.</param>
internal sealed record Job(string Type, int Tries, int Tried, Instant NextTryAt, string? LastError);

/// <param name="Wait">The wait that it settled; null when nothing waited for it.</param>
/// <param name="Reference">What the gateway calls it; null at the counter.</param>
/// <param name="Receipt">Number of the receipt.</param>
/// <param name="ToReturn">Nothing was owed when it came: the money must go back.</param>
internal sealed record Payment(
    int? Wait, long Amount, string Reason, PaymentWay Way, string? Reference, string Receipt, Instant PaidAt, string By, string ByName, string Unit, bool ToReturn);

internal enum PaymentWay
{
    Cash,
    Transfer,
    Gateway,
}
