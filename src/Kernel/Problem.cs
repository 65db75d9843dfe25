namespace HaiDang.Kernel;

/// <summary>What sort of refusal a problem is. The edge turns it into a status; nothing else does.</summary>
public enum ProblemKind
{
    /// <summary>What was sent cannot be accepted as it is; the sender can mend it (422).</summary>
    Invalid,

    /// <summary>What was asked for is not there, or not for this person to know of (404).</summary>
    Missing,

    /// <summary>Somebody else changed it first, or it is no longer in a state that allows this (409).</summary>
    Conflict,

    /// <summary>This person may not do this (403).</summary>
    Forbidden,

    /// <summary>What a program sent cannot be read at all (400).</summary>
    Unreadable,

    /// <summary>What was sent is larger than is taken (413).</summary>
    TooLarge,

    /// <summary>It cannot be done now but may work later (503).</summary>
    Unavailable,

    /// <summary>It was tried too often; it is looked at again after a while (429).</summary>
    TooOften,
}

/// <summary>
/// One entry of the catalogue of refusals: a stable code, a sentence and a remedy in both languages.
/// Codes are <c>module.kebab-case</c>, never reused and never renamed once released.
/// </summary>
/// <param name="Code">Stable code, for example <c>cases.reason-required</c>.</param>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Sentence">What is wrong; may hold places <c>{0}</c>.</param>
/// <param name="Remedy">How to mend it; may hold the same places.</param>
public sealed record ProblemType(string Code, ProblemKind Kind, LocalText Sentence, LocalText Remedy)
{
    /// <summary>This problem about the whole request.</summary>
    public Problem Now(params object?[] args) => new(this, null, args);

    /// <summary>This problem about one field, named as the form names it.</summary>
    public Problem At(string field, params object?[] args) => new(this, field, args);
}

/// <summary>A refusal as it happened: which entry of the catalogue, where, and with what values.</summary>
/// <param name="Type">The entry of the catalogue.</param>
/// <param name="Field">The field it is about, or null when it is about the whole request.</param>
/// <param name="Args">Values for the places of the sentence and the remedy.</param>
public sealed record Problem(ProblemType Type, string? Field, params object?[] Args)
{
    /// <summary>What is wrong, with its values filled in.</summary>
    public LocalText Sentence => Type.Sentence.With(Args);

    /// <summary>How to mend it, with its values filled in.</summary>
    public LocalText Remedy => Type.Remedy.With(Args);

    /// <summary>Code and sentence, for logs and failing tests.</summary>
    public override string ToString() => $"{Type.Code}{(Field is null ? "" : $" [{Field}]")}: {Sentence.En}";
}
