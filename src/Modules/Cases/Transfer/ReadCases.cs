using System.Security.Cryptography;
using System.Text.Json;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Transfer;

/// <summary>A case of a folder, read and found sound.</summary>
internal sealed record ReadCase(Case Matter, IReadOnlyList<Moment> Moments);

/// <summary>
/// Reads a folder of exported cases and tells everything that is wrong with it, line by line. The same check runs before
/// the first case is written and again as each is read to be written.
/// </summary>
internal sealed class ReadCases(string folder, EventTypes types, IUnits units)
{
    private readonly HashSet<string> sound = [];

    public IReadOnlyDictionary<string, ServiceFiles> Definitions { get; private set; } = new Dictionary<string, ServiceFiles>();

    /// <summary>The versions of services that lie beside the cases, each of them what its name says.</summary>
    public void ReadDefinitions(PackProblems problems)
    {
        var found = new Dictionary<string, ServiceFiles>();
        var target = Path.Combine(folder, TransferFolder.Definitions);
        if (!System.IO.Directory.Exists(target)) return;
        foreach (var path in System.IO.Directory.EnumerateFiles(target, "*.br").Order(StringComparer.Ordinal))
        {
            var shown = $"{TransferFolder.Definitions}/{Path.GetFileName(path)}";
            if (Path.GetFileNameWithoutExtension(path).Split('.') is [var slug, var hash] && Unpacked(slug, path) is { } files && files.Hash == hash) found[hash] = files;
            else problems.Add(shown, 0, "nội dung không đúng với tên", "its content is not what its name says", "xuất lại từ nơi gửi", "export it again where it came from");
        }
        Definitions = found;
    }

    /// <summary>The last number of every series that the other place has given.</summary>
    public IReadOnlyDictionary<string, long> Serials(PackProblems problems)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, long>>(System.IO.File.ReadAllText(Path.Combine(folder, TransferFolder.Serials)))!;
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            problems.Add(TransferFolder.Serials, 0, "không đọc được các dãy số", "the series of numbers cannot be read", "chép lại đủ thư mục đã xuất", "copy the exported folder again, whole");
            return new Dictionary<string, long>();
        }
    }

    /// <summary>Every case that can be read, in order; what cannot is told.</summary>
    public IEnumerable<(int Line, ReadCase Case)> All(PackProblems problems)
    {
        var path = Path.Combine(folder, TransferFolder.Cases);
        if (!System.IO.File.Exists(path))
        {
            problems.Add(TransferFolder.Cases, 0, "không có tệp cases.jsonl", "there is no cases.jsonl", $"chỉ đúng thư mục mà 'haidang export --cases' đã viết, không phải '{folder}'", $"name the folder that 'haidang export --cases' wrote, not '{folder}'");
            yield break;
        }
        var (line, seen) = (0, new HashSet<Guid>());
        foreach (var text in System.IO.File.ReadLines(path))
        {
            line++;
            if (text.Length == 0) continue;
            if (Read(text, line, problems) is not { } read) continue;
            if (seen.Add(read.Matter.Id)) yield return (line, read);
            else Tell(line, "hồ sơ này có hai lần trong tệp", "this case stands in the file twice", "xóa một trong hai dòng", "remove one of the two lines", problems);
        }
    }

    private ReadCase? Read(string text, int line, PackProblems problems)
    {
        CaseLine? one;
        try
        {
            one = JsonSerializer.Deserialize<CaseLine>(text, LogJson.Options);
            if (one?.Events is not { Count: > 0 }) throw new JsonException("events");
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or FormatException or InvalidOperationException)
        {
            Tell(line, $"dòng không đọc được ({unread.Message})", $"the line cannot be read ({unread.Message})", "xuất lại từ nơi gửi", "export it again where it came from", problems);
            return null;
        }
        if (Life(one, line, problems) is not { } life) return null;
        Case matter;
        try
        {
            matter = Evolve.Fold(life.SelectMany(m => m.Events));
        }
        catch (Exception impossible) when (impossible is InvalidOperationException or NullReferenceException or ArgumentException)
        {
            Tell(line, "các sự kiện không nối thành một hồ sơ", "its events do not make a case", "xuất lại từ nơi gửi", "export it again where it came from", problems);
            return null;
        }
        if (matter.Id != one.Id || matter.Number != one.Number)
            Tell(line, $"mã hoặc số '{one.Number}' không khớp với sự kiện", $"the id or number '{one.Number}' does not fit its events", "đừng sửa tay tệp này", "do not edit this file by hand", problems);
        else if (units.Find(matter.Unit) is null)
            Tell(line, $"thành phố này không có đơn vị '{matter.Unit}'", $"this city has no unit '{matter.Unit}'", "thêm đơn vị vào units.yaml", "add the unit to units.yaml", problems);
        else if (CaseLine.FilesOf(life.SelectMany(m => m.Events)).FirstOrDefault(h => !Sound(h)) is { } broken)
            Tell(line, $"tệp {broken} thiếu hoặc đã bị sửa", $"the file {broken} is missing or was altered", "chép lại đủ thư mục files", "copy the folder files again, whole", problems);
        else
            return new ReadCase(matter, life);
        return null;
    }

    private List<Moment>? Life(CaseLine one, int line, PackProblems problems)
    {
        var life = new List<Moment>();
        foreach (var told in one.Events)
        {
            IEvent? happened = null;
            try
            {
                happened = told.Read(types);
            }
            catch (Exception unread) when (unread is JsonException or NotSupportedException or FormatException or InvalidOperationException)
            {
                // told below, as an event that is not known
            }
            if (happened is null)
            {
                Tell(line, $"sự kiện '{told.Type}' không được hiểu", $"the event '{told.Type}' is not understood", "nhập bằng chương trình không cũ hơn nơi xuất", "import with a program that is not older than the one that exported", problems);
                return null;
            }
            life.Add(new Moment(told.At, told.Who(), [happened]));
        }
        return life;
    }

    private bool Sound(string hash)
    {
        if (sound.Contains(hash)) return true;
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) return false;
        var path = TransferFolder.File(folder, hash);
        if (!System.IO.File.Exists(path)) return false;
        using var content = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash && sound.Add(hash);
    }

    private static ServiceFiles? Unpacked(string slug, string path)
    {
        try
        {
            return ServiceFiles.Unpack(slug, System.IO.File.ReadAllBytes(path));
        }
        catch (Exception broken) when (broken is InvalidOperationException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static void Tell(int line, string vi, string en, string remedyVi, string remedyEn, PackProblems problems) =>
        problems.Add(TransferFolder.Cases, line, vi, en, remedyVi, remedyEn);
}
