using System.Net;
using Dapper;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Stories;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Hostile.Tests;

/// <summary>Answers that are too long, forms that are sent twice, sessions that end in mid-form: told on either database.</summary>
public abstract class AnswerStories
{
    private readonly City city;

    protected AnswerStories(City city)
    {
        Assert.SkipWhen(city.Place.Missing is not null, city.Place.Missing ?? "");
        this.city = city;
        city.NextMorning();
    }

    [Fact]
    public async Task An_answer_of_ten_megabytes_is_refused_in_words_and_what_was_saved_stays()
    {
        var giang = city.Citizen();
        var seller = await AtSeller(giang);
        var answer = await giang.Browser.Sends(seller.Path, [("sellerName", "Đỗ Mẫu Giang"), ("sellerPhone", "0900 000 106"), ("goods", new string('a', 10_000_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        answer.Reads("Những gì bạn gửi lớn quá mức nhận được").Reads("mỗi câu trả lời tối đa một triệu ký tự").Reads("Bấm nút quay lại của trình duyệt");
        Assert.Equal(HttpStatusCode.OK, (await giang.Browser.Opens(seller.Path)).Status);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_for_its_question_is_told_at_the_question_and_comes_back_as_it_was()
    {
        var giang = city.Citizen();
        var seller = await AtSeller(giang);
        var goods = string.Concat(Enumerable.Repeat("rau muống ", 1000)).Trim();
        var answer = await giang.Browser.Sends(seller.Path, [("sellerName", "Đỗ Mẫu Giang"), ("sellerPhone", "0900 000 106"), ("goods", goods)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(goods, WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_no_twin_and_is_acknowledged_twice_in_the_same_words()
    {
        var giang = city.Citizen("Lý Mẫu Hai");
        var check = await giang.Fills();
        var answers = await giang.Browser.AtOnce(check.Path, 3);
        var receipts = answers.Select(Citizen.Sent).Distinct();
        var receipt = Assert.Single(receipts);
        await giang.Browser.Opens(Links.Mine.Home);
        Assert.Equal(receipt, Citizen.Sent(await giang.Browser.Sends(check.Path, [])));
        Assert.Equal(1, await Count("select count(*) from cases_case where applicant_name='Lý Mẫu Hai'"));

        city.Passes(Duration.FromMinutes(11));
        await giang.Browser.Opens(Links.Mine.Home);
        Assert.Equal(Links.Mine.Home, (await giang.Browser.Sends(check.Path, [])).Path);
        Assert.Equal(1, await Count("select count(*) from cases_case where applicant_name='Lý Mẫu Hai'"));
    }

    [Fact]
    public async Task Nobody_else_is_given_the_acknowledgement()
    {
        var giang = city.Citizen();
        var check = await giang.Fills();
        Citizen.Sent(await giang.Browser.Sends(check.Path, []));
        var other = await city.Citizen("Bùi Mẫu Hải").SignsIn();
        await other.Browser.Opens(Links.Mine.Home);
        Assert.Equal(Links.Mine.Home, (await other.Browser.Sends(check.Path, [])).Path);
    }

    [Fact]
    public async Task A_sign_in_that_expires_in_mid_form_loses_nothing_that_was_typed()
    {
        var giang = city.Citizen();
        var seller = await AtSeller(giang);
        city.Passes(Duration.FromHours(3));
        const string goods = "Rau củ “nhà trồng” & <trứng>";
        var door = await giang.Browser.Sends(seller.Path, [("sellerName", "Đỗ Mẫu Giang"), ("sellerPhone", "0900 abc"), ("goods", goods)]);
        Assert.Equal(Links.SignIn.Choose, door.Path);

        var back = await giang.SignsInFrom(door);
        Assert.Equal((HttpStatusCode.OK, seller.Path), (back.Status, back.Path));
        back.Reads("Bạn đã đăng nhập lại").Reads("chúng chưa được gửi");
        Assert.Contains($"value=\"0900 abc\"", back.Html, StringComparison.Ordinal);
        Assert.Contains(goods, WebUtility.HtmlDecode(back.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<trứng>", back.Html, StringComparison.Ordinal);

        var next = await giang.Browser.Sends(seller.Path, [("sellerName", "Đỗ Mẫu Giang"), ("sellerPhone", "0900 000 106"), ("goods", goods)]);
        Assert.EndsWith("/page-promise", next.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_person_typed_is_never_shown_to_another()
    {
        var giang = city.Citizen();
        var seller = await AtSeller(giang);
        city.Passes(Duration.FromHours(3));
        var door = await giang.Browser.Sends(seller.Path, [("goods", "Bí mật")]);
        var back = System.Web.HttpUtility.ParseQueryString(door.Address.Query)["back"]!;
        Assert.Contains("held=", back, StringComparison.Ordinal);
        var other = await city.Citizen("Bùi Mẫu Hải").SignsIn();
        (await other.Browser.Opens(back)).NeverReads("Bí mật");
        (await other.Browser.Opens(Links.Mine.Home + back[back.IndexOf('?')..])).NeverReads("Bí mật");
    }

    [Fact]
    public async Task A_post_of_somebody_who_never_signed_in_is_not_kept()
    {
        var before = await Count("select count(*) from directory_held");
        var visitor = city.Visitor();
        await visitor.Browser.Opens(Links.Portal.Home);
        var door = await visitor.Browser.Sends(Links.Apply.Page(Guid.CreateVersion7(), "page-seller"), [("goods", "Rau")]);
        Assert.DoesNotContain("held", door.Address.Query, StringComparison.Ordinal);
        Assert.Equal(before, await Count("select count(*) from directory_held"));
    }

    private static async Task<Page> AtSeller(Citizen giang)
    {
        await giang.SignsIn();
        await giang.Browser.Opens(Links.Portal.Service(Citizen.Service));
        var page = await giang.Browser.Sends(Links.Apply.Begin(Citizen.Service), []);
        return await giang.Answers(page, ("market", "cho-dong"), ("stall", "large"), ("days", "4"));
    }

    private async Task<long> Count(string sql)
    {
        await using var connection = await city.Services.GetRequiredService<Database>().Open();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}

public sealed class AnswerStoriesInFile(CityInFile city) : AnswerStories(city), IClassFixture<CityInFile>;

public sealed class AnswerStoriesAtServer(CityAtServer city) : AnswerStories(city), IClassFixture<CityAtServer>;
