using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Search;

internal sealed record FoundCase
{
    public Guid Id { get; init; }
    public string Number { get; init; } = "";
    public string Service { get; init; } = "";
    public string ApplicantName { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Status { get; init; } = "";
    public Instant SubmittedAt { get; init; }
}

internal sealed record FoundPage(IReadOnlyList<FoundCase> Rows, string? Next);

/// <summary>
/// Finds cases by number, name, telephone or identity number, with or without accents, newest first; only in the units that
/// the official may look into.
/// </summary>
internal sealed class FindCases(CityDb db, IUnits units)
{
    public const int PageSize = 30;
    private const int MostWords = 8;
    private const string Columns = """
        c.id as Id, c.number as Number, c.service as Service, c.applicant_name as ApplicantName, c.unit as Unit, c.status as Status, c.submitted_at as SubmittedAt
        """;

    /// <param name="at">Where the page begins: what <see cref="FoundPage.Next"/> gave; null for the first.</param>
    public async Task<FoundPage> Find(Actor who, string? sought, string? at, CancellationToken stop = default)
    {
        var words = WordsOf(sought);
        string[] within = [.. UnitsOf(who)];
        if (words.Count == 0 || within.Length == 0) return new([], null);
        var from = Cursor(at);
        var connection = await db.Connection(stop);
        var typed = sought!.Trim();
        var whole = await connection.QueryFirstOrDefaultAsync<FoundCase>($"""
            select {Columns} from cases_case c
            where c.number {db.Engine.Pick("in @numbers", "= any(@numbers)")} and c.unit {db.Engine.Pick("in @within", "= any(@within)")}
            """, new { numbers = new[] { typed, typed.ToUpperInvariant() }, within });
        if (whole is not null) return new([whole], null);
        var rows = (await connection.QueryAsync<FoundCase>($"""
            select {Columns} from cases_find f join cases_case c on c.id = f.case_id
            where {db.Engine.Pick("cases_find match @query", "f.text @@ to_tsquery('simple', @query)")}
                and c.unit {db.Engine.Pick("in @within", "= any(@within)")}
                {(from is null ? "" : "and (c.submitted_at, c.id) < (@before, @id)")}
            order by c.submitted_at desc, c.id desc limit {PageSize + 1}
            """, new { query = QueryOf(words, within), within, before = from?.At ?? default, id = from?.Id ?? default })).AsList();
        if (rows.Count <= PageSize) return new(rows, null);
        rows.RemoveAt(PageSize);
        return new(rows, $"{InstantPattern.ExtendedIso.Format(rows[^1].SubmittedAt)}~{rows[^1].Id}");
    }

    /// <summary>One's own units; for supervisors also everything below.</summary>
    public IReadOnlySet<string> UnitsOf(Actor who)
    {
        var found = who.Queues.Select(q => q.Unit).ToHashSet();
        var under = who.Queues.Where(q => q.Role == "supervisor").Select(q => q.Unit).ToHashSet();
        foreach (var unit in units.All)
            if (unit.Parent is { } parent && under.Contains(parent) && under.Add(unit.Id)) found.Add(unit.Id);
        return found;
    }

    /// <summary>Folded words of letters and digits alone, so that neither engine can read an operator in them. Digits typed in groups are one number.</summary>
    internal static IReadOnlyList<string> WordsOf(string? sought)
    {
        var folded = Vietnamese.Fold(sought ?? "").Trim();
        if (folded.Length > 0 && folded.Any(char.IsAsciiDigit) && folded.All(c => char.IsAsciiDigit(c) || c == ' '))
            return [string.Concat(folded.Where(char.IsAsciiDigit))];
        var split = new string([.. folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return [.. split.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
    }

    /// <summary>On SQLite the units stand in the full text, since it reads all that has the words before it looks at anything else; PostgreSQL weighs by itself which to look at first.</summary>
    private string QueryOf(IReadOnlyList<string> words, IReadOnlyList<string> within) => db.Engine.Pick(
        $"text : ({string.Join(' ', words.Select(w => $"\"{w}\"*"))}) AND unit : ({string.Join(" OR ", within.Select(u => $"\"{CaseStore.UnitWord(u).Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})",
        string.Join(" & ", words.Select(w => $"{w}:*")));

    private static (Instant At, Guid Id)? Cursor(string? at) =>
        at?.Split('~') is [var time, var id] && InstantPattern.ExtendedIso.Parse(time) is { Success: true } parsed && Guid.TryParse(id, out var guid)
            ? (parsed.Value, guid) : null;
}
