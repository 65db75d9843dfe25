using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>All that a form may know besides the answers. Immutable.</summary>
/// <param name="Now">The moment of asking, in the city's zone: its date is today, its offset is the one that times are kept with.</param>
public sealed record FormContext(DateTimeOffset Now)
{
    /// <summary>Code lists by name, for <c>valuesKey</c> and for FEEL.</summary>
    public FormCodeLists CodeLists { get; init; } = FormCodeLists.None;

    /// <summary>
    /// The files present, by path of their field (<c>children[0].photo</c>); null when files are not to be checked by kind and number
    /// (a required file field then needs a value).
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FormFile>>? Files { get; init; }

    /// <summary>Further values that FEEL in the form can see, and values of disabled fields; answers hide those of the same name.</summary>
    public JsonObject? Variables { get; init; }

    /// <summary>The date of <see cref="Now"/>.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The offset of times; that of Viet Nam where no moment is known.</summary>
    internal static TimeSpan OffsetOf(FormContext? context) => context?.Now.Offset ?? TimeSpan.FromHours(7);
}

/// <summary>A file that is present.</summary>
/// <param name="Name">Its name with extension.</param>
/// <param name="MediaType">Its media type, as found by looking at its content.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record FormFile(string Name, string MediaType, long Size);
