using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Ui;

namespace HaiDang.Directory.Clients;

/// <summary>What a program may do, in words.</summary>
internal static class ClientWords
{
    private static readonly LocalText WholeCity = new("Toàn thành phố", "The whole city");
    private static readonly LocalText Unlimited = new("không giới hạn số yêu cầu", "any number of requests");
    private static readonly LocalText Rate = new("{0:N0} yêu cầu mỗi phút", "{0:N0} requests a minute");
    private static readonly LocalText OneMessage = new("gửi thông điệp {0}", "send the message {0}");
    private static readonly LocalText All = new("{0}: {1}; {2}", "{0}: {1}; {2}");

    /// <summary>Each permission that means something by itself.</summary>
    public static readonly IReadOnlyList<Choice> Permissions =
    [
        new(ApiPermit.Submit, new LocalText("Nộp hồ sơ", "Submit cases"), new LocalText("Gửi tệp, nộp hồ sơ, bổ sung hồ sơ.", "Send files, cases and supplements.")),
        new(ApiPermit.Read, new LocalText("Xem hồ sơ đã gửi", "Read its cases"), new LocalText("Trạng thái và kết quả của hồ sơ do chính ứng dụng gửi.", "Status and results of the cases that it sent itself.")),
        new(ApiPermit.Message, new LocalText("Gửi mọi thông điệp", "Send any message"), new LocalText("Những gì quy trình chờ từ bên ngoài. Nếu chỉ cho vài loại, bỏ trống ô này và ghi tên ở dưới.", "What processes wait for from outside. For some kinds only, leave this empty and name them below.")),
        new(ApiPermit.Webhook, new LocalText("Nhận tin về hồ sơ", "Have news sent"), new LocalText("Tự đăng ký địa chỉ nhận tin có chữ ký.", "Registers addresses to which signed news goes.")),
    ];

    public static string Unit(string? unit, IUnits units) => unit is null ? WholeCity.ToString() : units.Find(unit)?.Name.ToString() ?? unit;

    public static string May(IEnumerable<string> may) => string.Join(", ", may.Select(Word));

    public static string PerMinute(int rate) => rate == 0 ? Unlimited.ToString() : Rate.With(rate).ToString();

    public static Text Terms(string? unit, IEnumerable<string> may, int rate, IUnits units) => All.With(Unit(unit, units), May(may), PerMinute(rate));

    private static string Word(string word) => ClientAsk.IsOneMessage(word)
        ? OneMessage.With(word[(word.IndexOf(':') + 1)..]).ToString()
        : Permissions.FirstOrDefault(p => p.Value == word)?.Words.ToString() ?? word;
}
