namespace HaiDang.Bpmn.Tests.Conformance;

/// <summary>Test material that others wrote, read from the folder that HAIDANG_TCK names.</summary>
internal static class Tck
{
    public static string Folder(string part)
    {
        var root = Environment.GetEnvironmentVariable("HAIDANG_TCK");
        var folder = root is null ? null : Path.Combine(root, "bpmn", part);
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), "HAIDANG_TCK does not name a folder with bpmn/" + part);
        return folder!;
    }
}
