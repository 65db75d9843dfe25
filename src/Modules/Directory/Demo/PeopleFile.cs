using CsvHelper;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Directory.Demo;

/// <summary>An official of people.csv.</summary>
internal sealed record PersonRow(string Name, string Email, string? Phone, string Unit, string Title, IReadOnlyList<string> Roles);

/// <summary>A citizen of people.csv, whom the identity simulator knows by the same id.</summary>
internal sealed record CitizenRow(string Sub, CitizenFacts Facts);

/// <summary>Reads people.csv: made-up officials and citizens of a demo.</summary>
internal sealed class PeopleFile
{
    public const string Path = "people.csv";
    private const string OfficialKind = "official", CitizenKind = "citizen";
    private static readonly string[] Columns = ["kind", "id", "name", "birthdate", "gender", "identity_number", "phone", "email", "address", "unit", "position", "roles"];

    private readonly PackFile file;
    private readonly CityUnits units;
    private readonly PackProblems problems;
    private readonly Dictionary<string, int> ids = [], emails = [];
    private readonly List<PersonRow> officials = [];
    private readonly List<CitizenRow> citizens = [];

    private PeopleFile(PackFile file, CityUnits units, PackProblems problems) => (this.file, this.units, this.problems) = (file, units, problems);

    /// <summary>The officials of the file; rows with problems are left out. A city needs no people.csv.</summary>
    public static IReadOnlyList<PersonRow> Read(CityFolder folder, CityUnits units, PackProblems problems) => All(folder, units, problems)?.officials ?? [];

    /// <summary>The citizens of the file, likewise.</summary>
    public static IReadOnlyList<CitizenRow> Citizens(CityFolder folder, CityUnits units, PackProblems problems) => All(folder, units, problems)?.citizens ?? [];

    private static PeopleFile? All(CityFolder folder, CityUnits units, PackProblems problems)
    {
        if (folder.Find(Path) is not { } file || file.Text(problems) is not { } text) return null;
        var reader = new PeopleFile(file, units, problems);
        reader.Read(text);
        return reader;
    }

    private void Read(string text)
    {
        var broken = new HashSet<long>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = bad => broken.Add(bad.LineNumber),
        });
        if (!csv.Read() || !Cells(csv).SequenceEqual(Columns))
        {
            Problem(1, "dòng tiêu đề không đúng", "the header is not right", $"viết dòng đầu: {string.Join(',', Columns)}", $"write as the first line: {string.Join(',', Columns)}");
            return;
        }
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var cells = Cells(csv);
            if (broken.Contains(line))
                Problem(line, "dấu ngoặc kép không cân", "the quotes are not balanced", "đặt cả ô trong dấu ngoặc kép, nhân đôi dấu ngoặc bên trong", "put the whole cell in quotes and double the quotes inside");
            else if (cells.Count != Columns.Length)
                Problem(line, $"dòng có {cells.Count} ô, cần {Columns.Length}", $"the row has {cells.Count} cells and needs {Columns.Length}", "đặt ô có dấu phẩy trong dấu ngoặc kép", "put cells with commas in quotes");
            else Row(line, Columns.Zip(cells, (name, value) => (name, value: value.Trim())).ToDictionary(c => c.name, c => c.value));
        }
    }

    private static List<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private void Row(int line, Dictionary<string, string> row)
    {
        var before = problems.All.Count;
        Unique(ids, row["id"], line, "mã", "id");
        if (!PersonName.Parse(row["name"]).Ok) Problem(line, $"'{row["name"]}' không phải họ tên", $"'{row["name"]}' is not a name", "viết họ, tên đệm và tên", "write family, middle and given names");
        if (!EmailAddress.Parse(row["email"], "").Ok) Problem(line, $"'{row["email"]}' không phải địa chỉ thư", $"'{row["email"]}' is not an e-mail address", "viết như ten@can-bo.example", "write it like name@can-bo.example");
        else Unique(emails, EmailAddress.Normal(row["email"]), line, "địa chỉ thư", "e-mail address");
        switch (row["kind"])
        {
            case OfficialKind: Official(line, row, problems.All.Count == before); break;
            case CitizenKind: Citizen(line, row, problems.All.Count == before); break;
            default: Problem(line, $"'{row["kind"]}' không phải loại người", $"'{row["kind"]}' is no kind of person", "viết official hoặc citizen", "write official or citizen"); break;
        }
    }

    private void Official(int line, Dictionary<string, string> row, bool good)
    {
        var roles = row["roles"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var before = problems.All.Count;
        if (units.Find(row["unit"]) is null) Problem(line, $"không có đơn vị '{row["unit"]}'", $"there is no unit '{row["unit"]}'", "dùng mã đơn vị trong units.yaml", "use the id of a unit in units.yaml");
        if (row["position"].Length is 0 or > OfficialProblems.LongestTitle) Problem(line, "thiếu chức danh", "the position is missing", "viết chức danh", "write the position");
        foreach (var role in roles.Where(r => !units.Roles.ContainsKey(r)))
            Problem(line, $"không có vai trò '{role}'", $"there is no role '{role}'", $"dùng: {string.Join(", ", units.Roles.Keys)}", $"use one of: {string.Join(", ", units.Roles.Keys)}");
        if (roles.Length == 0) Problem(line, "cán bộ không có vai trò nào", "the official has no role", $"dùng: {string.Join(", ", units.Roles.Keys)}", $"use one of: {string.Join(", ", units.Roles.Keys)}");
        if (good && problems.All.Count == before)
            officials.Add(new(PersonName.Parse(row["name"]).Value.Full, EmailAddress.Normal(row["email"]), row["phone"] is { Length: > 0 } phone ? phone : null, row["unit"], row["position"], roles));
    }

    private void Citizen(int line, Dictionary<string, string> row, bool good)
    {
        var before = problems.All.Count;
        if (row["identity_number"].Length != 12 || !row["identity_number"].All(char.IsAsciiDigit))
            Problem(line, "số định danh phải có 12 chữ số", "an identity number has 12 digits", "viết đủ 12 chữ số, bắt đầu bằng 099 cho người mẫu", "write all 12 digits, beginning with 099 for made-up people");
        if (!NodaTime.Text.LocalDatePattern.Iso.Parse(row["birthdate"]).Success)
            Problem(line, $"'{row["birthdate"]}' không phải ngày sinh", $"'{row["birthdate"]}' is not a date of birth", "viết như 1996-03-05", "write it like 1996-03-05");
        if (row["gender"] is not ("male" or "female"))
            Problem(line, $"'{row["gender"]}' không phải giới tính", $"'{row["gender"]}' is not a gender", "viết male hoặc female", "write male or female");
        if (good && problems.All.Count == before)
            citizens.Add(new(row["id"], new CitizenFacts(PersonName.Parse(row["name"]).Value.Full, row["birthdate"], row["gender"], row["identity_number"],
                row["phone"] is { Length: > 0 } phone ? phone : null, EmailAddress.Normal(row["email"]), row["address"] is { Length: > 0 } address ? address : null)));
    }

    private void Unique(Dictionary<string, int> seen, string value, int line, string vi, string en)
    {
        if (value.Length == 0) Problem(line, $"thiếu {vi}", $"the {en} is missing", $"viết {vi}", $"write the {en}");
        else if (!seen.TryAdd(value, line)) Problem(line, $"{vi} '{value}' đã có ở dòng {seen[value]}", $"the {en} '{value}' is already on line {seen[value]}", $"đặt {vi} khác", $"choose another {en}");
    }

    private void Problem(int line, string vi, string en, string remedyVi, string remedyEn) => problems.Add(file.Shown, line, vi, en, remedyVi, remedyEn);
}
