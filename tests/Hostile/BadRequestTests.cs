using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HaiDang.Contracts;
using HaiDang.Hostile.Tests.Attack;
using HaiDang.Stories;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Route = HaiDang.Hostile.Tests.Attack.Route;

namespace HaiDang.Hostile.Tests;

/// <summary>Requests that are wrong before anybody asks what they say: tokens, cookies, encodings, lengths. Every post of every route.</summary>
public sealed class BadRequestTests(HostileInFile city) : IClassFixture<HostileInFile>
{
    private IEnumerable<Route> Routes => Route.Of(city.Services.GetServices<EndpointDataSource>()).Where(r => !r.Pattern.StartsWith("/_", StringComparison.Ordinal));

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "" },
        { "", "application/x-www-form-urlencoded" },
        { "__RequestVerificationToken=wrong&a=b", "application/x-www-form-urlencoded" },
        { "%%%%&&&===%zz", "application/x-www-form-urlencoded" },
        { "a=%ED%A0%80&b=%00&c=%C0%AF", "application/x-www-form-urlencoded" },
        { "{}", "application/json" },
        { "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "multipart/form-data; boundary=x" },
        { "--x\r\nContent-Disposition: \0\r\n\r\n1\r\n--x--", "multipart/form-data; boundary=x" },
        { "no boundary", "multipart/form-data" },
        { "--x", "multipart/form-data; boundary=" + "a" },
        { "x", "not a type" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task No_post_fails_on_a_body_that_it_cannot_read(string body, string type)
    {
        foreach (var browser in await Browsers())
            foreach (var route in Routes.Where(r => r.Method == "POST"))
            {
                using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                using var answer = await browser.Http.PostAsync(new Uri(city.Address, route.With("a")), content);
                Assert.True((int)answer.StatusCode is >= 300 and < 500, $"POST {route.Pattern}: {(int)answer.StatusCode}");
            }
    }

    [Fact]
    public async Task Too_many_values_and_too_long_names_are_too_much()
    {
        var browser = (await Browsers()).Last();
        foreach (var body in new[] { string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"a{i}=1")), new string('a', 10_000) + "=1" })
        {
            using var answer = await browser.Http.PostAsync(new Uri(city.Address, Links.Apply.Begin(Citizen.Service)), new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded"));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
    }

    [Fact]
    public async Task No_page_fails_on_cookies_headers_or_addresses_that_nobody_gave()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }) { BaseAddress = city.Address };
        (string Name, string Value)[] headers =
        [
            ("Cookie", "haidang.session=wrong; haidang.af=wrong; haidang.sent=wrong; haidang.left=\u0001; haidang.step=%00"),
            ("Cookie", "haidang.session=CfDJ8" + new string('A', 3_000)), ("Cookie", ";;;===;;,,"), ("Cookie", "haidang.session=chunks-3; haidang.sessionC1=a"),
            ("Accept-Language", "x-y-z;q=nine, " + new string('v', 500)), ("Referer", "http://["), ("X-Forwarded-For", "'; drop table"), ("Accept", "\u00FF\u00FE"),
            ("Authorization", "Bearer " + new string('a', 5_000)), ("Authorization", "Basic %%%"), ("Range", "bytes=9-1"), ("If-Modified-Since", "never"),
        ];
        foreach (var route in Routes.Where(r => r.Method == "GET"))
            foreach (var (name, value) in headers)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, route.With("a"));
                request.Headers.TryAddWithoutValidation(name, value);
                using var answer = await http.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"GET {route.Pattern} with {name}: {(int)answer.StatusCode}");
            }
        foreach (var path in new[] { "/?" + new string('a', 7_000), "/dich-vu?q=" + new string('a', 7_000), "/%ff%fe", "/%00", "/..%2f..%2fetc/passwd", "/dich-vu/%E2%80%AE", "/?q=%00", "/?q=%ED%A0%80", "/" + string.Concat(Enumerable.Repeat("a/", 2_000)), "/dang-nhap?back=%0d%0aSet-Cookie:a=b" })
        {
            using var answer = await http.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"GET {path[..Math.Min(60, path.Length)]}: {(int)answer.StatusCode}");
            Assert.DoesNotContain(answer.Headers, h => h.Key == "a");
        }
    }

    private async Task<IReadOnlyList<Browser>> Browsers() => [new Browser(city), (await city.Citizen().SignsIn()).Browser];
}
