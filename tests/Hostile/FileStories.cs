using System.Net;
using HaiDang.Contracts;
using HaiDang.Platform.Blobs;
using HaiDang.Stories;
using HaiDang.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Hostile.Tests;

/// <summary>Files that are wrong, sent by a citizen's browser: what the person reads, and that nothing else is lost.</summary>
public sealed class FileStories(FileTown town) : IClassFixture<FileTown>
{
    private const string Field = "stallPhoto";

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "empty.pdf", "rỗng", "Chọn lại tệp hoặc chụp lại" },
        { "oversized.jpg", "lớn hơn 20 MB", "độ phân giải thấp hơn" },
        { "program.pdf", "không thuộc loại được nhận ở đây (PDF, JPG, PNG, WebP, DOCX, ZIP)", "Đổi tên tệp không đổi được loại tệp" },
        { "cut.jpg", "bị hỏng hoặc chưa tải đủ", "Mở thử tệp trên máy của bạn" },
        { "cut.png", "bị hỏng hoặc chưa tải đủ", "Mở thử tệp trên máy của bạn" },
        { "cut.pdf", "bị hỏng hoặc chưa tải đủ", "Mở thử tệp trên máy của bạn" },
        { "locked.pdf", "có mật khẩu", "Bỏ mật khẩu của tệp" },
        { "locked.zip", "có mật khẩu", "Bỏ mật khẩu của tệp" },
        { "locked.docx", "có mật khẩu", "Bỏ mật khẩu của tệp" },
        { "bomb.png", "20000 × 20000 điểm ảnh", "thu nhỏ ảnh" },
        { "bomb.zip", "bung ra quá lớn", "không nén" },
        { "lying.zip", "bung ra quá lớn", "không nén" },
        { "nested.zip", "lồng quá nhiều lớp", "không nén" },
        { "macros.docx", "macro", "Lưu thành PDF" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_file_is_named_with_the_remedy_before_anything_is_sent(string name, string says, string remedy)
    {
        var citizen = town.Citizen();
        var page = await Cart(citizen);
        var answer = await citizen.Browser.Sends(page.Path, Typed("7"), (Field, name, Content(name)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        answer.Reads($"“{name}”").Reads(says).Reads(remedy);
        Assert.Matches("name=\"days\"[^>]*value=\"7\"", answer.Html);
        Assert.DoesNotContain("class=\"file-name\"", answer.Html);
    }

    [Fact]
    public async Task A_virus_is_refused_by_a_real_scanner()
    {
        Assert.SkipUnless(town.Scans, RealClamd.Missing ?? "");
        var citizen = town.Citizen();
        var page = await Cart(citizen);
        var answer = await citizen.Browser.Sends(page.Path, Typed(), (Field, "giay-to.zip", SampleFiles.Zip(("giay-to.txt", SampleFiles.Eicar()))));
        answer.Reads("“giay-to.zip” có mã độc (Eicar-Test-Signature");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task Right_files_beside_a_wrong_one_are_kept_shown_with_their_size_and_go_on()
    {
        var citizen = town.Citizen();
        var page = await Cart(citizen);
        var answer = await citizen.Browser.Sends(page.Path, Typed(),
            (Field, "xe.png", SampleFiles.Png()), (Field, "rong.pdf", []), (Field, "giay.jpg", SampleFiles.Pdf()));
        answer.Reads("Tệp “rong.pdf” rỗng").Reads("xe.png").Reads($"{SampleFiles.Png().Length} B").Reads("giay.pdf");
        var next = await citizen.Browser.Sends(page.Path, Typed());
        Assert.EndsWith("/page-seller", next.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_files_than_a_question_takes_are_named()
    {
        var citizen = town.Citizen();
        var page = await Cart(citizen);
        var answer = await citizen.Browser.Sends(page.Path, Typed(), [.. Enumerable.Range(1, 21).Select(i => (Field, $"xe-{i}.png", SampleFiles.Png()))]);
        answer.Reads("“xe-21.png”: câu này nhận tối đa 20 tệp").NeverReads("“xe-20.png”:");
    }

    [Fact]
    public async Task A_file_is_shown_in_the_page_as_what_it_is_and_never_runs()
    {
        var citizen = town.Citizen();
        var page = await Cart(citizen);
        await citizen.Browser.Sends(page.Path, Typed(), (Field, "xe.png", SampleFiles.Png()), (Field, "don.docx", SampleFiles.Docx()));
        var shown = await citizen.Browser.Opens(page.Path);
        foreach (var (name, disposition) in new[] { ("xe.png", "inline"), ("don.docx", "attachment") })
        {
            var link = System.Text.RegularExpressions.Regex.Match(shown.Html, $"href=\"([^\"]+)\">{name}<").Groups[1].Value;
            var (type, said, sniff) = await citizen.Browser.HeadersOf(link);
            Assert.Equal(name == "xe.png" ? "image/png" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document", type);
            Assert.StartsWith(disposition, said, StringComparison.Ordinal);
            Assert.Equal("nosniff", sniff);
        }
        Assert.NotEmpty(town.Services.GetRequiredService<IBlobStore>().All());
    }

    private static async Task<Page> Cart(Citizen citizen)
    {
        await citizen.SignsIn();
        await citizen.Browser.Opens(Links.Portal.Service(Citizen.Service));
        var page = await citizen.Browser.Sends(Links.Apply.Begin(Citizen.Service), []);
        return await citizen.Answers(page, [.. Typed()]);
    }

    private static IEnumerable<(string, string)> Typed(string days = "4") => [("market", "cho-dong"), ("stall", "cart"), ("days", days)];

    private static byte[] Content(string name) => name switch
    {
        "empty.pdf" => [],
        "oversized.jpg" => [.. SampleFiles.Jpeg(), .. new byte[20_000_000]],
        "program.pdf" => [.. "MZ"u8, .. new byte[200]],
        "cut.jpg" => SampleFiles.Jpeg()[..^3],
        "cut.png" => SampleFiles.Png()[..^6],
        "cut.pdf" => SampleFiles.Pdf()[..^60],
        "locked.pdf" => SampleFiles.Pdf("/Size 4 /Root 1 0 R /Encrypt 3 0 R"),
        "locked.zip" => SampleFiles.LockedZip(),
        "locked.docx" => SampleFiles.LockedDocx(),
        "bomb.png" => SampleFiles.Png(20_000, 20_000),
        "bomb.zip" => SampleFiles.Zip(("a", new byte[250_000_000])),
        "lying.zip" => SampleFiles.LyingZip(5_000_000),
        "nested.zip" => SampleFiles.Zip(("b.zip", SampleFiles.Zip(("a.zip", SampleFiles.Zip(("a", [1])))))),
        "macros.docx" => SampleFiles.Docx(("word/vbaProject.bin", [1])),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
