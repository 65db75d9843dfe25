using System.CommandLine;
using HaiDang.Conformance;
using HaiDang.Conformance.Bpmn;
using HaiDang.Conformance.Dmn;

namespace HaiDang.Cli;

/// <summary><c>haidang tck</c>: public conformance kits, run against the engines of this program. It needs no city and no database.</summary>
internal static class TckCommand
{
    internal static Command Command() => new("tck", "Chạy bộ kiểm thử chuẩn công khai / run a public conformance kit")
    {
        Kit("dmn", "Bộ kiểm thử DMN: tệp *.dmn và *-test-*.xml / the DMN kit: *.dmn and *-test-*.xml", DmnKit.Run, r => r.Folder.Split('/')[0]),
        Kit("bpmn", "Mô hình BPMN: execution, refuse, interchange / BPMN models: execution, refuse, interchange", BpmnKit.Run, r => r.Folder),
    };

    private static Command Kit(string name, string description, Func<string, IReadOnlyList<KitResult>> run, Func<KitResult, string> group)
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục của bộ kiểm thử / the kit's folder" };
        var report = new Option<string?>("--report") { Description = "Ghi từng kết quả vào tệp CSV / write each result to a CSV file" };
        var command = new Command(name, description) { folder, report };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(report), run, group));
        return command;
    }

    private static int Run(string folder, string? report, Func<string, IReadOnlyList<KitResult>> run, Func<KitResult, string> group)
    {
        if (!System.IO.Directory.Exists(folder))
        {
            Console.Error.WriteLine($"✗ Không có thư mục {folder}. Hãy ghi đường dẫn của bộ kiểm thử. / There is no folder {folder}. Give the path of the kit.");
            return 1;
        }
        var results = run(folder);
        if (results.Count == 0)
        {
            Console.Error.WriteLine($"✗ {folder} không có kiểm thử nào. / {folder} holds no tests.");
            return 1;
        }
        if (report is not null) File.WriteAllText(report, KitReport.Csv(results));
        Console.Write(KitReport.Table(results, group));
        foreach (var failed in results.Where(r => r.Outcome == KitOutcome.Error)) Console.WriteLine($"✗ {failed.Folder} {failed.Test} {failed.Node}: {failed.Remark}");
        return results.Any(r => r.Outcome == KitOutcome.Error) ? 1 : 0;
    }
}
