using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Desk.One;
using HaiDang.Directory.Officials;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Ui;

namespace HaiDang.Directory.Clients.One;

/// <summary>What happened to a program's access, told from the log, newest first.</summary>
internal sealed class ClientHistory(CityDb db, EventLog log, IUnits units, CityStart start)
{
    private const int Most = 50;

    private static readonly LocalText ByOperator = new("Người vận hành tại máy chủ", "The operator at the machine");

    public async Task<IReadOnlyList<HistoryLine>> Of(Guid id, CancellationToken stop = default)
    {
        var lines = new List<HistoryLine>();
        foreach (var line in (await log.Stream(db, ApiClient.StreamOf(id), stop)).Reverse().Take(Most))
            lines.Add(new(line.At.InZone(start.City.Zone).LocalDateTime, What(line.Event), await Who(line.Actor, stop), More(line.Event)));
        return lines;
    }

    private async Task<string> Who(string actor, CancellationToken stop) =>
        actor.StartsWith("official:", StringComparison.Ordinal) && Guid.TryParse(actor["official:".Length..], out var id)
            ? (await OfficialStore.Find(await db.Connection(stop), id))?.Name ?? actor
            : ByOperator.ToString();

    private static LocalText What(IEvent? happened) => happened switch
    {
        ClientAdded => new("Thêm ứng dụng, cấp mã truy cập", "Program added, token given"),
        ClientChanged => new("Đổi phạm vi hoặc quyền", "What it may do was changed"),
        ClientSuspended => new("Tạm dừng", "Suspended"),
        ClientRestored => new("Cho dùng lại", "Restored"),
        ClientTokenRenewed => new("Cấp mã truy cập mới, mã cũ hết hiệu lực", "New token given, the old one ended"),
        ClientRevoked => new("Thu hồi hẳn", "Revoked for good"),
        _ => new("Thay đổi khác", "Another change"),
    };

    private Text More(IEvent? happened) => happened switch
    {
        ClientAdded e => ClientWords.Terms(e.Unit, e.May, e.PerMinute, units),
        ClientChanged e => ClientWords.Terms(e.Unit, e.May, e.PerMinute, units),
        ClientSuspended e => e.Reason,
        ClientRestored e => e.Reason,
        _ => default,
    };
}
