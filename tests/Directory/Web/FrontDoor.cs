using System.Net;
using System.Text.RegularExpressions;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Directory.Tests.Web;

/// <summary>The whole web application on a port of its own, and browsers without scripts that visit it.</summary>
internal sealed partial class FrontDoor : IAsyncDisposable
{
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("haidang-door-").FullName;
    private readonly WebApplication app;

    private FrontDoor(bool demo, OidcSettings? oidc)
    {
        var start = TestCity.StartOf(Database.AtFile(Path.Combine(data, "city.db")), data, demo, oidc);
        app = CityApp.Build(start, Clock, new IPEndPoint(IPAddress.Loopback, 0), services => services.AddSingleton(TestCity.QuickPasswords));
    }

    public HandClock Clock { get; } = new();

    public static async Task<FrontDoor> Open(bool demo = false, OidcSettings? oidc = null)
    {
        var door = new FrontDoor(demo, oidc);
        await CityApp.Prepare(door.app);
        await door.app.StartAsync();
        return door;
    }

    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        using var scope = app.Services.CreateScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Visitor Visits() => new(new Uri(app.Urls.Single()));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(data, recursive: true);
    }

    /// <summary>One person at one browser.</summary>
    internal sealed partial class Visitor(Uri home)
    {
        private readonly CookieContainer cookies = new();
        private HttpClient? http;

        public string Page { get; private set; } = "";
        public HttpStatusCode Status { get; private set; }
        public string? To { get; private set; }

        /// <summary>The cookies that the last answer set, as it set them.</summary>
        public IReadOnlyList<string> Set { get; private set; } = [];
        public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

        public Task<Visitor> Opens(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

        /// <summary>Fills in the first form that posts there (or the first of all), with the token that the page holds.</summary>
        public Task<Visitor> Posts(string path, params (string Name, string Value)[] fields)
        {
            var token = Token().Match(Page).Groups[1].Value;
            return Send(new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]),
            });
        }

        public string Hidden(string name) => Regex.Match(Page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

        public async Task<Visitor> With(string header, string value, string path)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(header, value);
            return await Send(request);
        }

        private async Task<Visitor> Send(HttpRequestMessage request)
        {
            http ??= new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = home };
            using var answer = await http.SendAsync(request);
            Set = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
            (Page, Status, To) = (await answer.Content.ReadAsStringAsync(), answer.StatusCode, answer.Headers.Location?.OriginalString);
            return this;
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
        private static partial Regex Token();
    }
}
