using HaiDang.Directory.Data;
using HaiDang.Directory.Officials;
using HaiDang.Kernel;
using HaiDang.Platform.Data;

namespace HaiDang.Directory.Desk.List;

/// <summary>What is asked of the list: a unit, words, and from which official on or back.</summary>
internal sealed record ListAsk(string? Unit, string? Words, Guid? After, Guid? Before);

/// <param name="HasPrevious">Whether there are officials before these.</param>
/// <param name="HasNext">Whether there are officials after these.</param>
internal sealed record ListPage(IReadOnlyList<Official> Officials, bool HasPrevious, bool HasNext);

/// <summary>Officials sorted by given name, a page at a time by key: the last page costs no more than the first.</summary>
internal sealed class OfficialList(CityDb db)
{
    public const int PageSize = 50;

    public async Task<ListPage> Page(ListAsk ask, CancellationToken stop = default)
    {
        var back = ask.Before is not null;
        var from = ask.Before ?? ask.After;
        var conditions = new List<string> { "1=1" };
        if (!string.IsNullOrEmpty(ask.Unit)) conditions.Add("o.unit=@unit");
        var words = Vietnamese.Fold(ask.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).ToArray();
        for (var i = 0; i < words.Length; i++) conditions.Add($"o.find like @w{i} escape '!'");
        if (from is not null) conditions.Add($"(o.sort_key, o.id) {(back ? "<" : ">")} (select f.sort_key, f.id from directory_official f where f.id=@from)");
        var direction = back ? "desc" : "asc";
        var args = new Dapper.DynamicParameters();
        args.Add("unit", ask.Unit);
        if (from is { } id) args.Add("from", id);
        args.Add("most", PageSize + 1);
        for (var i = 0; i < words.Length; i++) args.Add($"w{i}", $"%{words[i].Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%");
        var found = await OfficialStore.Where(await db.Connection(stop),
            $"where {string.Join(" and ", conditions)} order by o.sort_key {direction}, o.id {direction} limit @most", args, db.Inner());
        var more = found.Count > PageSize;
        if (more) found.RemoveAt(PageSize);
        if (back) found.Reverse();
        return new(found, back ? more : from is not null, back || more);
    }
}
