using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Data;
using HaiDang.Testing;

namespace HaiDang.Access.Tests.Api;

/// <summary>Cases that programs of others send.</summary>
public sealed class SendTests
{
    [Theory, OnBothDatabases]
    public async Task A_case_is_sent_once_however_often_it_is_sent(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        using var portal = await city.Client();
        var id = Sample.Id();

        var first = (await portal.Puts(Links.Api.Case(id), Sample.Stall())).Is(HttpStatusCode.Created);
        Assert.Equal("cho-dong", (string?)first["unit"]);
        Assert.StartsWith("000.00.01.H00", (string)first["number"]!, StringComparison.Ordinal);

        // The same members in another order say the same.
        var turned = new JsonObject(Sample.Stall().Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        var again = (await portal.Puts(Links.Api.Case(id), turned)).Is(HttpStatusCode.OK);
        Assert.Equal(first.Text, again.Text);

        var other = Sample.Stall();
        other["answers"]!["days"] = 5;
        (await portal.Puts(Links.Api.Case(id), other)).Refuses(HttpStatusCode.Conflict, "cases.id-used");
        Assert.Equal(1, await Count(city));
    }

    [Theory, OnBothDatabases]
    public async Task Ten_sendings_at_once_make_one_case(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        using var portal = await city.Client();
        var id = Sample.Id();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.Puts(Links.Api.Case(id), Sample.Stall())));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Single(answers.Select(a => a.Text).Distinct());
        Assert.Equal(1, await Count(city));
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_sender_sees_where_it_is_and_each_look_is_written_down(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        using var portal = await city.Client();
        using var other = await city.Client();
        using var nobody = city.Nobody();
        var id = Sample.Id();
        await portal.Puts(Links.Api.Case(id), Sample.Stall());

        var status = (await portal.Gets(Links.Api.Case(id))).Is(HttpStatusCode.OK);
        Assert.Equal("submitted", (string?)status["status"]);
        Assert.Equal("unit", (string?)status["next"]["who"]);
        Assert.DoesNotContain("Giang", status.Text, StringComparison.Ordinal);

        (await other.Gets(Links.Api.Case(id))).Refuses(HttpStatusCode.NotFound, "cases.missing");
        (await other.Puts(Links.Api.Case(id), Sample.Stall())).Refuses(HttpStatusCode.Conflict, "cases.id-used");
        (await nobody.Gets(Links.Api.Case(id))).Refuses(HttpStatusCode.Unauthorized, "directory.token-needed");
        Assert.Equal(1L, await city.With<CityDb, long>(async db => await (await db.Connection()).ExecuteScalarAsync<long>(
            "select count(*) from platform_reading where actor=@mark", new { mark = portal.Client.Actor.Mark })));
    }

    [Theory, OnBothDatabases]
    public async Task It_belongs_to_the_citizen_whom_it_names_also_when_they_sign_in_later(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        using var portal = await city.Client();
        var (first, second) = (Sample.Id(), Sample.Id());
        await portal.Puts(Links.Api.Case(first), Sample.Stall());
        await portal.Puts(Links.Api.Case(second), Sample.Stall());
        var owners = await city.With<CityDb, List<string>>(async db => [.. await (await db.Connection()).QueryAsync<string>("select distinct account from cases_case")]);
        var card = await city.With<ICitizens, CitizenCard?>(citizens => citizens.Find(Assert.Single(owners)));
        Assert.Equal(("Đỗ Mẫu Giang", Sample.Giang), (card?.Name, card?.IdentityNumber));
    }

    [Fact]
    public async Task What_is_wrong_is_said_all_at_once_and_by_place()
    {
        await using var city = await OpenCity.At(DatabaseEngine.Sqlite);
        using var portal = await city.Client(unit: "cho-dong");
        var id = Sample.Id();
        var wrong = Sample.Stall();
        wrong["applicant"]!["identityNumber"] = "12";
        wrong["answers"]!["days"] = 99;
        wrong["answers"]!["nonsense"] = "x";
        wrong["answers"]!["stallPhoto"] = new JsonArray("no-such-file");
        var refused = await portal.Puts(Links.Api.Case(id), wrong);
        refused.Refuses(HttpStatusCode.UnprocessableEntity, "kernel.identity-not-twelve-digits", "applicant.identityNumber");
        refused.Refuses(HttpStatusCode.UnprocessableEntity, "form.too-great", "answers.days");
        refused.Refuses(HttpStatusCode.UnprocessableEntity, "cases.not-asked", "answers.nonsense");
        refused.Refuses(HttpStatusCode.UnprocessableEntity, "cases.not-asked", "answers.stallPhoto");

        wrong = Sample.Stall();
        wrong["extra"] = 1;
        (await portal.Puts(Links.Api.Case(id), wrong)).Refuses(HttpStatusCode.BadRequest, "platform.unreadable-json", "$.extra");
        (await portal.Sends(HttpMethod.Put, Links.Api.Case(id), new StringContent("{"))).Refuses(HttpStatusCode.BadRequest, "platform.not-json");
        (await portal.Puts(Links.Api.Case(id), Sample.Stall("cho-tay"))).Refuses(HttpStatusCode.Forbidden, "cases.out-of-reach");
        Assert.Equal(0, await Count(city));
    }

    [Fact]
    public async Task What_is_not_there_is_told_from_what_is_not_allowed()
    {
        await using var city = await OpenCity.At(DatabaseEngine.Sqlite);
        using var portal = await city.Client();
        (await portal.Gets("/api/nothing")).Refuses(HttpStatusCode.NotFound, "platform.http-404");
        (await portal.Deletes(Links.Api.Case(Sample.Id()))).Refuses(HttpStatusCode.MethodNotAllowed, "platform.http-405");
        (await portal.Gets("/api/cases/not-a-uuid")).Refuses(HttpStatusCode.NotFound, "platform.http-404");
    }

    private static Task<long> Count(OpenCity city) =>
        city.With<CityDb, long>(async db => await (await db.Connection()).ExecuteScalarAsync<long>("select count(*) from cases_case"));
}
