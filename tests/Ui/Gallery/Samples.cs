using System.Text;
using HaiDang.Kernel;

namespace HaiDang.Ui.Tests.Gallery;

/// <summary>Words and figures of the gallery.</summary>
internal static class Samples
{
    public static readonly Site Site = new()
    {
        City = new("Thành phố Hải Phòng", "Hải Phòng City"),
        Agency = new("Ủy ban nhân dân thành phố Hải Phòng", "People’s Committee of Hải Phòng City"),
        Contact = new("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre"),
        Hotline = "0225 3 123 456",
        Demo = true,
        SearchPath = "/results",
        DeskSearchPath = "/desk",
        Links = [new(new("Tra cứu hồ sơ", "Where is my case?"), "/case", Glyph.Folder)],
        FootLinks =
        [
            new(new("Khả năng tiếp cận", "Accessibility"), "/#a"),
            new(new("Bảo vệ dữ liệu cá nhân", "Privacy"), "/#p"),
            new(new("Dữ liệu mở", "Open data"), "/#o"),
        ],
    };

    public static readonly LocalText FullName = new("họ và tên", "full name");
    public static readonly LocalText Purpose = new("mục đích", "purpose");

    public static readonly ProblemType Missing = new("gallery.missing", ProblemKind.Invalid,
        new("Chưa có {0}.", "The {0} is missing."), new("Hãy điền {0}.", "Enter the {0}."));

    public static readonly ProblemType NotADate = new("gallery.not-a-date", ProblemKind.Invalid,
        new("Ngày sinh chưa đúng.", "The date of birth is not a date."), new("Nhập ngày, tháng và năm bốn chữ số, ví dụ 27 3 1985.", "Enter day, month and a year of four digits, for example 27 3 1985."));

    public static readonly ProblemType Taken = new("gallery.taken", ProblemKind.Conflict,
        new("Đồng nghiệp đã nhận hồ sơ này.", "A colleague has claimed this case."), new("Hãy chọn hồ sơ khác.", "Choose another case."));

    public static LocalText T(string vi, string en) => new(vi, en);

    public static Viewer ViewerOf(string path) =>
        path.StartsWith("/desk", StringComparison.Ordinal) ? Official
        : path.StartsWith("/operations", StringComparison.Ordinal) ? Official with { Links = [] }
        : path is "/question" or "/answers" or "/receipt" or "/cases" ? Citizen
        : Viewer.Nobody with { SignInPath = "/sign-in" };

    private static readonly Viewer Citizen = new()
    {
        Kind = ViewerKind.Citizen,
        Name = "Nguyễn Thị Hương",
        Links = [new(new("Hồ sơ của tôi", "My cases"), "/cases", Glyph.List)],
        SignOutPath = "/sign-out",
        SignInPath = "/sign-in",
        Key = "sample-key",
        SessionSeconds = 1800,
        SessionKeepPath = "/keep",
    };

    private static readonly Viewer Official = new()
    {
        Kind = ViewerKind.Official,
        Name = "Trần Quốc Bảo",
        Unit = "Công chức tư pháp – hộ tịch, UBND phường Hồng Bàng",
        SignOutPath = "/sign-out",
        Links =
        [
            new(new("Việc của tôi", "My work"), "/desk", Glyph.Home),
            new(new("Tất cả hồ sơ", "All cases"), "/desk/table", Glyph.Folder),
            new(new("Tiếp nhận tại quầy", "At the counter"), "/desk/counter", Glyph.People),
        ],
    };

    /// <summary>Looks like a QR code; holds nothing.</summary>
    public static string SampleQr
    {
        get
        {
            var squares = new StringBuilder();
            for (var y = 0; y < 25; y++)
                for (var x = 0; x < 25; x++)
                    if (Finder(x, y) ?? Finder(24 - x, y) ?? Finder(x, 24 - y) ?? ((x * 7 + y * 13 + x * y * 5) % 11 < 5)) squares.Append($"M{x} {y}h1v1h-1z");
            return $"<svg viewBox=\"0 0 25 25\" shape-rendering=\"crispEdges\"><path d=\"{squares}\"/></svg>";
        }
    }

    private static bool? Finder(int x, int y) => x > 7 || y > 7 ? null
        : x < 7 && y < 7 && (x is 0 or 6 || y is 0 or 6 || (x is >= 2 and <= 4 && y is >= 2 and <= 4));

    public static byte[] FileOf(string name, out string type)
    {
        type = name.EndsWith(".svg", StringComparison.Ordinal) ? "image/svg+xml" : "text/plain; charset=utf-8";
        return Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 265"><rect width="420" height="265" rx="14" fill="#dfeaf1"/><rect x="24" y="64" width="104" height="136" fill="#b9cedb"/><path d="M150 84h220M150 116h180M150 148h200M150 180h120" stroke="#7f97a6" stroke-width="10"/></svg>""");
    }
}
