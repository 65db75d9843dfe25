using System.Collections.Concurrent;
using HaiDang.Platform.Data;

namespace HaiDang.Cases.Generate;

/// <summary>
/// The series of numbers while cases are generated: begun where the city's own stand, and written back with the cases that
/// used them. A city that takes in cases itself at that moment would give the same numbers, and one of the two is refused.
/// </summary>
internal sealed class NumberBook
{
    private readonly ConcurrentDictionary<string, long> last;
    private readonly ConcurrentDictionary<string, bool> changed = new();

    private NumberBook(IEnumerable<(string Name, long Last)> series) => last = new(series.Select(s => KeyValuePair.Create(s.Name, s.Last)));

    public static async Task<NumberBook> Open(CityDb db, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        return new NumberBook(await transaction.Many<(string, long)>("select name, last from cases_serial"));
    }

    public long Next(string series)
    {
        changed[series] = true;
        return last.AddOrUpdate(series, 1, (_, n) => n + 1);
    }

    /// <summary>Writes every series as far as it has come. Numbers are taken while others are written; each is in the book before its case is.</summary>
    public async Task Save(CityTransaction transaction)
    {
        foreach (var series in changed.Keys.Order(StringComparer.Ordinal).ToList())
        {
            changed.TryRemove(series, out _);
            transaction.Later("""
                insert into cases_serial(name, last) values (@Name, @Last)
                on conflict(name) do update set last = excluded.last where cases_serial.last < excluded.last
                """, new { Name = series, Last = last[series] });
        }
        await transaction.Flush();
    }
}
