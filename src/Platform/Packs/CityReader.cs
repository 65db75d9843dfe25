using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Platform.Packs;

/// <summary>Reads city.yaml and holidays.yaml.</summary>
public static class CityReader
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The city, or null when <paramref name="problems"/> tells why not.</summary>
    public static City? Read(CityFolder folder, PackProblems problems)
    {
        if (folder.Find("city.yaml") is not { } file || YamlFile.Read(file, problems) is not { } yaml) return null;
        yaml.OptionalText("extends");
        var zone = yaml.OptionalText("timeZone") ?? "Asia/Ho_Chi_Minh";
        var asOf = yaml.OptionalText("asOf");
        var calendar = Calendar(folder, yaml, zone, problems);
        var languages = yaml.Texts("languages");
        var city = new City(
            folder.Name, yaml.Local("name"), yaml.OptionalLocal("agency") ?? yaml.Local("name"), yaml.Text("identifier"),
            CaseNumber(yaml), [.. languages.Select(l => l == "en" ? Language.English : Language.Vietnamese)],
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc, calendar!,
            asOf is null ? null : Date(yaml, "asOf", asOf), yaml.OptionalText("hotline"),
            Tokens(yaml), yaml.OptionalText("emblem"));
        yaml.NoMore();
        return calendar is null || problems.Any ? null : city;
    }

    private static string CaseNumber(YamlMap yaml)
    {
        var pattern = yaml.OptionalText("caseNumber") ?? "{unit.identifier}-{date:yyMMdd}-{serial:4}";
        if (!pattern.Contains("{unit.identifier}", StringComparison.Ordinal) || !pattern.Contains("{date", StringComparison.Ordinal) || !pattern.Contains("{serial", StringComparison.Ordinal))
            yaml.Problem("caseNumber", "mẫu số hồ sơ thiếu cơ quan, ngày hoặc số thứ tự", "the pattern of case numbers lacks the agency, the date or the serial",
                "viết '{unit.identifier}-{date:yyMMdd}-{serial:4}'", "write '{unit.identifier}-{date:yyMMdd}-{serial:4}'");
        return pattern;
    }

    private static Dictionary<string, string> Tokens(YamlMap yaml)
    {
        var tokens = new Dictionary<string, string>();
        if (yaml.OptionalMap("tokens") is not { } map) return tokens;
        foreach (var key in map.Keys.ToList())
        {
            var value = map.Text(key);
            if (System.Text.RegularExpressions.Regex.IsMatch(key, "^[a-z][a-z0-9-]*$") && System.Text.RegularExpressions.Regex.IsMatch(value, "^#[0-9A-Fa-f]{6}$")) tokens[key] = value;
            else map.Problem(key, $"'{key}: {value}' không phải một màu", $"'{key}: {value}' is no colour", "viết mã màu như \"#0B3A5B\"", "write a colour such as \"#0B3A5B\"");
        }
        return tokens;
    }

    private static WorkingCalendar? Calendar(CityFolder folder, YamlMap yaml, string zone, PackProblems problems)
    {
        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingInterval>>();
        if (yaml.OptionalMap("workingHours") is { } hours)
        {
            foreach (var day in Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None))
                if (hours.Texts(day.ToString().ToLowerInvariant()) is { Count: > 0 } texts)
                    week[day] = Intervals(hours, day.ToString().ToLowerInvariant(), texts);
            hours.NoMore();
        }
        var cutOff = yaml.OptionalText("cutOff");
        var rules = new CalendarRules { Zone = zone, Week = week, CutOff = cutOff is null ? null : Time(yaml, "cutOff", cutOff) };
        if (folder.Find("holidays.yaml") is { } file && YamlFile.Read(file, problems) is { } holidays)
            rules = WithYears(rules, holidays);
        var made = WorkingCalendar.Create(rules);
        foreach (var problem in made.Problems)
            problems.Add(new PackProblem(yaml.File, yaml.LineOf("workingHours"), problem.Sentence, problem.Remedy));
        return made.Ok ? made.Value : null;
    }

    private static CalendarRules WithYears(CalendarRules rules, YamlMap yaml)
    {
        var (holidays, swaps, shorts, closures, years) =
            (new List<Holiday>(), new List<SwappedDay>(), new List<ShortDay>(), new List<Closure>(), new List<int>());
        if (yaml.OptionalMap("years") is { } all)
            foreach (var key in all.Keys.ToList())
            {
                if (!int.TryParse(key, out var year) || all.OptionalMap(key) is not { } one) continue;
                years.Add(year);
                foreach (var item in one.Maps("holidays"))
                {
                    var from = Date(item, "from");
                    holidays.Add(new Holiday(from, item.Has("to") ? Date(item, "to") : from, item.Local("name")));
                    Sourced(item);
                }
                foreach (var item in one.Maps("swaps"))
                {
                    var paidFor = Date(item, "for");
                    swaps.Add(new SwappedDay(Date(item, "work"), paidFor.DayOfWeek, item.OptionalLocal("name") ?? new LocalText(
                        $"làm bù ngày {Wording.Date(paidFor)}", $"works in place of {Wording.Date(paidFor)}")));
                    Sourced(item);
                }
                foreach (var item in one.Maps("halfDays"))
                {
                    shorts.Add(new ShortDay(Date(item, "date"), Intervals(item, "hours", item.Texts("hours")), item.Local("name")));
                    Sourced(item);
                }
                foreach (var item in one.Maps("closures"))
                {
                    closures.Add(new Closure(Date(item, "from").AtMidnight(), Date(item, "to").PlusDays(1).AtMidnight(), item.Local("name")));
                    Sourced(item);
                }
                one.NoMore();
            }
        yaml.NoMore();
        return rules with { Holidays = holidays, SwappedDays = swaps, ShortDays = shorts, Closures = closures, Years = years };
    }

    private static void Sourced(YamlMap item)
    {
        foreach (var key in (string[])["source", "url", "unverified", "note"]) item.OptionalText(key);
        item.NoMore();
    }

    private static List<WorkingInterval> Intervals(YamlMap yaml, string key, IReadOnlyList<string> texts)
    {
        var intervals = new List<WorkingInterval>();
        foreach (var text in texts)
        {
            if (text.Split('-') is [var from, var to] && Clock.Parse(from.Trim()) is { Success: true } a && Clock.Parse(to.Trim()) is { Success: true } b)
                intervals.Add(new WorkingInterval(a.Value, b.Value));
            else
                yaml.Problem(key, $"'{text}' không phải khoảng giờ", $"'{text}' is not a span of hours", "viết như \"07:30-11:30\"", "write it like \"07:30-11:30\"");
        }
        return intervals;
    }

    private static LocalDate Date(YamlMap yaml, string key) => Date(yaml, key, yaml.Text(key));

    private static LocalDate Date(YamlMap yaml, string key, string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) return date.Value;
        yaml.Problem(key, $"'{text}' không phải ngày", $"'{text}' is not a date", "viết như 2026-02-16", "write it like 2026-02-16");
        return new LocalDate(2000, 1, 1);
    }

    private static LocalTime Time(YamlMap yaml, string key, string text)
    {
        if (Clock.Parse(text) is { Success: true } time) return time.Value;
        yaml.Problem(key, $"'{text}' không phải giờ", $"'{text}' is not a time", "viết như \"15:00\"", "write it like \"15:00\"");
        return LocalTime.Midnight;
    }
}
