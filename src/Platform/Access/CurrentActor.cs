using HaiDang.Contracts;

namespace HaiDang.Platform.Access;

/// <summary>Who makes this request; null for a visitor. Set once per request by the module that keeps accounts.</summary>
public sealed class CurrentActor
{
    public Actor? Actor { get; set; }

    /// <summary>What a program of others may do here; null for people and visitors.</summary>
    public ApiPermit? Permit { get; set; }

    /// <summary>The actor where the policy has already made sure that there is one.</summary>
    public Actor Required => Actor ?? throw new InvalidOperationException("This endpoint needs a policy that asks for a signed-in person.");
}
