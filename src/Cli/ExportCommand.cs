using System.CommandLine;
using System.Text;
using HaiDang.Cases.Transfer;
using HaiDang.Platform;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace HaiDang.Cli;

/// <summary><c>haidang export</c>: the issued PDFs as plain files with an index, or cases with their whole lives and files.</summary>
internal static class ExportCommand
{
    internal static Command Command()
    {
        var city = new CityOptions();
        var results = new Option<string?>("--results") { Description = "Thư mục nhận các kết quả đã cấp (PDF) và index.csv / folder for the issued results (PDF) and index.csv" };
        var cases = new Option<string?>("--cases") { Description = "Thư mục nhận hồ sơ và tệp, để nhập vào nơi khác; có dữ liệu cá nhân / folder for cases and files, to be imported elsewhere; holds personal data" };
        var unit = new Option<string?>("--unit") { Description = "Chỉ hồ sơ của đơn vị này / only cases of this unit" };
        var service = new Option<string?>("--service") { Description = "Chỉ hồ sơ của dịch vụ này / only cases of this service" };
        var command = new Command("export", "Xuất dữ liệu ra tệp thường / export to plain files") { results, cases, unit, service };
        city.AddTo(command);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(results) is null && parsed.GetValue(cases) is null)
                parsed.AddError("Cho biết xuất gì: --results THƯ_MỤC hoặc --cases THƯ_MỤC / say what to export: --results DIR or --cases DIR");
        });
        command.SetAction(async (parsed, stop) =>
        {
            if (city.Open(parsed) is not { } start || !CityServices.HasData(start)) return 1;
            var whole = true;
            if (parsed.GetValue(results) is { } papers)
            {
                var (written, missing) = await Write(start, papers, stop);
                Console.WriteLine($"{written} kết quả / results: {papers}");
                foreach (var code in missing) Console.WriteLine($"✗ mất tệp của kết quả / the file of a result is gone: {code}");
                whole &= missing.Count == 0;
            }
            if (parsed.GetValue(cases) is { } lives) whole &= await Lives(start, lives, parsed.GetValue(unit), parsed.GetValue(service), stop);
            return whole ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> Lives(CityStart start, string folder, string? unit, string? service, CancellationToken stop)
    {
        await using var services = CityServices.Of(start);
        using var scope = services.CreateScope();
        var report = await scope.ServiceProvider.GetRequiredService<ExportCases>().Write(folder, unit, service, stop);
        foreach (var hash in report.Missing) Console.WriteLine($"✗ mất tệp / a file is gone: {hash}");
        Console.WriteLine($"{report.Cases} hồ sơ / cases, {report.Files} tệp / files: {folder}");
        Console.Error.WriteLine("Thư mục này có dữ liệu cá nhân chưa mã hóa: giữ kín, xóa khi xong / the folder holds personal data in clear: keep it close, delete it when done");
        return report.Missing.Count == 0;
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
