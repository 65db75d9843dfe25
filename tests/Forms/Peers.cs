using System.Runtime.CompilerServices;

namespace HaiDang.Forms.Tests;

/// <summary>Programs of others to which forms are held: installed beside the tests by <c>./dev test</c> (<c>npm ci</c> in <c>tests/Forms/peers</c>).</summary>
static class Peers
{
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "peers");

    /// <summary>form-js as one file for a browser, or null.</summary>
    public static string? FormJs => new[] { Environment.GetEnvironmentVariable("HAIDANG_FORMJS"), Path.Combine(Folder(), "node_modules", "@bpmn-io", "form-js", "dist", "form-viewer.umd.js") }.FirstOrDefault(File.Exists);

    /// <summary>Whether the judge of JSON Schema is installed.</summary>
    public static bool HasAjv => Directory.Exists(Path.Combine(Folder(), "node_modules", "ajv"));
}
