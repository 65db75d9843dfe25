using System.Net;
using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Cases.Watch;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Stories;

/// <summary>Stories of cases in the small town, told on either database.</summary>
public abstract class CaseStories
{
    private readonly City city;

    protected CaseStories(City city)
    {
        Assert.SkipWhen(city.Place.Missing is not null, city.Place.Missing ?? "");
        this.city = city;
        city.NextMorning();
    }

    [Fact]
    public async Task The_whole_line_from_the_form_to_the_signed_card()
    {
        var giang = city.Citizen();
        var (number, secret) = await giang.Applies();
        Assert.Matches(@"^000\.00\.01\.H00-\d{6}-\d{4}$", number);
        await city.Clerk().Accepts(number).NoProblem();
        await city.Leader().Signs(number, "sai").SeesProblem("cases.signing-refused");
        await city.Leader().Signs(number).NoProblem();

        var own = await giang.SeesOwn(number);
        Assert.Equal(HttpStatusCode.OK, own.Status);
        var pdf = await giang.Browser.Opens(Links.Mine.Letter(number, "result"));
        await Tools.Accept(pdf.Bytes, "Đỗ Mẫu Giang");

        var result = (await city.Matter(number)).Result!;
        var verified = await city.Visitor().Verifies(result.VerifyCode);
        verified.Reads(result.Number).NeverReads("Giang").NeverReads("0900 000 106").NeverReads("0900000106").NeverReads(number);
        Assert.Equal(HttpStatusCode.OK, (await city.Visitor().Browser.Opens(Links.Portal.TrackedResult(number, secret))).Status);
    }

    [Fact]
    public async Task A_question_that_an_answer_calls_up_is_asked_before_it_is_complained_of()
    {
        var giang = await city.Citizen().SignsIn();
        await giang.Browser.Opens(Links.Portal.Service(Citizen.Service));
        var page = await giang.Browser.Sends(Links.Apply.Begin(Citizen.Service), []);
        page.NeverReads("Ảnh chụp xe");
        (string, string)[] typed = [("market", "cho-dong"), ("stall", "cart"), ("days", "2")];

        // The page saved itself meanwhile: the city knows of the question, the person has never seen it.
        Assert.Equal(HttpStatusCode.OK, await giang.Browser.SavesInTheBackground(page.Path, typed));
        var asked = await giang.Browser.Sends(page.Path, typed);
        Assert.Equal((HttpStatusCode.OK, page.Path), (asked.Status, asked.Path));
        asked.Reads("Ảnh chụp xe").NeverReads("Cần sửa");

        // Now it was seen and left out.
        var complained = await giang.Browser.Sends(page.Path, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, complained.Status);
        complained.Reads("Cần sửa");
    }

    [Fact]
    public async Task A_secret_copied_in_groups_and_capitals_opens_the_case_all_the_same()
    {
        var (number, secret) = await city.Citizen().Applies();
        var spoken = string.Join(' ', secret.ToUpperInvariant().Chunk(4).Select(four => new string(four)));
        (await city.Visitor().Tracks($" {number.ToLowerInvariant()} ", spoken)).Reads(number);
        (await city.Visitor().Tracks(number, spoken[..^1])).Reads("không khớp");
    }

    [Fact]
    public async Task The_example_of_a_number_is_one_of_this_city()
    {
        foreach (var path in new[] { Links.Portal.Home, Links.Portal.Track })
            Assert.Matches(@"[Vv]í dụ 000\.\d\d\.\d\d\.H00-\d{6}-0001", (await city.Visitor().Browser.Opens(path)).Text);
    }

    [Fact]
    public async Task An_answer_kept_for_later_says_that_it_is_not_sent()
    {
        var giang = city.Citizen();
        var (number, _) = await giang.Applies();
        await city.Clerk().Asks(number, "goods", "Ghi rõ loại rau").NoProblem();
        await giang.SignsIn();
        await giang.Browser.Opens(Links.Mine.Supplement(number));
        var kept = await giang.Browser.Sends(Links.Mine.Supplement(number), [("goods", "Rau muống, rau cải"), ("do", "save")]);
        kept.Reads("chưa gửi").Reads("Bổ sung hồ sơ");
        Assert.Equal(CaseStatus.AwaitingApplicant, (await city.Matter(number)).Status);
        Assert.Contains("Rau muống, rau cải", WebUtility.HtmlDecode((await giang.Browser.Opens(Links.Mine.Supplement(number))).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_one_day_have_no_gaps()
    {
        var hai = city.Citizen("Bùi Mẫu Hải");
        var serials = new List<int>();
        for (var i = 0; i < 3; i++) serials.Add(int.Parse((await hai.Applies("cho-tay")).Number[^4..], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([1, 2, 3], serials);
    }

    [Fact]
    public async Task A_refusal_reaches_the_applicant_with_its_reason_and_law()
    {
        var hai = city.Citizen("Bùi Mẫu Hải");
        var (number, _) = await hai.Applies(goods: "Pháo nổ");
        await city.Clerk().Refuses(number, "", "").SeesProblem("reason");
        await city.Clerk().Refuses(number, "Pháo nổ là hàng cấm", " ").SeesProblem("law");
        await city.Clerk().Refuses(number, "Pháo nổ là hàng cấm", "Nội quy chợ, Điều 3").NoProblem();
        (await hai.SeesOwn(number)).Reads("Pháo nổ là hàng cấm").Reads("Nội quy chợ, Điều 3");
    }

    [Fact]
    public async Task Asking_for_more_stops_the_clock_until_the_applicant_answers()
    {
        var giang = city.Citizen();
        var (number, _) = await giang.Applies();
        await city.Clerk().Asks(number, "goods", "Ghi rõ loại rau").NoProblem();
        await city.Clerk().Accepts(number).SeesProblem("cases.waiting");
        (await giang.SeesOwn(number)).Reads("Ghi rõ loại rau");
        city.Passes(Duration.FromDays(2));

        await giang.SeesOwn(number);
        var asked = await giang.Browser.Opens(Links.Mine.Supplement(number));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal(CaseStatus.AwaitingApplicant, (await city.Matter(number)).Status);
    }

    [Fact]
    public async Task Of_two_officials_at_once_one_wins_and_the_other_is_told()
    {
        var (number, _) = await city.Citizen().Applies();
        var matter = await city.Matter(number);
        var both = await Task.WhenAll(Take("mot", "Một"), Take("hai", "Hai"));
        Assert.Single(both, b => b.Count == 0);
        Assert.Equal("cases.claimed-by-other", Assert.Single(both.Single(b => b.Count > 0)).Type.Code);

        async Task<IReadOnlyList<Kernel.Problem>> Take(string id, string name)
        {
            using var scope = city.Services.CreateScope();
            var who = new Actor(ActorKind.Official, id, name, new HashSet<QueueKey> { matter.Work[0].Queue });
            return (await scope.ServiceProvider.GetRequiredService<CaseDesk>().Do(matter.Id, new Cases.Claim.ClaimWork(matter.Work[0].Token), who)).Problems;
        }
    }

    [Fact]
    public async Task Two_changes_of_one_version_cannot_both_be_written()
    {
        var (number, _) = await city.Citizen().Applies();
        var matter = await city.Matter(number);
        Assert.True(await Append());
        Assert.False(await Append());

        async Task<bool> Append()
        {
            using var scope = city.Services.CreateScope();
            await using var transaction = await scope.ServiceProvider.GetRequiredService<CityDb>().Begin();
            var written = await scope.ServiceProvider.GetRequiredService<EventLog>().Append(transaction, matter.Stream, matter.Version,
                [new WorkClaimed(matter.Work[0].Token, "mot", "Một", city.Now)], Actor.System, city.Now, matter.Applicant.Subject);
            if (written) await transaction.Commit();
            return written;
        }
    }

    [Fact]
    public async Task A_missed_appointed_time_brings_an_apology_a_new_time_and_word_up_the_line()
    {
        var giang = city.Citizen();
        var (number, _) = await giang.Applies();
        await city.Clerk().Accepts(number).NoProblem();
        var promised = (await city.Matter(number)).AppointedAt!.Value;
        city.Passes(promised - city.Now + Duration.FromMinutes(1));
        await city.Watches();
        var late = await city.Matter(number);
        Assert.Equal(promised, Assert.Single(late.Apologies).Missed);
        Assert.True(late.AppointedAt > promised);
        Assert.NotEmpty(late.Escalations);
        (await giang.SeesOwn(number)).Reads("xin lỗi");
        await city.Watches();
        Assert.Equal(late.Version, (await city.Matter(number)).Version);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_case()
    {
        var hai = city.Citizen("Mai Mẫu Đôi");
        var check = await hai.Fills();
        var first = hai.Browser.Sends(check.Path, []);
        var second = hai.Browser.Sends(check.Path, []);
        await Task.WhenAll(first, second);
        using var scope = city.Services.CreateScope();
        var connection = await scope.ServiceProvider.GetRequiredService<CityDb>().Connection();
        Assert.Equal(1L, await connection.ExecuteScalarAsync<long>("select count(*) from cases_case where applicant_name=@Name", new { hai.Name }));
    }

    [Fact]
    public async Task One_citizen_never_sees_the_case_of_another()
    {
        var (number, secret) = await city.Citizen().Applies();
        var other = city.Citizen("Bùi Mẫu Hải");
        Assert.Equal(HttpStatusCode.NotFound, (await other.SeesOwn(number)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.Opens(Links.Mine.Letter(number, "receipt"))).Status);
        (await city.Visitor().Browser.Opens(Links.Mine.Case(number))).NeverReads("Giang");

        Assert.Equal(HttpStatusCode.OK, (await city.Visitor().Tracks(number, secret)).Status);
        var wrong = await city.Visitor().Tracks(number, "000000000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
    }

    [Fact]
    public async Task An_official_of_another_unit_may_not_touch_it()
    {
        var (number, _) = await city.Citizen().Applies("cho-dong");
        await city.Clerk("cho-tay").Accepts(number).SeesProblem("cases.not-yours");
        await city.Leader("cho-dong").Accepts(number).SeesProblem("cases.not-yours");
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        var (number, secret) = await city.Citizen().Applies();
        await city.Clerk().Accepts(number).NoProblem();
        var before = CaseStore.Write(await city.Matter(number));
        await city.Restarts();
        Assert.Equal(before, CaseStore.Write(await city.Matter(number)));
        Assert.Equal(HttpStatusCode.OK, (await city.Visitor().Tracks(number, secret)).Status);
        await city.Leader().Signs(number).NoProblem();
    }

    [Fact]
    public async Task One_altered_byte_of_the_log_is_found()
    {
        var (number, _) = await city.Citizen().Applies();
        var stream = (await city.Matter(number)).Stream;
        Assert.Empty(await Faults());
        await Alter("replace(actor, 'citizen', 'citizem')");
        Assert.Equal(stream, Assert.Single(await Faults()).Stream);
        await Alter("replace(actor, 'citizem', 'citizen')");
        Assert.Empty(await Faults());

        async Task<IReadOnlyList<LogFault>> Faults() => (await city.Services.GetRequiredService<VerifyLog>().Run()).Faults;

        async Task Alter(string actor)
        {
            await using var connection = await city.Services.GetRequiredService<Database>().Open();
            await connection.ExecuteAsync($"update platform_event set actor={actor} where stream=@stream and version=1", new { stream });
        }
    }
}

public sealed class CaseStoriesInFile(CityInFile city) : CaseStories(city), IClassFixture<CityInFile>;

public sealed class CaseStoriesAtServer(CityAtServer city) : CaseStories(city), IClassFixture<CityAtServer>;
