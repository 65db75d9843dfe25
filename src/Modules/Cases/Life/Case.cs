using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HaiDang.Bpmn;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>One person's matter from opening to archive, as its events made it. Immutable; only <see cref="Evolve"/> makes new ones.</summary>
internal sealed record Case
{
    public required Guid Id { get; init; }
    public long Version { get; init; }
    public required string Number { get; init; }

    /// <summary>Slug of the service and the content address of the version that this case runs on to its end.</summary>
    public required string Service { get; init; }
    public required string Definition { get; init; }

    public required string Unit { get; init; }
    public required Channel Channel { get; init; }
    public required Applicant Applicant { get; init; }
    public required JsonObject Answers { get; init; }
    public ImmutableList<CaseFile> Files { get; init; } = [];

    /// <summary>SHA-256 of the secret that lets a person without an account follow the case.</summary>
    public required string SecretHash { get; init; }

    public CaseStatus Status { get; init; } = CaseStatus.Submitted;
    public required Instant SubmittedAt { get; init; }
    public required Instant ReceptionDue { get; init; }
    public Fee Fee { get; init; } = Fee.None;

    public ProcessInstance? Process { get; init; }

    /// <summary>Processes that were called, in the order of their calls; those that have ended stay, for the picture.</summary>
    public ImmutableList<CalledProcess> Called { get; init; } = [];
    public ImmutableList<WorkItem> Work { get; init; } = [];

    /// <summary>What officials typed at steps that ask for values, the latest last.</summary>
    public ImmutableList<FilledStep> Filled { get; init; } = [];

    /// <summary>Steps that no official does: a program, a message or a payment is awaited.</summary>
    public ImmutableList<Wait> Waits { get; init; } = [];
    public ImmutableList<Payment> Payments { get; init; } = [];

    /// <summary>Marks of the messages that were taken, so that one sent again changes nothing.</summary>
    public ImmutableList<string> Heard { get; init; } = [];

    /// <summary>Units besides the case's own that had work in it.</summary>
    public ImmutableList<string> Helpers { get; init; } = [];

    /// <summary>The legal clock; null until the counter accepts.</summary>
    public WorkingClock? Clock { get; init; }
    public Instant? AcceptedAt { get; init; }
    public string? AcceptedBy { get; init; }

    /// <summary>Stands before a unit's id where no official but the agency itself did something.</summary>
    public const string AgencyMark = "unit:";

    [JsonIgnore]
    public bool AcceptedBySending => AcceptedBy?.StartsWith(AgencyMark, StringComparison.Ordinal) == true;
    public Instant? AppointedAt { get; init; }

    public SupplementRequest? Asked { get; init; }
    public ImmutableList<PartMark> Marks { get; init; } = [];
    public Proposal? Proposal { get; init; }
    public ImmutableList<Apology> Apologies { get; init; } = [];
    public ImmutableList<Escalation> Escalations { get; init; } = [];

    public IssuedResult? Result { get; init; }
    public Refusal? Refusal { get; init; }
    public Rating? Rating { get; init; }
    public Instant? ClosedAt { get; init; }

    /// <summary>When the applicant first opened the result.</summary>
    public Instant? FetchedAt { get; init; }

    [JsonIgnore]
    public bool Open => Status is CaseStatus.Submitted or CaseStatus.InProgress or CaseStatus.AwaitingApplicant or CaseStatus.AwaitingPayment;

    /// <summary>Whether the legal clock must stand, if it has begun.</summary>
    [JsonIgnore]
    public bool Stands => Status == CaseStatus.AwaitingApplicant || Waits.Exists(w => w.StopsClock);

    /// <summary>The main process and those that it called, with the token of the call (0 for the main one).</summary>
    [JsonIgnore]
    public IEnumerable<(int Key, ProcessInstance Instance)> Processes =>
        (Process is null ? [] : new[] { (0, Process) }).Concat(Called.Select(c => (c.Token, c.Instance)));

    /// <summary>The step that stands still because the applicant was asked for more; all others go on.</summary>
    [JsonIgnore]
    public int? Standing => Status == CaseStatus.AwaitingApplicant ? Asked!.Token : null;

    /// <summary>Times that the processes wait for, the next one first; those on a step that stands still wait with it.</summary>
    [JsonIgnore]
    public IEnumerable<BpmnTimer> RunningTimers => Timers.Where(t => t.TokenId == 0 || t.TokenId != Standing);

    /// <summary>Times that the processes wait for, the next one first.</summary>
    [JsonIgnore]
    public IEnumerable<BpmnTimer> Timers => Processes.SelectMany(p => p.Instance.Timers).OrderBy(t => t.Due).ThenBy(t => t.Id);

    /// <summary>What must be paid now, each sum a payment of its own.</summary>
    [JsonIgnore]
    public IEnumerable<Wait> Owing => Waits.Where(w => w.Kind == WaitKind.Payment);

    /// <summary>The payment that has been owed longest.</summary>
    [JsonIgnore]
    public Wait? Owed => Owing.FirstOrDefault();

    [JsonIgnore]
    public string Stream => StreamOf(Id);

    public static string StreamOf(Guid id) => $"cases/{id}";

    public WorkItem? WorkOf(int token) => Work.Find(w => w.Token == token);

    public Wait? WaitOf(int id) => Waits.Find(w => w.Id == id);
}

internal enum CaseStatus
{
    /// <summary>Sent; the counter has not accepted it yet.</summary>
    Submitted,
    InProgress,
    AwaitingApplicant,

    /// <summary>The applicant must pay before it goes on.</summary>
    AwaitingPayment,
    Issued,
    Refused,
    Withdrawn,
}

internal enum Channel
{
    Online,
    Counter,
    Api,
}

/// <param name="Account">Citizen account, or null for a person who came to the counter.</param>
/// <param name="Subject">Whose personal values these are: the key of the person in the log.</param>
internal sealed record Applicant(
    string? Account, string Subject, string Name, string? IdentityNumber, string? Phone, string? Email, string? Address);

/// <param name="Field">Path of the form's file question.</param>
/// <param name="Scanned">Whether a virus scanner found it clean; false where the city had none.</param>
internal sealed record CaseFile(string Id, string Field, string Name, string Hash, long Size, string Type, Instant AddedAt, bool Scanned = false);

internal sealed record Fee(long Amount, LocalText Reason)
{
    public static readonly Fee None = new(0, new LocalText("", ""));
}

/// <summary>One step for somebody. Who may see and do it is its queue key, computed when it was opened.</summary>
internal sealed record WorkItem
{
    public required int Token { get; init; }
    public required string Element { get; init; }
    public required string Name { get; init; }
    public required StepKind Step { get; init; }
    public required ImmutableList<string> Actions { get; init; }
    public required QueueKey Queue { get; init; }
    public required Instant OpenedAt { get; init; }
    public required Instant DueAt { get; init; }

    /// <summary>When its time began again after the applicant was asked for more.</summary>
    public Instant? ResumedAt { get; init; }

    [JsonIgnore]
    public Instant CountedFrom => ResumedAt ?? OpenedAt;

    public string? ClaimedBy { get; init; }
    public string? ClaimedName { get; init; }

    /// <summary>When the line above was last told of it: that nobody holds its queue, that it is late, that it is still late.</summary>
    public Instant? EscalatedAt { get; init; }

    /// <summary>When the line above must be told next: at the due time, then day after day.</summary>
    [JsonIgnore]
    public Instant TellAt => EscalatedAt is { } told && told >= DueAt ? told + Watch.WatchCase.AgainAfter : DueAt;
}

/// <param name="Element">The step, as the version that the case runs on calls it.</param>
/// <param name="Values">By the keys of the step's form.</param>
/// <param name="Words">The same as the official read it.</param>
/// <param name="Name">What the step was called then; a later version may not have it any more.</param>
internal sealed record FilledStep(string Element, JsonObject Values, ImmutableList<FilledLine> Words, string By, string ByName, Instant At, string? Name = null);

internal sealed record FilledLine(LocalText Label, LocalText Value);

internal enum StepKind
{
    Task,
    Reception,
    Review,
    Signature,
}

/// <summary>Asks the applicant for more; the clock stands until they answer.</summary>
internal sealed record SupplementRequest(
    int Token, ImmutableList<AskedPart> Parts, string? Note, string By, string ByName, Instant At, Instant RespondBy, bool Lapsed);

/// <param name="Part">Id of a part of the service, or the key of a form field.</param>
internal sealed record AskedPart(string Part, string Name, string Reason);

internal sealed record PartMark(string Part, bool Good, string? Reason, string By, string ByName, Instant At);

/// <summary>What an official proposes to the one who decides.</summary>
internal sealed record Proposal(string Verb, string? Reason, string? Law, string By, string ByName, Instant At);

internal sealed record Apology(Instant At, Instant Missed, Instant NewAppointment, string Reason);

internal sealed record Escalation(Instant At, string Queue, string Reason);

internal sealed record IssuedResult(
    string Number, LocalDate Date, string Title, string FileHash, string VerifyCode, string Signer, string SignerName, string SignerTitle,
    Instant At, LocalDate? ValidUntil);

internal sealed record Refusal(string Reason, string Law, string By, string ByName, Instant At);

internal sealed record Rating(int Stars, string? Words, Instant At);
