using System.Diagnostics;

namespace HaiDang.Stories;

/// <summary>Programs that others wrote, asked about our files where they are installed.</summary>
internal static class Tools
{
    /// <summary>The file is a sound PDF with a valid signature over all of it, and its text can be read.</summary>
    public static async Task Accept(byte[] pdf, string words)
    {
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(pdf[..5]));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.pdf");
        await File.WriteAllBytesAsync(path, pdf);
        try
        {
            if (await Say("qpdf", "--check", path) is { } checkedBy) Assert.Contains("No syntax or stream encoding errors", checkedBy, StringComparison.Ordinal);
            if (await Say("pdfsig", "-nocert", path) is { } signature)
            {
                Assert.Contains("Signature is Valid", signature, StringComparison.Ordinal);
                Assert.Contains("Total document signed", signature, StringComparison.Ordinal);
            }
            if (await Say("pdftotext", path, "-") is { } text) Assert.Contains(words, text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What a program says, or null where it is not installed.</summary>
    private static async Task<string?> Say(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
