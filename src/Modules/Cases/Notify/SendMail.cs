using System.Net;
using System.Net.Mail;
using Dapper;
using HaiDang.Platform;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HaiDang.Cases.Notify;

/// <summary>
/// Sends what is queued. A message is marked after the server took it, so a crash between the two sends one message twice at
/// most, under the same Message-ID; a second mark for the same message changes nothing.
/// </summary>
internal sealed partial class SendMail(CityDb db, City city, IClock clock, ILogger<SendMail> log, MailSettings? settings = null) : IBackgroundWork
{
    public const int MostTries = 10;
    private const int Batch = 50;
    private static readonly TimeSpan ServerPatience = TimeSpan.FromSeconds(10);

    /// <summary>Well within the lease of background work, so that no second node sends the same batch.</summary>
    private static readonly Duration LongestRound = Duration.FromSeconds(12);

    /// <summary>Nobody is helped by news of weeks ago, as when a mail server is first set up.</summary>
    private static readonly Duration Stale = Duration.FromDays(14);

    public string Name => "cases-mail";

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task Run(CancellationToken stop)
    {
        if (settings is null) return;
        var started = clock.GetCurrentInstant();
        var connection = await db.Connection(stop);
        var due = (await connection.QueryAsync<Row>("""
            select id, to_address, name, subject, body, made_at, tries from cases_message
            where state='queued' and next_try_at <= @started order by next_try_at limit @Batch
            """, new { started, Batch })).AsList();
        foreach (var row in due)
        {
            if (stop.IsCancellationRequested || clock.GetCurrentInstant() - started > LongestRound) return;
            if (row.Made_At + Stale < started) await Settle(row, Message.Failed, "stale", stop);
            else if (!await TrySend(row, settings, stop)) return;
        }
    }

    /// <summary>False when the server itself does not answer: the rest of the queue waits too.</summary>
    private async Task<bool> TrySend(Row row, MailSettings server, CancellationToken stop)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(ServerPatience);
            using var client = new SmtpClient(server.Host, server.Port);
            if (server.User is { } user)
            {
                client.Credentials = new NetworkCredential(user, server.Password);
                client.EnableSsl = true;
            }
            using var mail = MailMessages.Of(row.Message(), server, city.Name.Vi);
            await client.SendMailAsync(mail, patience.Token);
            await Settle(row, Message.Sent, null, stop);
            return true;
        }
        catch (Exception refusal) when (refusal is SmtpException or FormatException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            await PutOff(row, refusal, stop);
            return refusal is SmtpFailedRecipientException or FormatException;
        }
    }

    private async Task PutOff(Row row, Exception refusal, CancellationToken stop)
    {
        NotSent(row.Id, row.Tries + 1, refusal.GetType().Name);
        if (row.Tries + 1 >= MostTries)
        {
            await Settle(row, Message.Failed, refusal.Message, stop);
            return;
        }
        await using var transaction = await db.Begin(stop);
        await transaction.Execute("update cases_message set tries=tries+1, next_try_at=@next, error=@error where id=@Id and state='queued'",
            new { row.Id, next = clock.GetCurrentInstant() + PauseAfter(row.Tries + 1), error = refusal.Message });
        await transaction.Commit(stop);
    }

    private async Task Settle(Row row, string state, string? error, CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        await transaction.Execute("insert into cases_sent(key, state, at) values (@Id, @state, @now) on conflict do nothing",
            new { row.Id, state, now = clock.GetCurrentInstant() });
        await transaction.Execute("update cases_message set state=@state, tries=tries+1, error=@error where id=@Id", new { row.Id, state, error });
        await transaction.Commit(stop);
    }

    /// <summary>30 s, then twice as long each time: the tenth try comes about four hours after the first.</summary>
    internal static Duration PauseAfter(int tries) => Duration.FromSeconds(30) * Math.Pow(2, tries - 1);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} was not sent (try {Tries}): {Why}")]
    private partial void NotSent(string id, int tries, string why);

    private sealed class Row
    {
        public string Id { get; set; } = "";
        public string To_Address { get; set; } = "";
        public string Name { get; set; } = "";
        public string Subject { get; set; } = "";
        public string Body { get; set; } = "";
        public Instant Made_At { get; set; }
        public int Tries { get; set; }

        public Message Message() => new(Id, To_Address, Name, Subject, Body, Made_At);
    }
}
