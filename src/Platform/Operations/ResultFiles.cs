using NodaTime;

namespace HaiDang.Platform.Operations;

/// <summary>A result that the city issued and the file that it is.</summary>
/// <param name="Code">The code by which anybody verifies it.</param>
/// <param name="Hash">The name of its PDF in the blob store.</param>
public sealed record ResultFile(
    string Number, string Code, string Title, string Service, string Unit, LocalDate IssuedOn, string SignerName, string SignerTitle,
    string State, string Hash);

/// <summary>All results that a module issued, for <c>haidang export --results</c>.</summary>
public interface IResultFiles
{
    IAsyncEnumerable<ResultFile> All(CancellationToken stop = default);
}
