using System.CommandLine;
using System.Text;
using HaiDang.Platform;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace HaiDang.Cli;

/// <summary><c>haidang export --results DIR</c>: the issued PDFs as plain files, with an index.</summary>
internal static class ExportCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var results = new Option<string>("--results") { Description = "Thư mục nhận các kết quả đã cấp (PDF) và index.csv / folder for the issued results (PDF) and index.csv", Required = true };
        var command = new Command("export", "Xuất dữ liệu ra tệp thường / export to plain files") { results };
        city.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start || !CityServices.HasData(start)) return 1;
            var (written, missing) = await Write(start, parsed.GetRequiredValue(results), stop);
            Console.WriteLine($"{written} kết quả / results: {parsed.GetRequiredValue(results)}");
            foreach (var code in missing) Console.WriteLine($"✗ mất tệp của kết quả / the file of a result is gone: {code}");
            return missing.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<(int Written, IReadOnlyList<string> Missing)> Write(CityStart start, string folder, CancellationToken stop)
    {
        await using var services = CityServices.Of(start);
        using var scope = services.CreateScope();
        var blobs = services.GetRequiredService<IBlobStore>();
        System.IO.Directory.CreateDirectory(folder);
        // With the byte order mark spreadsheets read Vietnamese.
        await using var index = new StreamWriter(Path.Combine(folder, "index.csv"), false, new UTF8Encoding(true)) { NewLine = "\r\n" };
        await index.WriteLineAsync("file,number,code,title,service,unit,issued_on,signer,position,state,sha256");

        var (written, missing) = (0, new List<string>());
        foreach (var source in scope.ServiceProvider.GetServices<IResultFiles>())
            await foreach (var result in source.All(stop))
            {
                await using var content = blobs.Open(result.Hash);
                if (content is null)
                {
                    missing.Add(result.Code);
                    continue;
                }
                var name = NameOf(result);
                await using (var file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write)) await content.CopyToAsync(file, stop);
                await index.WriteLineAsync(string.Join(',', new[]
                {
                    name, result.Number, result.Code, result.Title, result.Service, result.Unit, LocalDatePattern.Iso.Format(result.IssuedOn),
                    result.SignerName, result.SignerTitle, result.State, result.Hash,
                }.Select(Cell)));
                written++;
            }
        return (written, missing);
    }

    /// <summary>RFC 4180; a value that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Cell(string value) => $"\"{(value is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Number and code, without the signs that a file's name may not have: <c>12-GXN-UBND_7f3k….pdf</c>.</summary>
    private static string NameOf(ResultFile result) =>
        string.Concat($"{result.Number}_{result.Code}".Select(c => char.IsLetterOrDigit(c) || c is '_' or '.' ? c : '-')) + ".pdf";
}
