using System.Globalization;
using System.Text.RegularExpressions;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>
/// Numbers by the city's pattern: <c>{unit.identifier}</c>, <c>{date:yyMMdd}</c>, <c>{serial:4}</c>. Serials are gapless per
/// agency and day because they are taken in the transaction that uses them.
/// </summary>
internal static partial class CaseNumbers
{
    public static async Task<string> Next(CityTransaction transaction, string pattern, Unit unit, LocalDate date) =>
        Fill(pattern, unit.Identifier, date, await NextSerial(transaction, Series(unit, date)));

    public static string Series(Unit unit, LocalDate date) => $"case/{unit.Identifier}/{date:yyyyMMdd}";

    public static Task<long> NextSerial(CityTransaction transaction, string name) => NextSerials(transaction, name, 1);

    /// <summary>The first of so many serials, all of them taken.</summary>
    public static Task<long> NextSerials(CityTransaction transaction, string name, long count) => transaction.One<long>("""
        insert into cases_serial(name, last) values (@name, @count)
        on conflict(name) do update set last = cases_serial.last + @count returning last - @count + 1
        """, new { name, count });

    /// <summary>The series that the results of a case's unit and kind take their numbers from.</summary>
    public static string ResultSeries(Case matter, LocalDate date) => $"result/{matter.Unit}/{matter.Service}/{date.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Moves a series on, so that what it gives next lies behind a serial that came from elsewhere.</summary>
    public static Task<int> Reach(CityTransaction transaction, string name, long serial) => transaction.Execute(
        $"insert into cases_serial(name, last) values (@name, @serial) on conflict(name) do update set last = {transaction.Pick("max", "greatest")}(cases_serial.last, @serial)", new { name, serial });

    /// <summary>What a number of this city looks like, for whoever types one: the first of a day long past, at the first agency.</summary>
    public static string Example(City city, IUnits units) => Fill(city.CaseNumber, units.All[0].Identifier, city.AsOf ?? LongPast, 1);

    private static readonly LocalDate LongPast = new(2025, 1, 2);

    internal static string Fill(string pattern, string identifier, LocalDate date, long serial) => Place().Replace(pattern, place =>
        (place.Groups["name"].Value, place.Groups["format"].Value) switch
        {
            ("unit.identifier", _) => identifier,
            ("date", var format) => date.ToString(format.Length > 0 ? format : "yyMMdd", CultureInfo.InvariantCulture),
            ("serial", var width) => serial.ToString($"D{(width.Length > 0 ? width : "1")}", CultureInfo.InvariantCulture),
            _ => place.Value,
        });

    [GeneratedRegex(@"\{(?<name>[a-z.]+)(?::(?<format>\w+))?\}")]
    private static partial Regex Place();
}
