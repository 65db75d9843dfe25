using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Directory.Secrets;

/// <summary>
/// How often in a row a password or code went wrong. A try is taken before it is judged and given back when it was right,
/// so that many at once are not more than the limit.
/// </summary>
internal readonly record struct Tries(int Wrong, Instant? LockedUntil)
{
    public const int Most = 5;
    public static readonly Duration LockLength = Duration.FromMinutes(15);

    public static readonly ProblemType Locked = new("directory.locked-out", ProblemKind.Forbidden,
        new("Tài khoản tạm khóa vì nhập sai {0} lần liên tiếp.", "The account is locked after {0} wrong tries in a row."),
        new("Đợi 15 phút rồi thử lại, hoặc nhờ quản trị viên gửi liên kết đặt lại.", "Wait 15 minutes and try again, or ask the administrator for a new link."));

    /// <summary>One try more, or a refusal while the account is locked.</summary>
    public Outcome<Tries> Take(Instant now)
    {
        if (LockedUntil is { } until && now < until) return Locked.Now(Most);
        var wrong = (LockedUntil is null ? Wrong : 0) + 1;
        return new Tries(wrong, wrong >= Most ? now + LockLength : null);
    }

    /// <summary>The try was right, but more is asked before the count begins anew.</summary>
    public Tries GiveBack() => new(Math.Max(Wrong - 1, 0), null);
}
