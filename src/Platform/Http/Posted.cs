using Microsoft.Extensions.Primitives;

namespace HaiDang.Platform.Http;

/// <summary>What a form posted.</summary>
public static class Posted
{
    /// <summary>
    /// The choices ticked under one name; none where the name was not posted. Such a field is bound as <c>StringValues?</c>: an array of
    /// strings from a form stops the start of the program (.NET 10).
    /// </summary>
    public static string[] Words(this StringValues? field) => [.. (field ?? default).OfType<string>()];
}
