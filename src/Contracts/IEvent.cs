namespace HaiDang.Contracts;

/// <summary>One thing that happened. Immutable; written to the log under its <see cref="EventNameAttribute"/>.</summary>
public interface IEvent;

/// <summary>
/// The stable name of an event in the log, <c>module.kebab-case</c>. Never changed once released: a new meaning is a new
/// event.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// A property of an event that holds personal values. In the log it is encrypted with the key of the stream's person, so
/// that erasing the key erases the values while the hash chain holds.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
