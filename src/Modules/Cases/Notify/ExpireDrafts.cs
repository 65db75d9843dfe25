using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Cases.Letters;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Notify;

/// <summary>Warns of drafts that will soon be deleted, once after each last save, and deletes those whose time is over, and what was kept of those that were sent.</summary>
internal sealed class ExpireDrafts(CityDb db, MessageTexts texts, LetterFacts facts, ServiceCatalogue services, ICitizens citizens, City city, IClock clock) : IBackgroundWork
{
    public static readonly Duration WarnBefore = Duration.FromDays(3);
    private const string OfCitizens = "citizen:";
    private const int Batch = 200;

    public string Name => "cases-drafts";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var connection = await db.Connection(stop);
        await connection.ExecuteAsync("delete from cases_draft where expires_at <= @now", new { now });
        await connection.ExecuteAsync("delete from cases_acknowledgement where until <= @now", new { now });
        var soon = (await connection.QueryAsync<Row>("""
            select id, owner, definition, expires_at, version from cases_draft
            where expires_at <= @soon and warned_at is null order by expires_at limit @Batch
            """, new { soon = now + WarnBefore, Batch })).AsList();
        foreach (var draft in soon) await Warn(draft, now, stop);
    }

    private async Task Warn(Row draft, Instant now, CancellationToken stop)
    {
        var service = await services.Pinned(draft.Definition, stop);
        var owner = draft.Owner.StartsWith(OfCitizens, StringComparison.Ordinal) ? await citizens.Find(draft.Owner[OfCitizens.Length..], stop) : null;
        await using var transaction = await db.Begin(stop);
        // Saved again meanwhile: its time moved, and nothing is to be said.
        if (await transaction.Execute("update cases_draft set warned_at=@now where id=@Id and version=@Version and warned_at is null", new { draft.Id, draft.Version, now }) == 0) return;
        if (owner is { Email: { Length: > 0 } email } && texts.Write(MessageTexts.DraftExpiring, language => Facts(draft, service, owner, language)) is { } text)
            await new Message(Message.IdOf($"drafts/{draft.Id}", draft.Version, MessageTexts.DraftExpiring, email), email, owner.Name, text.Subject, text.Body, now).Queue(transaction);
        await transaction.Commit(stop);
    }

    private JsonObject Facts(Row draft, ServiceDefinition service, CitizenCard owner, Language language) => new()
    {
        ["case"] = new JsonObject
        {
            ["expiresAt"] = Wording.DateTime(draft.Expires_At, city.Zone).In(language),
            ["link"] = facts.Absolute(Links.Apply.Resume(draft.Id)),
        },
        ["service"] = new JsonObject { ["name"] = service.Name.In(language) },
        ["applicant"] = new JsonObject { ["name"] = owner.Name },
        ["city"] = new JsonObject { ["name"] = city.Name.In(language), ["hotline"] = city.Hotline },
    };

    private sealed class Row
    {
        public Guid Id { get; set; }
        public string Owner { get; set; } = "";
        public string Definition { get; set; } = "";
        public Instant Expires_At { get; set; }
        public long Version { get; set; }
    }
}
