using System.CommandLine;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;

namespace HaiDang.Cli;

/// <summary>The options by which every command finds its city: the folder, the data, the database.</summary>
internal sealed class CityOptions
{
    public Option<string> City { get; } = new("--city") { Description = "Thư mục thành phố / the city's folder", Required = true };
    public Option<string?> Data { get; } = new("--data") { Description = "Nơi giữ tệp và cơ sở dữ liệu nhúng (mặc định .data/<city>) / where files and the embedded database are kept" };
    public Option<string?> Postgres { get; } = new("--postgres") { Description = "Chuỗi kết nối PostgreSQL / a PostgreSQL connection string" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[City, Data, Postgres]) command.Options.Add(option);
    }

    /// <summary>The city as the folder has it, or null after every problem was printed.</summary>
    public CityStart? Open(ParseResult parsed)
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(parsed.GetRequiredValue(City), problems);
        var city = folder is null ? null : CityReader.Read(folder, problems);
        if (folder is null || city is null)
        {
            foreach (var problem in problems.All) Console.Error.WriteLine(problem.In(Language.Vietnamese));
            return null;
        }
        var data = Path.GetFullPath(parsed.GetValue(Data) ?? Path.Combine(".data", folder.Name));
        var postgres = parsed.GetValue(Postgres) ?? Environment.GetEnvironmentVariable("HAIDANG_POSTGRES");
        var database = string.IsNullOrEmpty(postgres) ? Database.AtFile(Path.Combine(data, "city.db")) : Database.AtServer(postgres);
        return new CityStart(folder, city, database, data, Demo: false, new Uri("http://localhost:5080"));
    }
}
