using System.Diagnostics;
using HaiDang.Platform.Files;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Files;

/// <summary>Files that qpdf locked: against changing only, or against reading.</summary>
public sealed class PdfLockTests
{
    public static TheoryData<string> Ways => ["40", "128 --use-aes=n", "128 --use-aes=y", "128 --use-aes=y --cleartext-metadata", "256 --force-R5", "256", "256 --cleartext-metadata"];

    [Theory, MemberData(nameof(Ways))]
    public void A_file_that_only_its_owner_may_change_opens_for_everybody(string way)
    {
        foreach (var written in new[] { "", "--object-streams=generate", "--linearize" })
            Assert.Null(Fault(Locked("", "mat-khau-chu", way, written)));
    }

    [Theory, MemberData(nameof(Ways))]
    public void A_file_that_asks_for_a_password_is_locked(string way) => Assert.Equal(FileProblems.Locked.Code, Fault(Locked("mat-khau", "mat-khau-chu", way, "")));

    [Fact]
    public void A_changed_word_of_the_lock_is_no_key()
    {
        var file = Locked("", "mat-khau-chu", "256", "");
        var at = file.AsSpan().IndexOf("/U "u8);
        foreach (var offset in new[] { 6, 20, 33 })
        {
            var changed = file.ToArray();
            changed[at + offset] = changed[at + offset] == (byte)'1' ? (byte)'2' : (byte)'1';
            Assert.Equal(FileProblems.Locked.Code, Fault(changed));
        }
    }

    private static string? Fault(byte[] content) => FileContent.Look(new MemoryStream(content)).Fault?.Type.Code;

    private static byte[] Locked(string user, string owner, string way, string written)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/qpdf"), "qpdf is not installed");
        var folder = System.IO.Directory.CreateTempSubdirectory("haidang-pdf-").FullName;
        try
        {
            var (from, to) = (Path.Combine(folder, "a.pdf"), Path.Combine(folder, "b.pdf"));
            File.WriteAllBytes(from, SampleFiles.Pdf());
            var words = way.Split(' ');
            string[] arguments = ["--allow-weak-crypto", "--static-id", .. written.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--encrypt", user, owner, .. words, "--", from, to];
            using var qpdf = Process.Start(new ProcessStartInfo("/usr/bin/qpdf", arguments) { RedirectStandardError = true })!;
            var said = qpdf.StandardError.ReadToEnd();
            qpdf.WaitForExit();
            Assert.True(qpdf.ExitCode is 0 or 3, said);
            return File.ReadAllBytes(to);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}
