using System.Globalization;
using System.Text;

namespace HaiDang.Bench.Town;

/// <summary>
/// The city that is measured: the small town's service, law and papers, with two hundred market offices in place of two and
/// one counter official in each. It is a folder like every other city; nothing in the program knows that it is measured.
/// </summary>
internal static class BenchTown
{
    public const int Units = 200;
    public const string Service = "cho-ban-hang";

    public static string UnitId(int number) => $"cho-{number.ToString("D3", CultureInfo.InvariantCulture)}";

    /// <summary>Writes the folder anew.</summary>
    public static void Write(string model, string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(model, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(model, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        File.WriteAllText(Path.Combine(folder, "units.yaml"), UnitsFile());
        File.WriteAllText(Path.Combine(folder, "people.csv"), PeopleFile());
    }

    private static string UnitsFile()
    {
        var text = new StringBuilder("""
            levels:
              - {key: town, name: {vi: Thị trấn, en: Town}}
              - {key: market, name: {vi: Ban quản lý chợ, en: Market office}}
            units:
              - id: song-nho
                identifier: 000.00.00.H00
                level: town
                name: {vi: Ủy ban nhân dân thị trấn Sông Nhỏ, en: People's Committee of Song Nho Town}
                shortName: {vi: Thị trấn Sông Nhỏ, en: Song Nho Town}
                place: Sông Nhỏ

            """);
        for (var n = 1; n <= Units; n++)
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: {{UnitId(n)}}
                    identifier: 000.{{n / 100:D2}}.{{n % 100:D2}}.H00
                    level: market
                    parent: song-nho
                    name: {vi: Ban Quản lý chợ số {{n}}, en: Market Office {{n}}}
                    shortName: {vi: Chợ số {{n}}, en: Market {{n}}}
                    superiorTitle: ỦY BAN NHÂN DÂN THỊ TRẤN SÔNG NHỎ
                    place: Sông Nhỏ

                """);
        return text.ToString();
    }

    private static string PeopleFile()
    {
        var text = new StringBuilder("kind,id,name,birthdate,gender,identity_number,phone,email,address,unit,position,roles\n");
        for (var n = 1; n <= Units; n++)
            text.Append(CultureInfo.InvariantCulture,
                $"official,mot-cua-{n},Vũ Thử Bích,1992-05-06,female,0991920{n:D5},0900000102,mot-cua-{n}@can-bo.example,,{UnitId(n)},Nhân viên tiếp nhận,counter\n");
        text.Append("official,quan-tri,Lê Thử Ân,1985-02-03,male,099085000001,0900000101,an@can-bo.example,,song-nho,Chủ tịch,leader;supervisor;admin\n");
        return text.ToString();
    }
}
