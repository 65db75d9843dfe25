using System.Reflection;
using System.Security;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Authoring;

/// <summary>
/// Writes the folder of a new service that is complete from the first minute: form, process, table, result, English and
/// one example, so that its author changes things that work.
/// </summary>
public sealed class NewService(CityFolder folder, City city, IUnits units)
{
    private const string Templates = "HaiDang.Cases.Authoring.Template.";

    private static readonly ProblemType BadSlug = new("authoring.bad-slug", ProblemKind.Invalid,
        new("Tên thư mục '{0}' không dùng được", "The folder's name '{0}' cannot be used"),
        new("Dùng chữ thường không dấu, số và gạch nối, ví dụ cap-giay-phep.", "Use lower-case letters without accents, digits and hyphens, for example cap-giay-phep."));
    private static readonly ProblemType Taken = new("authoring.taken", ProblemKind.Invalid,
        new("Dịch vụ '{0}' đã có", "There is a service '{0}' already"), new("Chọn tên khác, hoặc sửa dịch vụ đã có.", "Choose another name, or change the one that is there."));
    private static readonly ProblemType NoUnits = new("authoring.no-units", ProblemKind.Invalid,
        new("Không đơn vị nào ở cấp hay thuộc loại '{0}'", "No unit is of the level or kind '{0}'"), new("Dùng một trong: {1}.", "Use one of: {1}."));

    /// <summary>Writes the service into the city's own folder and gives the paths of what it wrote; a refusal writes nothing.</summary>
    /// <param name="root">The city's own folder on this machine.</param>
    /// <param name="handledBy">Level or kind of the units that settle it; null for the lowest level that has units.</param>
    public Outcome<IReadOnlyList<string>> Write(string root, string slug, LocalText name, string? handledBy)
    {
        if (!IsSlug(slug)) return BadSlug.At("slug", slug);
        if (folder.Under($"services/{slug}/").Any()) return Taken.At("slug", slug);
        handledBy ??= units.All.LastOrDefault(u => u.Kind is null)?.Level ?? "";
        if ((units.OfLevel(handledBy).FirstOrDefault() ?? units.OfKind(handledBy).FirstOrDefault()) is not { } unit)
            return NoUnits.At("handledBy", handledBy, string.Join(", ", units.All.SelectMany(u => (string?[])[u.Level, u.Kind]).OfType<string>().Distinct()));

        var target = Path.Combine(root, "services", slug);
        var written = new List<string>();
        foreach (var (path, text) in Filled(slug, name, handledBy, unit.Id))
        {
            var file = Path.Combine(target, path);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            written.Add(file);
        }
        return written;
    }

    private static bool IsSlug(string slug) =>
        slug.Length is > 0 and <= 60 && slug.Split('-').All(part => part.Length > 0 && part.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9'));

    private IEnumerable<(string Path, string Text)> Filled(string slug, LocalText name, string handledBy, string unit)
    {
        var monday = Monday();
        var words = new Dictionary<string, string>
        {
            ["@slug@"] = slug, ["@city@"] = city.Slug, ["@name@"] = name.Vi, ["@nameEn@"] = name.En, ["@handledBy@"] = handledBy, ["@unit@"] = unit,
            ["@field@"] = First("fields.yaml", null), ["@reviewer@"] = First("roles.yaml", "specialist"),
            ["@monday@"] = LocalDatePattern.Iso.Format(monday), ["@tuesday@"] = LocalDatePattern.Iso.Format(monday.PlusDays(1)),
        };
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Templates, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var path = resource[Templates.Length..].Replace('\\', '/');
            yield return (path, words.Aggregate(reader.ReadToEnd(), (text, word) => text.Replace(word.Key, Fitting(word.Value, Path.GetExtension(path)), StringComparison.Ordinal)));
        }
    }

    /// <summary>A name as the templates take it: escaped in XML, inside double quotes in YAML.</summary>
    private static string Fitting(string value, string extension) => extension switch
    {
        ".bpmn" or ".dmn" => SecurityElement.Escape(value),
        ".yaml" => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        _ => value,
    };

    /// <summary>The first key of a file of names, or the preferred one where the file has it.</summary>
    private string First(string path, string? preferred)
    {
        var keys = folder.Find(path) is { } file && YamlFile.Read(file, new PackProblems()) is { } yaml ? yaml.Keys.ToList() : [];
        return preferred is not null && keys.Contains(preferred) ? preferred : keys.FirstOrDefault() ?? "";
    }

    /// <summary>A Monday that is worked all day, and the morning after it, in the year that the folder describes.</summary>
    private LocalDate Monday()
    {
        var day = new LocalDate((city.AsOf ?? new LocalDate(2026, 1, 1)).Year, 3, 1).Next(IsoDayOfWeek.Monday);
        for (var weeks = 0; weeks < 40 && !(Works(day, 9) && Works(day, 14) && Works(day.PlusDays(1), 9)); weeks++) day = day.PlusWeeks(1);
        return day;

        bool Works(LocalDate date, int hour) => city.Calendar.IsWorking(date.At(new LocalTime(hour, 0)).InZoneLeniently(city.Zone).ToInstant());
    }
}
