using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Life;
using HaiDang.Documents;
using HaiDang.Dmn;
using HaiDang.Feel;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>
/// One version of a service, read and compiled from its files. A case runs to its end on the version that it began with.
/// </summary>
internal sealed record ServiceDefinition
{
    public required string Slug { get; init; }

    /// <summary>Content address: SHA-256 over the paths and contents of its files, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>National procedure code.</summary>
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Summary { get; init; }
    public required string Field { get; init; }
    public required LocalText FieldName { get; init; }
    public required IReadOnlyList<string> Audience { get; init; }
    public required Delivery Delivery { get; init; }

    /// <summary>The level or kind of units that settles it, and the key of the answer that names the unit; null when the level has one unit.</summary>
    public required string HandledBy { get; init; }
    public required string? UnitKey { get; init; }

    public required WorkingTime Reception { get; init; }
    public required WorkingTime TimeLimit { get; init; }
    public required string? TimeLimitDecision { get; init; }
    public required string? FeeDecision { get; init; }
    public required IReadOnlyList<LocalText> Eligibility { get; init; }
    public required IReadOnlyList<ServicePart> Parts { get; init; }
    public required IReadOnlyList<string> Channels { get; init; }
    public required ServiceResult Result { get; init; }
    public required IReadOnlyList<LocalText> Steps { get; init; }
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }

    /// <summary>Days after the last answer at which an abandoned draft is deleted.</summary>
    public required int DraftDays { get; init; }

    /// <summary>Days that the applicant has to answer a request for more papers.</summary>
    public required int SupplementDays { get; init; }

    /// <summary>Working time that an apology adds to the missed appointed time.</summary>
    public required WorkingTime ApologyTime { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }

    public required Form Form { get; init; }

    /// <summary>The code lists that the form asks for, by name.</summary>
    public required IReadOnlyDictionary<string, CodeList> Lists { get; init; }

    /// <summary>By name, the forms that steps ask the officials who do them; each is a file beside form.json.</summary>
    public required IReadOnlyDictionary<string, Form> StepForms { get; init; }

    /// <summary>The name by which a step shows the applicant's form; any other name is a form of the step's own.</summary>
    public const string CaseForm = "form";

    /// <summary>What officials read of the process's variables, in this order.</summary>
    public required IReadOnlyList<ShownVariable> Variables { get; init; }

    /// <summary>The file process.bpmn, whose first process every case begins with.</summary>
    public required BpmnModel Process { get; init; }
    public required string ProcessId { get; init; }

    /// <summary>All BPMN files of the service, process.bpmn first: the others hold processes that it calls.</summary>
    public required IReadOnlyList<BpmnModel> Models { get; init; }

    /// <summary>Every node of every process by its id, which is unique in the service.</summary>
    public required IReadOnlyDictionary<string, FlowNode> Nodes { get; init; }
    public required IReadOnlyDictionary<string, LocalText> StepNames { get; init; }
    public required IReadOnlyList<DmnModel> Decisions { get; init; }
    public required DocumentTemplate ResultTemplate { get; init; }

    /// <summary>Receipt, request for more, refusal, apology: by file name without ending.</summary>
    public required IReadOnlyDictionary<string, DocumentTemplate> Letters { get; init; }

    /// <summary>The form of a step's own; null where it only shows the applicant's.</summary>
    public Form? StepFormOf(string element) => Nodes.GetValueOrDefault(element)?.Extensions.FormId is { } name ? StepForms.GetValueOrDefault(name) : null;

    /// <summary>Names of the lists that questions of any of its forms choose from.</summary>
    public IEnumerable<string> ListNames => Form.ListNames.Concat(StepForms.Values.SelectMany(f => f.ListNames)).Distinct();

    /// <summary>The file that holds a process; null when none does.</summary>
    public BpmnModel? ModelOf(string processId) => Models.FirstOrDefault(m => m.Process(processId) is not null);

    /// <summary>Whether somebody accepts a case before its clock runs; where no step does, sending it is being accepted.</summary>
    public bool TakesReception => Nodes.Values.Any(n => n.Properties.GetValueOrDefault(Property.Actions)?.Split(',', StringSplitOptions.TrimEntries).Contains(Verbs.Accept) == true);

    public string? UnitOf(JsonObject answers) =>
        UnitKey is { } key && answers[key] is JsonValue value && value.TryGetValue<string>(out var unit) ? unit : null;
}

internal enum Delivery
{
    Information,
    Partial,
    Full,
}

/// <param name="Field">Key of the form's file field, or null when the part is the form itself or brought in person.</param>
/// <param name="Required">Null: always; else a condition over the answers.</param>
/// <param name="File">Where its condition stands.</param>
internal sealed record ServicePart(
    string Id, LocalText Name, bool Optional, FeelExpression? Required, string? Field, LocalText? Note, int Copies, string File, int Line);

internal sealed record ServiceResult(LocalText Name, string Number, NodaTime.Period? Validity, string SignedBy);

/// <summary>A variable of the process in the words of people.</summary>
/// <param name="Values">The words for its values; a value without any is shown as it is.</param>
internal sealed record ShownVariable(string Name, LocalText Label, bool IsMoney, IReadOnlyDictionary<string, LocalText> Values, int Line);

internal sealed record LegalBasis(LocalText Document, string? Articles, string? Address, bool Unverified);
