using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HaiDang.Directory;
using HaiDang.Hostile.Tests.Attack;
using HaiDang.Stories;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Route = HaiDang.Hostile.Tests.Attack.Route;

namespace HaiDang.Hostile.Tests;

/// <summary>Every endpoint of the API that takes a body, against every hostile JSON text and every hostile text in every place of a right body.</summary>
public abstract class JsonTests
{
    private readonly City city;

    protected JsonTests(City city)
    {
        Assert.SkipWhen(HostileTexts.Missing is not null, HostileTexts.Missing ?? "");
        Assert.SkipWhen(city.Place.Missing is not null, city.Place.Missing ?? "");
        this.city = city;
    }

    [Fact]
    public async Task What_is_no_JSON_is_refused_and_nothing_fails()
    {
        using var http = await Program();
        var wrong = new List<string>();
        foreach (var route in Bodies())
            foreach (var file in HostileTexts.JsonFiles)
            {
                var status = await Send(http, route, await File.ReadAllBytesAsync(file));
                var name = Path.GetFileName(file);
                if ((int)status >= 500 || (name[0] == 'n' && (int)status is < 400 or >= 500) || (int)status is >= 200 and < 300) wrong.Add($"{route.Method} {route.Pattern} {name}: {(int)status}");
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_text_in_every_place_of_a_right_body_is_answered()
    {
        using var http = await Program();
        var put = Bodies().Single(r => r.Pattern == Contracts.Links.Api.CaseRoute);
        Assert.Equal(HttpStatusCode.Created, await Send(http, put, Encoding.UTF8.GetBytes(Stall().ToJsonString())));
        var wrong = new List<string>();
        foreach (var place in Places(Stall()).ToList())
            foreach (var text in HostileTexts.Own.Concat(FormAttack.Bundles(HostileTexts.All)).Cast<object>().Concat([1e300, -1L, true, new JsonArray(), new JsonObject()]))
            {
                var body = Stall();
                Set(body, place, text switch { string s => JsonValue.Create(s), JsonNode n => n.DeepClone(), _ => JsonValue.Create(text) });
                var status = await Send(http, put, Encoding.UTF8.GetBytes(body.ToJsonString()));
                if ((int)status >= 500) wrong.Add($"{string.Join('.', place)} ← {text}: {(int)status}");
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Bodies_that_are_too_deep_too_large_or_of_another_type_are_refused()
    {
        using var http = await Program();
        foreach (var route in Bodies())
        {
            Assert.InRange((int)await Send(http, route, Encoding.UTF8.GetBytes(new string('[', 100_000))), 400, 499);
            Assert.InRange((int)await Send(http, route, Encoding.UTF8.GetBytes("{\"a\":\"" + new string('a', 30_000_000) + "\"}")), 400, 499);
            Assert.InRange((int)await Send(http, route, [0xFF, 0xFE, 0, 1]), 400, 499);
            Assert.InRange((int)await Send(http, route, []), 400, 499);
            Assert.InRange((int)await Send(http, route, "a=b"u8.ToArray(), "application/x-www-form-urlencoded"), 400, 499);
            Assert.InRange((int)await Send(http, route, "--x\r\n"u8.ToArray(), "multipart/form-data; boundary=x"), 400, 499);
            Assert.InRange((int)await Send(http, route, "--x\r\n"u8.ToArray(), "multipart/form-data"), 400, 499);
        }
    }

    private IEnumerable<Route> Bodies() => Route.Of(city.Services.GetServices<EndpointDataSource>())
        .Where(r => r.Method is "POST" or "PUT" or "PATCH" && r.Pattern.StartsWith("/api/", StringComparison.Ordinal));

    private async Task<HttpClient> Program()
    {
        using var scope = city.Services.CreateScope();
        var added = await scope.ServiceProvider.GetRequiredService<ApiClients>().Add($"c{Kernel.Uuid.Secret(8)}", null, ["submit", "read"]);
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = city.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", added.Value.Token);
        return http;
    }

    private static async Task<HttpStatusCode> Send(HttpClient http, Route route, byte[] body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.With("a")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static IEnumerable<string[]> Places(JsonObject at) =>
        at.SelectMany(m => m.Value is JsonObject inner ? Places(inner).Select(p => (string[])[m.Key, .. p]).Append([m.Key]) : (IEnumerable<string[]>)[[m.Key]]);

    private static void Set(JsonObject at, string[] place, JsonNode? value)
    {
        foreach (var step in place[..^1]) at = at[step]!.AsObject();
        at[place[^1]] = value;
    }

    private static JsonObject Stall() => new()
    {
        ["service"] = "cho-ban-hang",
        ["applicant"] = new JsonObject { ["name"] = "Đỗ Mẫu Giang", ["identityNumber"] = "099169000006", ["phone"] = "0900 000 106", ["email"] = "giang@vidu.example", ["address"] = "Thị trấn Sông Nhỏ" },
        ["answers"] = new JsonObject
        {
            ["market"] = "cho-dong", ["stall"] = "large", ["days"] = 4, ["sellerName"] = "Đỗ Mẫu Giang", ["sellerPhone"] = "0900000106", ["goods"] = "Rau củ nhà trồng", ["promise"] = true,
        },
    };
}

public sealed class JsonTestsInFile(HostileInFile city) : JsonTests(city), IClassFixture<HostileInFile>;

public sealed class JsonTestsAtServer(HostileAtServer city) : JsonTests(city), IClassFixture<HostileAtServer>;
