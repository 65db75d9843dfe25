namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>Test material that others wrote, read from the folder that HAIDANG_TCK names.</summary>
internal static class Tck
{
    public static string Root => Path.Combine(Environment.GetEnvironmentVariable("HAIDANG_TCK") ?? "", "bpmn");

    public static string Folder(string part)
    {
        var folder = Path.Combine(Root, part);
        Assert.SkipUnless(Directory.Exists(folder), "HAIDANG_TCK does not name a folder with bpmn/" + part);
        return folder;
    }
}
