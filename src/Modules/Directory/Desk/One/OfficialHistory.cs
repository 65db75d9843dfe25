using HaiDang.Contracts;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Ui;
using NodaTime;

namespace HaiDang.Directory.Desk.One;

/// <summary>One line of an official's history, for people.</summary>
internal sealed record HistoryLine(LocalDateTime At, Text What, string Who, Text More);

/// <summary>What happened to an account, told from the log, newest first.</summary>
internal sealed class OfficialHistory(CityDb db, EventLog log, CityUnits units, CityStart start)
{
    private const int Most = 50;

    private static readonly LocalText ByPlatform = new("Hệ thống", "The system");
    private static readonly LocalText BySelf = new("Chính cán bộ này", "The official");
    private static readonly LocalText Place = new("{0} – {1} ({2})", "{0} – {1} ({2})");

    /// <summary>Changes of the account.</summary>
    public Task<IReadOnlyList<HistoryLine>> Of(Guid id, CancellationToken stop = default) => Lines(id, e => e is not OfficialSignedIn, stop);

    /// <summary>Sign-ins and what else the owner should know of.</summary>
    public Task<IReadOnlyList<HistoryLine>> SignInsOf(Guid id, CancellationToken stop = default) =>
        Lines(id, e => e is OfficialSignedIn or OfficialLockedOut or OfficialJoined or PasswordChanged or AuthenticatorChanged, stop);

    private async Task<IReadOnlyList<HistoryLine>> Lines(Guid id, Func<IEvent, bool> wanted, CancellationToken stop)
    {
        var names = new Dictionary<string, string>();
        var lines = new List<HistoryLine>();
        foreach (var line in (await log.Stream(db, OfficialStore.StreamOf(id), stop)).Where(l => l.Event is { } e && wanted(e)).Reverse().Take(Most))
            lines.Add(new(line.At.InZone(start.City.Zone).LocalDateTime, What(line.Event!), await Who(line.Actor, id, names, stop), More(line.Event!)));
        return lines;
    }

    private async Task<string> Who(string actor, Guid self, Dictionary<string, string> names, CancellationToken stop)
    {
        if (!actor.StartsWith("official:", StringComparison.Ordinal) || !Guid.TryParse(actor["official:".Length..], out var id)) return ByPlatform.ToString();
        if (id == self) return BySelf.ToString();
        if (!names.TryGetValue(actor, out var name))
            names[actor] = name = (await OfficialStore.Find(await db.Connection(stop), id))?.Name ?? actor;
        return name;
    }

    private static LocalText What(IEvent happened) => happened switch
    {
        OfficialInvited => new("Tạo tài khoản", "Account made"),
        InviteLinkMade => new("Tạo liên kết kích hoạt", "Activation link made"),
        OfficialJoined => new("Kích hoạt bằng liên kết: đặt mật khẩu và ứng dụng xác thực", "Link taken up: password and authenticator set"),
        OfficialRenamed => new("Đổi họ tên", "Name changed"),
        OfficialMoved => new("Điều chuyển", "Moved"),
        OfficialSuspended => new("Tạm dừng tài khoản", "Account suspended"),
        OfficialRestored => new("Khôi phục tài khoản", "Account restored"),
        PasswordChanged => new("Đổi mật khẩu", "Password changed"),
        AuthenticatorChanged => new("Đổi ứng dụng xác thực", "Authenticator changed"),
        SigningFileSet => new("Đặt tệp ký số", "Signing file set"),
        OfficialSignedIn => new("Đăng nhập", "Signed in"),
        OfficialLockedOut => new("Tạm khóa vì nhập sai nhiều lần", "Locked after wrong tries"),
        _ => new("Thay đổi khác", "Another change"),
    };

    private Text More(IEvent happened) => happened switch
    {
        OfficialInvited e => PlaceOf(e.Title, e.Unit, e.Roles),
        OfficialMoved e => PlaceOf(e.Title, e.Unit, e.Roles),
        OfficialRenamed e => e.Name,
        OfficialSuspended e => e.Reason,
        OfficialRestored e => e.Reason,
        SigningFileSet e => e.Holder,
        OfficialSignedIn e => e.Address,
        OfficialLockedOut e => e.Address,
        _ => default,
    };

    private Text PlaceOf(string title, string unit, IReadOnlyList<string> roles) =>
        Place.With(title, units.Find(unit)?.Name ?? new LocalText(unit, unit), string.Join(", ", roles.Select(r => units.RoleName(r).ToString())));
}
