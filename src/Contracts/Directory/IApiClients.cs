namespace HaiDang.Contracts.Directory;

/// <summary>A program of others that may call the API, as other modules know it.</summary>
/// <param name="Id">Its id: what stands in <see cref="Actor"/>s of the kind client.</param>
/// <param name="Name">What operators call it.</param>
/// <param name="Unit">The unit that it acts for, with those below it; null for the whole city.</param>
public sealed record ApiClientCard(Guid Id, string Name, string? Unit);

/// <summary>The programs of others that may call the API.</summary>
public interface IApiClients
{
    /// <summary>The program with this id, whether it is active or not; null when there is none.</summary>
    Task<ApiClientCard?> Find(Guid id, CancellationToken stop = default);

    /// <summary>The active programs that may send a message of this name and have news sent to them.</summary>
    Task<IReadOnlyList<ApiClientCard>> Answering(string message, CancellationToken stop = default);
}
