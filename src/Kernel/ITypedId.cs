namespace HaiDang.Kernel;

/// <summary>
/// An identifier with a type of its own, so that a case cannot be asked for by a unit's. Implement it on a
/// <c>readonly record struct</c>; <see cref="KernelJson"/> then writes it as a plain UUID string.
/// </summary>
/// <typeparam name="TSelf">The identifier's own type.</typeparam>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>The identifier of this UUID.</summary>
    static abstract TSelf From(Guid value);
}
