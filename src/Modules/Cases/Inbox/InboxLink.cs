using HaiDang.Contracts;
using Microsoft.AspNetCore.Http.Extensions;

namespace HaiDang.Cases.Inbox;

/// <summary>The address of one view of a queue.</summary>
internal sealed record InboxLink(string? Queue, string? Tab = null, string? Service = null, string? At = null)
{
    public override string ToString()
    {
        var query = new QueryBuilder();
        if (Queue is not null) query.Add("queue", Queue);
        if (Tab is not null) query.Add("tab", Tab);
        if (!string.IsNullOrEmpty(Service)) query.Add("service", Service);
        if (At is not null) query.Add("at", At);
        return Links.Desk.Inbox + query;
    }

    public static string NameOf(QueueTab tab) => tab.ToString().ToLowerInvariant();

    public static QueueTab TabOf(string? name) => Enum.TryParse<QueueTab>(name, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : QueueTab.Take;
}
