using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDang.Contracts;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Access.Tests.Api;

/// <summary>The description of the API is true: each answer that it promises is seen, and each answer that is seen is as it says.</summary>
public sealed class ContractTests
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly Connection Gateway = new(new Uri("https://gateway.example/pay"), "a secret of the tests");

    [Theory, OnBothDatabases]
    public async Task Every_answer_that_is_described_really_comes(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine, gateway: Gateway);
        var api = await Description.Of(city);
        using var portal = await city.Client("submit,read,message,webhook");

        await Catalogue(city, api);
        await Life(city, api, portal);
        await Messages(api, portal);
        await Webhooks(city, api, portal);
        await Payments(city, api, portal);
        await BadBodies(city, api, portal);
        foreach (var operation in api.Operations)
        {
            if (operation.NeedsToken) await Strangers(city, api, operation);
            await TooOften(city, api, operation);
        }
        Assert.Empty(api.NotSeen());
    }

    [Fact]
    public async Task It_is_whole_each_operation_has_words_examples_and_refusals()
    {
        await using var city = await OpenCity.At(DatabaseEngine.Sqlite);
        var api = await Description.Of(city);
        Assert.StartsWith("3.1", api.Document["openapi"]!.ToString(), StringComparison.Ordinal);
        Assert.True(api.Operations.Count >= 9, $"Only {api.Operations.Count} operations are described.");
        Assert.Empty(api.Operations.Where(o => o.Node["summary"]?.ToString() is not { Length: > 5 } || o.Node["description"]?.ToString() is not { Length: > 20 }).Select(o => o.ToString()));
        Assert.Empty(api.WithoutExample());
        Assert.Empty(api.ExampleFaults());
        Assert.Empty(api.Operations.Where(o => o.Statuses.Any(s => s >= 400 && o.Node["responses"]![$"{s}"]!["content"]?["application/problem+json"] is null)).Select(o => o.ToString()));
        Assert.Equal(api.Operations.Count, api.Operations.Select(o => o.Name).Distinct().Count());
        Assert.Equal(["tellPayment"], api.Operations.Where(o => o.NeedsSignature).Select(o => o.Name));
        Assert.Empty(Mapped(city).Except(api.Operations.Select(o => o.ToString())));
    }

    /// <summary>What the city answers under /api, but for the description itself.</summary>
    private static IEnumerable<string> Mapped(OpenCity city) =>
        from endpoint in city.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), ":[^}]+", "")
        where path.StartsWith(Links.Api.Root + "/", StringComparison.Ordinal) && path != Links.Api.Description && !path.Contains("documentName", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
        select $"{method} {path}";

    private static async Task Catalogue(OpenCity city, Description api)
    {
        using var nobody = city.Nobody();
        api.Holds(await nobody.Gets(Links.Api.Services)).Is(HttpStatusCode.OK);
        api.Holds(await nobody.Gets(Links.Api.Service("cho-ban-hang"))).Is(HttpStatusCode.OK);
        api.Holds(await nobody.Gets(Links.Api.Service("khong-co"))).Refuses(HttpStatusCode.NotFound, "cases.no-such-service");
        api.Holds(await nobody.Gets(Links.Api.Schema("khong-co"))).Refuses(HttpStatusCode.NotFound, "cases.no-such-service");
        var schema = api.Holds(await nobody.Gets(Links.Api.Schema("cho-ban-hang"))).Is(HttpStatusCode.OK).Json!;
        Assert.Empty(new Schema(schema).Faults(Sample.Stall()["answers"], schema));
        Assert.NotEmpty(new Schema(schema).Faults(Sample.Stall("khong-co")["answers"], schema));
    }

    private static async Task Life(OpenCity city, Description api, Program portal)
    {
        var desk = new Desk(city, "cho-dong");
        var photo = (string)api.Holds(await portal.Uploads(Links.Api.Files + "?name=xe.png", Picture)).Is(HttpStatusCode.Created)["id"]!;
        api.Holds(await portal.Uploads(Links.Api.Files + "?name=xe.exe", "MZ not a picture"u8.ToArray())).Is(HttpStatusCode.UnprocessableEntity);
        api.Holds(await portal.Uploads(Links.Api.Files + "?name=to.pdf", new byte[20_000_001])).Is(HttpStatusCode.RequestEntityTooLarge);
        api.Holds(await portal.Sends(HttpMethod.Post, Links.Api.Files)).Is(HttpStatusCode.BadRequest);

        var (id, supplement) = (Sample.Id(), Sample.Id());
        var stall = Sample.Stall();
        (stall["answers"]!["stall"], stall["answers"]!["stallPhoto"]) = ("cart", new JsonArray(photo));
        api.Holds(await portal.Puts(Links.Api.Case(id), stall)).Is(HttpStatusCode.Created);
        api.Holds(await portal.Puts(Links.Api.Case(id), stall)).Is(HttpStatusCode.OK);
        api.Holds(await portal.Puts(Links.Api.Case(id), Sample.Stall())).Is(HttpStatusCode.Conflict);
        api.Holds(await portal.Puts(Links.Api.Case(Sample.Id()), Sample.Stall("khong-co"))).Is(HttpStatusCode.UnprocessableEntity);
        api.Holds(await portal.Gets(Links.Api.Case(id))).Is(HttpStatusCode.OK);
        api.Holds(await portal.Gets(Links.Api.Case(Sample.Id()))).Is(HttpStatusCode.NotFound);
        api.Holds(await portal.Gets(Links.Api.Result(id))).Refuses(HttpStatusCode.NotFound, "cases.no-result");

        var better = (string)(await portal.Uploads(Links.Api.Files + "?name=xe-ro.png", Picture))["id"]!;
        var added = new JsonObject { ["answers"] = new JsonObject { ["stallPhoto"] = new JsonArray(better) } };
        api.Holds(await portal.Puts(Links.Api.Supplement(id, supplement), added)).Refuses(HttpStatusCode.Conflict, "cases.not-waiting");
        api.Holds(await portal.Puts(Links.Api.Supplement(Sample.Id(), supplement), added)).Is(HttpStatusCode.NotFound);
        await desk.Asks(id, "stall-photo", "Ảnh mờ, không thấy xe.");
        Assert.Equal("stall-photo", (string?)api.Holds(await portal.Gets(Links.Api.Case(id)))["asked"]["parts"]![0]!["part"]);
        var more = new JsonObject { ["answers"] = new JsonObject { ["goods"] = "Hoa" } };
        api.Holds(await portal.Puts(Links.Api.Supplement(id, supplement), more)).Refuses(HttpStatusCode.UnprocessableEntity, "cases.not-asked-again", "answers.goods");
        api.Holds(await portal.Puts(Links.Api.Supplement(id, supplement), added)).Is(HttpStatusCode.Created);
        api.Holds(await portal.Puts(Links.Api.Supplement(id, supplement), added)).Is(HttpStatusCode.OK);

        await desk.Accepts(id);
        await desk.Signs(id);
        var ended = api.Holds(await portal.Gets(Links.Api.Case(id)));
        Assert.Equal("issued", (string?)ended["status"]);
        var pdf = api.Holds(await portal.Gets((string)ended["result"]["file"]!)).Is(HttpStatusCode.OK);
        Assert.StartsWith("%PDF-", pdf.Text, StringComparison.Ordinal);

        var refused = Sample.Id();
        await portal.Puts(Links.Api.Case(refused), Sample.Stall());
        await desk.Refuses(refused);
        Assert.Equal("Chợ đã hết chỗ.", (string?)api.Holds(await portal.Gets(Links.Api.Case(refused)))["refusal"]["reason"]);

        var page = api.Holds(await portal.Gets(Links.Api.Cases + "?limit=1")).Is(HttpStatusCode.OK);
        Assert.Equal(refused, (Guid)page["cases"][0]!["id"]!);
        var next = api.Holds(await portal.Gets($"{Links.Api.Cases}?limit=1&after={Uri.EscapeDataString((string)page["next"]!)}")).Is(HttpStatusCode.OK);
        Assert.Equal(id, (Guid)next["cases"][0]!["id"]!);
        Assert.Null(next.Json!["next"]);
        Assert.Single(api.Holds(await portal.Gets(Links.Api.Cases + "?status=issued"))["cases"].AsArray());
        api.Holds(await portal.Gets(Links.Api.Cases + "?limit=0&after=x&status=y")).Is(HttpStatusCode.UnprocessableEntity);
        api.Holds(await portal.Gets(Links.Api.Cases + "?limit=many")).Is(HttpStatusCode.BadRequest);
    }

    private static async Task Messages(Description api, Program portal)
    {
        var id = Sample.Id();
        await portal.Puts(Links.Api.Case(id), Sample.Stall());
        var paid = new JsonObject { ["id"] = Sample.Id().ToString(), ["data"] = new JsonObject { ["amount"] = 80_000, ["reference"] = "GD-1" } };
        api.Holds(await portal.Posts(Links.Api.Message(id, "fee-paid"), paid)).Is(HttpStatusCode.Created);
        api.Holds(await portal.Posts(Links.Api.Message(id, "fee-paid"), paid)).Is(HttpStatusCode.OK);
        paid["data"]!["amount"] = 90_000;
        api.Holds(await portal.Posts(Links.Api.Message(id, "fee-paid"), paid)).Refuses(HttpStatusCode.Conflict, "cases.id-used");
        var empty = new JsonObject { ["id"] = Sample.Id().ToString(), ["data"] = new JsonObject() };
        api.Holds(await portal.Posts(Links.Api.Message(id, "fee-paid"), empty)).Is(HttpStatusCode.UnprocessableEntity);
        api.Holds(await portal.Posts(Links.Api.Message(id, "not-waited-for"), empty)).Refuses(HttpStatusCode.Conflict, "cases.not-waited-for");
        api.Holds(await portal.Posts(Links.Api.Message(Sample.Id(), "fee-paid"), empty)).Is(HttpStatusCode.NotFound);
    }

    private static async Task Webhooks(OpenCity city, Description api, Program portal)
    {
        var (id, body) = (Sample.Id(), new JsonObject { ["address"] = "https://cong.example/tin", ["secret"] = "mot-chuoi-ngau-nhien-du-dai" });
        api.Holds(await portal.Puts(Links.Api.Webhook(id), body)).Is(HttpStatusCode.OK);
        using var other = await city.Client("webhook");
        api.Holds(await other.Puts(Links.Api.Webhook(id), body)).Refuses(HttpStatusCode.Conflict, "cases.webhook-id-taken");
        api.Holds(await portal.Puts(Links.Api.Webhook(id), new JsonObject { ["address"] = "http://10.0.0.1", ["secret"] = "x" })).Is(HttpStatusCode.UnprocessableEntity);
        api.Holds(await portal.Gets(Links.Api.Webhooks)).Is(HttpStatusCode.OK);
        api.Holds(await other.Deletes(Links.Api.Webhook(id))).Is(HttpStatusCode.NotFound);
        api.Holds(await portal.Deletes(Links.Api.Webhook(id))).Is(HttpStatusCode.NoContent);
    }

    private static async Task Payments(OpenCity city, Description api, Program portal)
    {
        var id = Sample.Id();
        var number = (string)(await portal.Puts(Links.Api.Case(id), Sample.Stall()))["number"]!;
        using var nobody = city.Nobody();
        var paid = new JsonObject { ["case"] = number, ["amount"] = 80_000, ["reference"] = "GD-2", ["paidAt"] = "2026-03-02T09:00:00+07:00" };
        var receipt = (string?)api.Holds(await Tells(paid)).Is(HttpStatusCode.OK)["receipt"];
        Assert.NotNull(receipt);
        Assert.Equal(receipt, (string?)api.Holds(await Tells(paid)).Is(HttpStatusCode.OK)["receipt"]);
        api.Holds(await Tells(With("amount", 0))).Refuses(HttpStatusCode.UnprocessableEntity, "cases.no-amount", "amount");
        api.Holds(await Tells(With("paidAt", "hôm qua"))).Refuses(HttpStatusCode.UnprocessableEntity, "cases.notice-not-understood", "paidAt");
        api.Holds(await Tells(With("case", "khong-co"))).Refuses(HttpStatusCode.NotFound, "cases.missing", "case");
        api.Holds(await nobody.Posts(Links.Api.PaymentNotice, paid)).Refuses(HttpStatusCode.Forbidden, "cases.bad-signature");
        api.Holds(await portal.Posts(Links.Api.PaymentNotice, paid)).Refuses(HttpStatusCode.Forbidden, "cases.bad-signature");

        await using var without = await OpenCity.At(DatabaseEngine.Sqlite);
        using var gateway = without.Nobody();
        api.Holds(await gateway.Sends(HttpMethod.Post, Links.Api.PaymentNotice, Signed(without, paid.ToJsonString()))).Refuses(HttpStatusCode.ServiceUnavailable, "cases.no-gateway");

        Task<Answer> Tells(JsonNode body) => nobody.Sends(HttpMethod.Post, Links.Api.PaymentNotice, Signed(city, body.ToJsonString()));

        JsonObject With(string member, JsonNode value)
        {
            var changed = (JsonObject)paid.DeepClone();
            (changed["reference"], changed[member]) = ("GD-3", value);
            return changed;
        }
    }

    private static async Task BadBodies(OpenCity city, Description api, Program portal)
    {
        foreach (var operation in api.Operations.Where(o => o.Node["requestBody"]?["content"]?["application/json"] is not null))
        {
            // Of a case that is there, so that the body is what is wrong with it.
            var id = Sample.Id();
            await portal.Puts(Links.Api.Case(id), Sample.Stall());
            var path = operation.Path.Replace("{id}", id.ToString(), StringComparison.Ordinal);
            var method = new HttpMethod(operation.Method.ToUpperInvariant());
            api.Holds(await portal.Sends(method, At(operation with { Path = path }), Signed(city, "{\"a\":"))).Is(HttpStatusCode.BadRequest);
            api.Holds(await portal.Sends(method, At(operation with { Path = path }), Signed(city, $"\"{new string('x', 3_000_000)}\""))).Is(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    private static async Task Strangers(OpenCity city, Description api, Operation operation)
    {
        using var nobody = city.Nobody();
        api.Holds(await Calls(nobody, operation)).Refuses(HttpStatusCode.Unauthorized, "directory.token-needed");
        using var other = await city.Client("message:khac");
        using var reader = await city.Client("read");
        var stranger = operation.Node["description"]!.ToString().EndsWith("`message`.", StringComparison.Ordinal) ? reader : other;
        api.Holds(await Calls(stranger, operation)).Refuses(HttpStatusCode.Forbidden, "directory.token-not-permitted");
    }

    private static async Task TooOften(OpenCity city, Description api, Operation operation)
    {
        using var hasty = operation.NeedsToken ? await city.Client("submit,read,message,webhook", perMinute: 1) : city.Nobody(from: "127.8.8.8");
        for (var call = 0; call < 610; call++)
            if (await Calls(hasty, operation) is { Status: HttpStatusCode.TooManyRequests } answer)
            {
                Assert.NotNull(answer.Message.Headers.RetryAfter);
                api.Holds(answer).Refuses(HttpStatusCode.TooManyRequests, "platform.http-429");
                return;
            }
        Assert.Fail($"{operation} may be called without end.");
    }

    private static Task<Answer> Calls(Program program, Operation operation) => program.Sends(new HttpMethod(operation.Method.ToUpperInvariant()), At(operation),
        operation.Node["requestBody"] is null ? null : Json("{}"));

    private static string At(Operation operation) => operation.Path.Replace("{slug}", "cho-ban-hang", StringComparison.Ordinal).Replace("{name}", "fee-paid", StringComparison.Ordinal)
        .Replace("{id}", Sample.Id().ToString(), StringComparison.Ordinal).Replace("{supplement}", Sample.Id().ToString(), StringComparison.Ordinal)
        + (operation.Path == Links.Api.Files ? "?name=a.png" : "");

    private static StringContent Signed(OpenCity city, string text)
    {
        var body = Json(text);
        body.Headers.Add(Connection.Header, Gateway.Sign(text, city.Clock.GetCurrentInstant()));
        return body;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
