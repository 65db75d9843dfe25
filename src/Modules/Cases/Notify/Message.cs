using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Notify;

/// <summary>One mail to one person, in both languages.</summary>
/// <param name="Id">What happened and to whom it is told; the same event and recipient always give the same.</param>
internal sealed record Message(string Id, string To, string Name, string Subject, string Body, Instant MadeAt)
{
    public const string Queued = "queued", Sent = "sent", Failed = "failed";

    /// <summary>Messages made from the log begin with this, others do not: only those can be made anew.</summary>
    public const string OfLog = "cases/";

    public static string IdOf(string stream, long version, string occasion, string recipient) => $"{stream}/{version}/{occasion}/{recipient}";

    /// <summary>Puts the message into the queue; one that is there stays as it is, one that was settled before is not queued again.</summary>
    public Task Queue(CityTransaction transaction) => transaction.Execute("""
        insert into cases_message(id, to_address, name, subject, body, made_at, state, tries, next_try_at)
        values (@Id, @To, @Name, @Subject, @Body, @MadeAt, coalesce((select state from cases_sent where key=@Id), @Queued), 0, @MadeAt)
        on conflict do nothing
        """, new { Id, To, Name, Subject, Body, MadeAt, Queued });
}
