using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>
/// What a component prints for a person: given as a <see cref="LocalText"/> (the words of the platform, in both languages)
/// or as a string (the words of a city folder or of a person, already in one language). A literal in a page does not
/// compile, so that no sentence stands in one language only.
/// </summary>
public readonly record struct Text(string? Value)
{
    public bool IsEmpty => string.IsNullOrEmpty(Value);

    public override string ToString() => Value ?? "";

    public static implicit operator Text(string? value) => new(value);

    public static implicit operator Text(LocalText? value) => new(value?.ToString());
}
