using System.Diagnostics.CodeAnalysis;

namespace HaiDang.Kernel;

/// <summary>
/// The answer of a rule: either a value or at least one <see cref="Problem"/>, never both. Refusals are values;
/// exceptions are for bugs and broken pipes.
/// </summary>
/// <typeparam name="T">What the rule gives when it agrees.</typeparam>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Problem> problems)
    {
        this.value = value;
        Problems = problems;
    }

    /// <summary>Why the rule refused; empty when it agreed.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether the rule agreed.</summary>
    public bool Ok => Problems.Count == 0;

    /// <summary>The value. Reading it from a refusal is a bug and throws.</summary>
    public T Value => Ok ? value! : throw new InvalidOperationException($"A refusal has no value: {Problems[0]}");

    /// <summary>True with the value when the rule agreed, false with the problems when it refused.</summary>
    public bool Is([MaybeNullWhen(false)] out T agreed, out IReadOnlyList<Problem> problems)
    {
        (agreed, problems) = (value, Problems);
        return Ok;
    }

    /// <summary>The next rule on the value, or the same problems.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Ok ? next(value!) : Outcome.Refuse<TNext>(Problems);

    /// <summary>The value changed, or the same problems.</summary>
    public Outcome<TNext> Map<TNext>(Func<T, TNext> change) => Ok ? Outcome.Agree(change(value!)) : Outcome.Refuse<TNext>(Problems);

    internal static Outcome<T> Agreed(T value) => new(value, []);

    internal static Outcome<T> Refused(IReadOnlyList<Problem> problems) => problems.Count > 0
        ? new(default, problems)
        : throw new ArgumentException("A refusal names at least one problem.", nameof(problems));

    /// <summary>Agreement with a value.</summary>
    public static implicit operator Outcome<T>(T value) => Agreed(value);

    /// <summary>A refusal for one reason.</summary>
    public static implicit operator Outcome<T>(Problem problem) => Refused([problem]);

    /// <summary>A refusal for several reasons.</summary>
    public static implicit operator Outcome<T>(Problem[] problems) => Refused(problems);
}

/// <summary>Makes outcomes where the type is not plain from the context.</summary>
public static class Outcome
{
    /// <summary>Agreement with a value.</summary>
    public static Outcome<T> Agree<T>(T value) => Outcome<T>.Agreed(value);

    /// <summary>A refusal; <paramref name="problems"/> holds at least one.</summary>
    public static Outcome<T> Refuse<T>(IReadOnlyList<Problem> problems) => Outcome<T>.Refused(problems);
}

/// <summary>The value of a rule that has nothing to give but its agreement.</summary>
public sealed record Done
{
    /// <summary>The one instance.</summary>
    public static readonly Done It = new();
}
