using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Platform.Packs;

/// <summary>Reads a code list. All problems are told at once, each with its line; rows with problems are left out.</summary>
public sealed class CodeListReader
{
    private const int MostRows = 20_000, LongestCode = 64, LongestName = 300;
    private const string Code = "code", Vi = "vi", En = "en", Parent = "parent", From = "validFrom", To = "validTo", Known = "code,vi,en,parent,parent:LIST,validFrom,validTo";

    private readonly string name, shown;
    private readonly PackProblems problems;
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<CodeEntry> entries = [];
    private List<string> columns = [];
    private string? parentList;

    private CodeListReader(string name, string shown, PackProblems problems) => (this.name, this.shown, this.problems) = (name, shown, problems);

    /// <summary>The list; null when its heading cannot be read.</summary>
    public static CodeList? Read(string name, string text, string shown, PackProblems problems) => new CodeListReader(name, shown, problems).Read(text);

    public static CodeList? Read(PackFile file, PackProblems problems) =>
        file.Text(problems) is { } text ? Read(Path.GetFileNameWithoutExtension(file.Path), text, file.Shown, problems) : null;

    private CodeList? Read(string text)
    {
        var (line, rows) = (0, 0);
        foreach (var row in text.Split('\n'))
        {
            line++;
            if (row.StartsWith('#') || string.IsNullOrWhiteSpace(row)) continue;
            rows++;
            if (CsvLine.Cells(row) is not { } cells)
            {
                Problem(line, "dấu ngoặc kép không cân", "the quotes are not balanced", "đặt cả ô trong dấu ngoặc kép, nhân đôi dấu ngoặc bên trong", "put the whole cell in quotes and double the quotes inside");
                if (columns.Count == 0) return null;
            }
            else if (columns.Count == 0)
            {
                if (!Heading(cells, line)) return null;
            }
            else if (rows > MostRows)
            {
                Problem(line, $"danh mục có quá {MostRows} dòng", $"the list has more than {MostRows} rows", "chia nhỏ danh mục", "split the list");
                break;
            }
            else Row(cells, line);
        }
        if (rows < 2) Problem(Math.Max(1, line), "danh mục không có mã nào", "the list has no code", $"viết dòng đầu {Known} rồi mỗi mã một dòng", $"write the heading {Known}, then one code on each line");
        if (columns.Count == 0) return null;
        if (parentList == name)
            foreach (var lost in entries.Where(e => e.Parent is { } parent && !lines.ContainsKey(parent)))
                NoParent(lost, name);
        return new CodeList(name, shown, parentList, entries);
    }

    /// <summary>The parents that another list does not have.</summary>
    public static void CheckParents(CodeList list, CodeList? parents, PackProblems problems)
    {
        var reader = new CodeListReader(list.Name, list.Shown, problems);
        if (parents is null)
            reader.Problem(1, $"không có danh mục cấp trên '{list.ParentList}'", $"there is no list '{list.ParentList}' for the parents", $"thêm {CodeList.PathOf(list.ParentList!)} hoặc sửa tên cột", $"add {CodeList.PathOf(list.ParentList!)} or mend the heading");
        else
            foreach (var lost in list.Entries.Where(e => e.Parent is { } parent && parents.Find(parent) is null)) reader.NoParent(lost, parents.Name);
    }

    private void NoParent(CodeEntry entry, string among) =>
        Problem(entry.Line, $"danh mục '{among}' không có mã cấp trên '{entry.Parent}'", $"the list '{among}' has no parent '{entry.Parent}'", $"dùng một mã của {CodeList.PathOf(among)}", $"use a code of {CodeList.PathOf(among)}");

    private bool Heading(List<string> cells, int line)
    {
        columns = [.. cells.Select(c => c.StartsWith(Parent + ":", StringComparison.Ordinal) ? Parent : c)];
        parentList = cells.Find(c => c == Parent) is not null ? name : cells.Find(c => c.StartsWith(Parent + ":", StringComparison.Ordinal))?[(Parent.Length + 1)..];
        var good = parentList is not "" && columns.Distinct().Count() == columns.Count && columns.TrueForAll(c => c is Code or Vi or En or Parent or From or To)
            && columns.Contains(Code) && columns.Contains(Vi) && columns.Contains(En);
        if (!good) Problem(line, $"dòng tiêu đề '{string.Join(',', cells)}' không đúng", $"the heading '{string.Join(',', cells)}' is not right", $"cần code,vi,en; được thêm trong số: {Known}", $"code,vi,en are needed; there may be more of: {Known}");
        return good;
    }

    private void Row(List<string> cells, int line)
    {
        if (cells.Count != columns.Count)
        {
            Problem(line, $"dòng có {cells.Count} ô, cần {columns.Count}", $"the row has {cells.Count} cells and needs {columns.Count}", "đặt ô có dấu phẩy trong dấu ngoặc kép", "put cells with commas in quotes");
            return;
        }
        var row = columns.Zip(cells).ToDictionary(c => c.First, c => c.Second);
        var (code, vi, en, good) = (row[Code], row[Vi], row[En], true);
        if (code.Length is 0 or > LongestCode || code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            Bad($"'{code}' không phải mã", $"'{code}' is no code", $"viết mã không có khoảng trắng, dài nhất {LongestCode} ký tự", $"write a code without blanks, of at most {LongestCode} characters");
        else if (!lines.TryAdd(code, line))
            Bad($"mã '{code}' đã có ở dòng {lines[code]}", $"the code '{code}' is already on line {lines[code]}", "xóa một dòng hoặc đặt mã khác", "remove one of the rows or choose another code");
        if (vi.Length is 0 or > LongestName) Bad("thiếu tên tiếng Việt, hoặc tên quá dài", "the Vietnamese name is missing or too long", $"viết cột vi, dài nhất {LongestName} ký tự", $"write the column vi, at most {LongestName} characters");
        if (en.Length is 0 or > LongestName) Bad("thiếu tên tiếng Anh, hoặc tên quá dài", "the English name is missing or too long", $"viết cột en, dài nhất {LongestName} ký tự", $"write the column en, at most {LongestName} characters");
        var (from, to) = (Date(From), Date(To));
        if (from > to) Bad($"{To} đứng trước {From}", $"{To} is before {From}", "đổi lại hai ngày", "swap the two days");
        if (good) entries.Add(new(code, new LocalText(vi, en), row.GetValueOrDefault(Parent) is { Length: > 0 } parent ? parent : null, from, to, line));

        LocalDate? Date(string column)
        {
            if (row.GetValueOrDefault(column) is not { Length: > 0 } written) return null;
            if (LocalDatePattern.Iso.Parse(written) is { Success: true } date) return date.Value;
            Bad($"'{written}' không phải ngày", $"'{written}' is not a date", "viết như 2025-07-01", "write it like 2025-07-01");
            return null;
        }

        void Bad(string what, string whatEn, string remedy, string remedyEn)
        {
            good = false;
            Problem(line, what, whatEn, remedy, remedyEn);
        }
    }

    private void Problem(int line, string vi, string en, string remedyVi, string remedyEn) => problems.Add(shown, line, vi, en, remedyVi, remedyEn);
}

/// <summary>One line of comma-separated values (RFC 4180, without line breaks in cells).</summary>
internal static class CsvLine
{
    /// <summary>The cells without the blanks around them; null when quotes are not balanced.</summary>
    public static List<string>? Cells(string line)
    {
        var cells = new List<string>();
        var rest = line.AsSpan().TrimEnd("\r");
        while (true)
        {
            rest = rest.TrimStart(' ');
            if (rest is not ['"', ..])
            {
                var comma = rest.IndexOf(',');
                var cell = (comma < 0 ? rest : rest[..comma]).Trim();
                if (cell.Contains('"')) return null;
                cells.Add(cell.ToString());
                if (comma < 0) return cells;
                rest = rest[(comma + 1)..];
                continue;
            }
            var end = 1;
            while (end < rest.Length && (rest[end] != '"' || end + 1 < rest.Length && rest[end + 1] == '"')) end += rest[end] == '"' ? 2 : 1;
            if (end >= rest.Length) return null;
            cells.Add(rest[1..end].ToString().Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
            rest = rest[(end + 1)..].TrimStart(' ');
            if (rest.IsEmpty) return cells;
            if (rest[0] != ',') return null;
            rest = rest[1..];
        }
    }
}
