using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Platform.Packs;

/// <summary>What city.yaml says, with the working calendar of its hours and holidays.</summary>
/// <param name="Slug">Name of the folder.</param>
/// <param name="CaseNumber">Pattern of case numbers: <c>{unit.identifier}-{date:yyMMdd}-{serial:4}</c>.</param>
/// <param name="AsOf">The date whose law and units the folder describes; null means now.</param>
/// <param name="Tokens">Design tokens that the city changes, by name without dashes in front.</param>
public sealed record City(
    string Slug, LocalText Name, LocalText Agency, string Identifier, string CaseNumber, IReadOnlyList<Language> Languages,
    DateTimeZone Zone, WorkingCalendar Calendar, LocalDate? AsOf, string? Hotline, IReadOnlyDictionary<string, string> Tokens, string? Emblem);
