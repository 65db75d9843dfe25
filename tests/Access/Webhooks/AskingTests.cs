using System.Net;
using System.Text.Json.Nodes;
using HaiDang.Access.Tests.Api;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Testing;

namespace HaiDang.Access.Tests.Webhooks;

/// <summary>A case waits for another agency: its program is told, and answers by the message that the process waits for.</summary>
public sealed class AskingTests
{
    [Theory, OnBothDatabases]
    public async Task The_agency_that_is_waited_for_is_told_and_its_answer_moves_the_case(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine, "hai-phong");
        var api = await Description.Of(city);
        await using var inbox = await Receiver.Open(city.Clock);
        await using var others = await Receiver.Open(city.Clock);
        using var portal = await city.Client("submit,read");
        using var police = await city.Client($"message:{Licence.Message},webhook", Licence.Police);
        using var silent = await city.Client("message:tax-paid,webhook", Licence.Police);
        using var elsewhere = await city.Client("message,webhook", "may-to");
        using var everywhere = await city.Client("message,webhook");
        await News.Registers(police, inbox.Inbox);
        foreach (var other in new[] { silent, elsewhere, everywhere }) await News.Registers(other, others.Inbox);

        var id = await Licence.Waits(city, portal);
        await News.Sends(city);
        var asked = JsonNode.Parse(Assert.Single(inbox.News))!;
        Assert.Equal("vn.haidang.case.message-wanted", (string?)asked["type"]);
        Assert.Equal((id.ToString(), Licence.Message, Links.Api.Message(id, Licence.Message)), ((string?)asked["data"]!["case"], (string?)asked["data"]!["message"], (string?)asked["data"]!["href"]));
        Assert.Empty(others.News);

        var answer = new JsonObject { ["id"] = Sample.Id().ToString(), ["data"] = new JsonObject { ["clear"] = true } };
        foreach (var other in new[] { elsewhere, everywhere }) api.Holds(await other.Posts((string)asked["data"]!["href"]!, answer.DeepClone())).Refuses(HttpStatusCode.NotFound, "cases.missing");
        api.Holds(await silent.Posts((string)asked["data"]!["href"]!, answer.DeepClone())).Refuses(HttpStatusCode.Forbidden, "cases.other-message");
        api.Holds(await police.Posts((string)asked["data"]!["href"]!, answer)).Is(HttpStatusCode.Created);
        api.Holds(await police.Posts((string)asked["data"]!["href"]!, answer)).Is(HttpStatusCode.OK);
        var matter = (await city.With<CaseDesk, Case?>(desk => desk.Find(id)))!;
        Assert.Empty(matter.Waits);
        Assert.Equal("review", Assert.Single(matter.Work).Element);

        // Once it is answered the agency has no more to do with the case.
        var late = new JsonObject { ["id"] = Sample.Id().ToString(), ["data"] = new JsonObject { ["clear"] = false } };
        api.Holds(await police.Posts((string)asked["data"]!["href"]!, late)).Refuses(HttpStatusCode.NotFound, "cases.missing");
    }
}
