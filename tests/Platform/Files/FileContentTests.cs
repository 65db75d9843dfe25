using HaiDang.Kernel;
using HaiDang.Platform.Files;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Files;

public sealed class FileContentTests
{
    [Fact]
    public void A_whole_file_is_what_its_content_is()
    {
        Is(FileKind.Pdf, null, SampleFiles.Pdf());
        Is(FileKind.Jpeg, null, SampleFiles.Jpeg());
        Is(FileKind.Png, null, SampleFiles.Png());
        Is(FileKind.WebP, null, SampleFiles.WebP());
        Is(FileKind.Zip, null, SampleFiles.Zip(("a.txt", "words"u8.ToArray())));
        Is(FileKind.Docx, null, SampleFiles.Docx());
        Is(null, null, "MZ\x90\0 a program"u8.ToArray());
        Is(null, null, "<html><script>alert(1)</script>"u8.ToArray());
    }

    [Fact]
    public void Every_cut_of_a_picture_or_archive_is_noticed()
    {
        foreach (var whole in new[] { SampleFiles.Jpeg(), SampleFiles.Png(), SampleFiles.WebP(), SampleFiles.Docx() })
            for (var length = 20; length < whole.Length; length++)
                Is(null, FileProblems.Unreadable, whole[..length], anyKind: true);
    }

    [Fact]
    public void A_cut_PDF_is_noticed() => Is(FileKind.Pdf, FileProblems.Unreadable, SampleFiles.Pdf()[..^60]);

    [Fact]
    public void What_telephones_append_to_a_picture_does_not_spoil_it() => Is(FileKind.Jpeg, null, [.. SampleFiles.Jpeg(), .. new byte[5000]]);

    [Fact]
    public void A_password_is_noticed()
    {
        Is(FileKind.Pdf, FileProblems.Locked, SampleFiles.Pdf("/Size 4 /Root 1 0 R /Encrypt 3 0 R"));
        Is(FileKind.Pdf, null, SampleFiles.Pdf("/Size 4 /Root 1 0 R /EncryptMetadata false"));
        Is(FileKind.Zip, FileProblems.Locked, SampleFiles.LockedZip());
        Is(FileKind.Docx, FileProblems.Locked, SampleFiles.LockedDocx());
    }

    [Fact]
    public void A_picture_that_would_fill_the_memory_is_noticed_by_its_header()
    {
        Is(FileKind.Png, FileProblems.TooManyPixels, SampleFiles.Png(20_000, 20_000));
        Is(FileKind.Png, FileProblems.TooManyPixels, SampleFiles.Png(30_001, 1));
        Is(FileKind.Jpeg, FileProblems.TooManyPixels, SampleFiles.Jpeg(65_000, 65_000));
        Is(FileKind.WebP, FileProblems.TooManyPixels, SampleFiles.WebP(16_383, 16_383));
        Is(FileKind.Jpeg, null, SampleFiles.Jpeg(12_000, 9_000));
        Is(FileKind.Png, FileProblems.Unreadable, SampleFiles.Png(0, 5));
    }

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_noticed_whatever_it_declares()
    {
        Is(FileKind.Zip, FileProblems.Bomb, SampleFiles.Zip(("a", new byte[201_000_000])));
        Is(FileKind.Zip, FileProblems.Bomb, SampleFiles.LyingZip(5_000_000));
        Is(FileKind.Zip, null, SampleFiles.Zip(("a", new byte[5_000_000])));
        Is(FileKind.Zip, FileProblems.Bomb, SampleFiles.Zip([.. Enumerable.Range(0, 2001).Select(i => ($"{i}", Array.Empty<byte>()))]));
    }

    [Fact]
    public void Archives_within_archives_are_looked_into_once_and_share_one_limit()
    {
        var inner = SampleFiles.Zip(("a", new byte[150_000_000]));
        Is(FileKind.Zip, null, SampleFiles.Zip(("1.zip", inner)));
        Is(FileKind.Zip, FileProblems.Bomb, SampleFiles.Zip(("1.zip", inner), ("2.zip", inner)));
        Is(FileKind.Zip, FileProblems.Bomb, SampleFiles.Zip(("2.zip", SampleFiles.Zip(("1.zip", SampleFiles.Zip(("a", [1])))))));
        Is(FileKind.Docx, null, SampleFiles.Docx(("word/embeddings/a.xlsx", SampleFiles.Zip(("xl/workbook.xml", [1])))));
    }

    [Fact]
    public void A_document_with_macros_is_refused() => Is(FileKind.Docx, FileProblems.Macros, SampleFiles.Docx(("word/vbaProject.bin", [1])));

    [Theory]
    [InlineData(".pdf", "PDF")]
    [InlineData("image/*", "JPG PNG WebP")]
    [InlineData(".JPEG,.docx", "JPG DOCX")]
    [InlineData("application/pdf,.zip,.dwg", "PDF ZIP")]
    [InlineData("", "PDF JPG PNG WebP")]
    public void A_question_takes_the_kinds_that_it_names(string accept, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', FileKind.Taken(accept.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(k => k.Word)));

    [Theory]
    [InlineData("anh.jpg", "anh.pdf")]
    [InlineData("Đơn.PDF", "Đơn.PDF")]
    [InlineData("tờ khai", "tờ khai.pdf")]
    public void A_name_ends_as_its_content_is(string name, string kept) => Assert.Equal(kept, FileKind.Pdf.NameOf(name));

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\An\\đơn.pdf", "đơn.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    [InlineData("a\0b\r\n.pdf", "ab.pdf")]
    [InlineData("\uD800\uFFFF", "tep")]
    [InlineData("...", "tep")]
    [InlineData("<img src=x>.png", "img src=x.png")]
    public void A_name_is_made_safe(string name, string kept) => Assert.Equal(kept, FileName.Safe(name));

    /// <summary>No cut or changed byte of any sample makes the look at it fail.</summary>
    [Fact]
    public void Nothing_that_is_sent_throws()
    {
        var random = new Random(20260302);
        byte[][] wholes = [SampleFiles.Pdf(), SampleFiles.Jpeg(), SampleFiles.Png(), SampleFiles.WebP(), SampleFiles.Docx(), SampleFiles.LockedZip()];
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])wholes[i % wholes.Length].Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            FileContent.Look(new MemoryStream(bytes[..random.Next(bytes.Length + 1)]));
        }
    }

    private static void Is(FileKind? kind, ProblemType? fault, byte[] content, bool anyKind = false)
    {
        var look = FileContent.Look(new MemoryStream(content));
        if (!anyKind) Assert.Equal(kind, look.Kind);
        Assert.Equal(fault?.Code, look.Fault?.Type.Code);
    }
}
