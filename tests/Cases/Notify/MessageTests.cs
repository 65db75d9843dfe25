using HaiDang.Cases.Apply;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Notify;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Contracts;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Tests.Notify;

public sealed class MessageTests
{
    private static readonly Actor Nam = Actor.Citizen("nam", "Đỗ Mẫu Nam");

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Making_all_messages_anew_sends_none_twice(string engine)
    {
        await using var box = new Postbox();
        await using var town = await Town.Founded(engine, box.Settings);
        await town.Accepts((await town.Sends(Nam)).Case);
        await town.Reads();
        await town.Does<SendMail>();
        Assert.Equal(2, box.Mails.Count);
        Assert.Equal(2, box.Ids.Distinct().Count());

        await town.Reads(anew: true);
        await town.Does<SendMail>();
        await town.Reads(anew: true);
        await town.Does<SendMail>();
        Assert.Equal(2, box.Mails.Count);
        Assert.Equal(["sent", "sent"], await town.Rows<string>("select state from cases_message"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_server_that_refuses_is_tried_again_and_in_the_end_no_more(string engine)
    {
        await using var box = new Postbox { Refuses = true };
        await using var town = await Town.Founded(engine, box.Settings);
        await town.Sends(Nam);
        await town.Reads();
        await town.Does<SendMail>();
        Assert.Equal(1, (await town.Rows<int>("select tries from cases_message"))[0]);
        // The pause is not over.
        await town.Does<SendMail>();
        Assert.Equal(1, (await town.Rows<int>("select tries from cases_message"))[0]);
        for (var i = 1; i < SendMail.MostTries; i++)
        {
            town.Clock.Advance(SendMail.PauseAfter(i) + Duration.FromSeconds(1));
            await town.Does<SendMail>();
        }
        Assert.Equal(["failed"], await town.Rows<string>("select state from cases_message"));

        box.Refuses = false;
        await town.Reads(anew: true);
        await town.Does<SendMail>();
        Assert.Empty(box.Mails);
    }

    [Theory, InlineData("sqlite")]
    public async Task A_mark_lost_in_a_crash_sends_the_same_message_id_again(string engine)
    {
        await using var box = new Postbox();
        await using var town = await Town.Founded(engine, box.Settings);
        await town.Sends(Nam);
        await town.Reads();
        await town.Does<SendMail>();
        await town.Changes("delete from cases_sent");
        await town.Changes("update cases_message set state='queued'");
        await town.Does<SendMail>();
        Assert.Equal(2, box.Mails.Count);
        Assert.Single(box.Ids.Distinct());
    }

    [Theory, InlineData("sqlite")]
    public async Task Without_a_mail_server_messages_stay_queued_and_old_ones_are_never_sent(string engine)
    {
        await using var box = new Postbox();
        await using var town = await Town.Founded(engine, box.Settings);
        await town.Sends(Nam);
        await town.Reads();
        Assert.Equal(["queued"], await town.Rows<string>("select state from cases_message"));
        town.Clock.AdvanceDays(15);
        await town.Does<SendMail>();
        Assert.Equal(["stale"], await town.Rows<string>("select error from cases_message"));
        Assert.Empty(box.Mails);
    }

    [Theory, InlineData("sqlite")]
    public async Task A_message_says_it_in_both_languages_and_an_erased_person_gets_none(string engine)
    {
        await using var town = await Town.Founded(engine);
        var sent = await town.Sends(Nam);
        await town.Reads();
        var body = (await town.Rows<string>("select body from cases_message"))[0];
        Assert.Contains("Chào Đỗ Mẫu Nam,", body, StringComparison.Ordinal);
        Assert.Contains("Dear Đỗ Mẫu Nam,", body, StringComparison.Ordinal);
        Assert.Contains($"https://thi-tran.example{Links.Mine.Case(sent.Case.Number)}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", body, StringComparison.Ordinal);
        Assert.DoesNotContain(sent.Secret, body, StringComparison.Ordinal);

        await town.In(async s =>
        {
            await using var transaction = await s.GetRequiredService<CityDb>().Begin();
            await EventLog.Erase(transaction, Nam.Id);
            await transaction.Commit();
            return true;
        });
        await town.Reads(anew: true);
        Assert.Empty(await town.Rows<string>("select id from cases_message"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Drafts_end_when_their_time_is_over(string engine)
    {
        await using var town = await Town.Founded(engine);
        await town.In(async s =>
        {
            var service = s.GetRequiredService<ServiceCatalogue>().Find("cho-ban-hang")!;
            await s.GetRequiredService<Drafts>().Begin(Nam, service, [], [], null, null, default);
            town.Clock.AdvanceDays(service.DraftDays - 2);
            return true;
        });
        await town.Does<ExpireDrafts>();
        Assert.Equal([1], await town.Rows<int>("select 1 from cases_draft where warned_at is not null"));
        town.Clock.AdvanceDays(2);
        await town.Does<ExpireDrafts>();
        Assert.Empty(await town.Rows<int>("select 1 from cases_draft"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_acknowledgement_is_kept_while_a_form_may_be_sent_twice(string engine)
    {
        await using var town = await Town.Founded(engine);
        await town.In(async s =>
        {
            var draft = await s.GetRequiredService<Drafts>().Begin(Nam, s.GetRequiredService<ServiceCatalogue>().Find("cho-ban-hang")!, [], [], null, null, default);
            var acknowledgements = s.GetRequiredService<Acknowledgements>();
            var secret = acknowledgements.Seal("secret");
            await using var transaction = await s.GetRequiredService<CityDb>().Begin();
            await acknowledgements.Keep(transaction, draft, secret);
            await transaction.Commit();
            return true;
        });
        await town.Does<ExpireDrafts>();
        Assert.Equal([1], await town.Rows<int>("select 1 from cases_acknowledgement"));
        town.Clock.Advance(Duration.FromMinutes(10));
        await town.Does<ExpireDrafts>();
        Assert.Empty(await town.Rows<int>("select 1 from cases_acknowledgement"));
    }

    [Fact]
    public void A_header_stays_one_line_whatever_the_facts_say()
    {
        var texts = new MessageTexts(Folder.ThiTran.Folder, new PackProblems());
        var (subject, _) = texts.Write(MessageTexts.Submitted, _ => new() { ["service"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "x\r\nBcc: ai@example.vn" } })!.Value;
        Assert.DoesNotContain('\n', subject);
        Assert.DoesNotContain('\r', subject);
    }

    [Fact]
    public void The_cities_messages_are_whole()
    {
        var problems = new PackProblems();
        _ = new MessageTexts(Folder.HaiPhong.Folder, problems);
        _ = new MessageTexts(Folder.ThiTran.Folder, problems);
        Assert.Empty(problems.All);
    }
}
