using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Platform.Packs;

/// <summary>A list of codes with their names: <c>lists/NAME.csv</c> of a city or of a pack that it extends.</summary>
/// <param name="Name">The file's name without ending, by which forms ask for it.</param>
/// <param name="Shown">Path with its layer, for people.</param>
/// <param name="ParentList">The list that holds the parents of its codes: another one, or itself; null when they have none.</param>
/// <param name="Entries">In the order of the file, which is the order that people see.</param>
public sealed record CodeList(string Name, string Shown, string? ParentList, IReadOnlyList<CodeEntry> Entries)
{
    public const string Folder = "lists/", Ending = ".csv";

    public static string PathOf(string name) => $"{Folder}{name}{Ending}";

    public CodeEntry? Find(string code) => (byCode ??= Entries.ToDictionary(e => e.Code, StringComparer.Ordinal)).GetValueOrDefault(code);

    private Dictionary<string, CodeEntry>? byCode;
}

/// <summary>One code.</summary>
/// <param name="Code">What is kept in answers.</param>
/// <param name="Parent">The code that it stands under, in the list's <see cref="CodeList.ParentList"/>; null at the top.</param>
/// <param name="From">The first day on which it may be chosen; null: always.</param>
/// <param name="To">The last day on which it may be chosen; null: for ever. Answers that have it keep its name.</param>
/// <param name="Line">Line in the file.</param>
public sealed record CodeEntry(string Code, LocalText Name, string? Parent, LocalDate? From, LocalDate? To, int Line);
