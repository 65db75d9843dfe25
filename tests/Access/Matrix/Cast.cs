using System.Security.Claims;
using System.Text.Json.Nodes;
using Dapper;
using HaiDang.Cases.Apply;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Claim = HaiDang.Platform.Access.Claim;

namespace HaiDang.Access.Tests.Matrix;

/// <summary>The people and programs of the matrix, the case that they knock for, and where its things are.</summary>
internal sealed class Cast : IDisposable
{
    /// <summary>Words of Giang's that nobody else may read.</summary>
    public static readonly string[] Private = [Sample.Giang, "0900000106", "Rau củ nhà trồng"];

    private readonly Dictionary<string, string> places = [];
    private readonly List<IDisposable> programs = [];

    public required OpenCity City { get; init; }
    public Guid CaseId { get; } = Sample.Id();
    public List<Role> Roles { get; } = [];

    public static async Task<Cast> Of(OpenCity city)
    {
        var cast = new Cast { City = city };
        var first = await city.Client("submit,read,message,webhook");
        var second = await city.Client("submit,read,message,webhook");
        cast.programs.AddRange([first, second]);
        await cast.Lodges(first);

        var (giang, hai) = (await cast.Citizen(Sample.Giang, "Đỗ Mẫu Giang"), await cast.Citizen(Sample.Hai, "Bùi Mẫu Hải"));
        await cast.Drafts(giang);
        cast.Roles.Add(new Role(city.Address, Who.Nobody, null, cast.PageToken(new ClaimsPrincipal(new ClaimsIdentity())), null));
        cast.Roles.Add(await cast.Signed(Who.Giang, giang, Claim.KindCitizen, ""));
        cast.Roles.Add(await cast.Signed(Who.Hai, hai, Claim.KindCitizen, ""));
        foreach (var (who, email) in new[] { (Who.EastCounter, "bich"), (Who.EastLeader, "cuong"), (Who.WestCounter, "dung"), (Who.WestLeader, "em"), (Who.Administrator, "an") })
            cast.Roles.Add(await cast.Official(who, $"{email}@can-bo.example"));
        cast.Roles.Add(new Role(city.Address, Who.FirstProgram, null, null, first.Token));
        cast.Roles.Add(new Role(city.Address, Who.SecondProgram, null, null, second.Token));
        return cast;
    }

    /// <summary>The address of a door for the case and the draft.</summary>
    public string At(Door door)
    {
        var path = door.Route.StartsWith("/desk/can-bo", StringComparison.Ordinal) ? door.Route.Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal) : door.Route;
        if (door.Route.StartsWith("/desk/ung-dung", StringComparison.Ordinal)) path = path.Replace("{id:guid}", places["{client}"], StringComparison.Ordinal);
        if (door.Route.StartsWith("/api/webhooks", StringComparison.Ordinal)) path = path.Replace("{id:guid}", places["{webhook}"], StringComparison.Ordinal);
        foreach (var (name, value) in places) path = path.Replace(name, value, StringComparison.Ordinal);
        Assert.False(path.Contains('{', StringComparison.Ordinal), $"The matrix has no value for a parameter of {door}.");
        return path + (door.Route == Links.Api.Files ? "?name=a.pdf" : "");
    }

    public async Task<long> Version() => (await City.With<CaseDesk, Case?>(desk => desk.Find(CaseId)))!.Version;

    public async Task<bool> DraftIsThere() => await City.With<CityDb, long>(async db => await (await db.Connection()).ExecuteScalarAsync<long>("select count(*) from cases_draft")) == 1;

    public void Dispose()
    {
        Roles.ForEach(r => r.Dispose());
        programs.ForEach(p => p.Dispose());
    }

    private async Task Lodges(Program program)
    {
        var sent = (await program.Puts(Links.Api.Case(CaseId), Sample.Stall())).Is(System.Net.HttpStatusCode.Created);
        await new Desk(City, "cho-dong").Accepts(CaseId);
        var webhook = Sample.Id();
        await program.Puts(Links.Api.Webhook(webhook), new JsonObject { ["address"] = "https://cong.example/tin", ["secret"] = "mot-chuoi-ngau-nhien-du-dai" });
        foreach (var (name, value) in new[]
        {
            ("{number}", (string)sent["number"]!), ("{id:guid}", CaseId.ToString()), ("{webhook}", webhook.ToString()), ("{webhook:guid}", webhook.ToString()), ("{client}", program.Client!.Id.ToString()), ("{secret}", "000000000000"), ("{slug}", "cho-ban-hang"), ("{letter}", "receipt"),
            ("{file}", "khong-co"), ("{token}", "khong-co"), ("{code}", "khong-co"), ("{name}", "fee-paid"), ("{supplement:guid}", Sample.Id().ToString()), ("{documentName}", "openapi"), ("{page}", "page-stall"), ("{verb}", "sign"), ("{id}", "khong-co"),
        }) places[name] = value;
    }

    private async Task Drafts(string account)
    {
        var service = City.Services.GetRequiredService<ServiceCatalogue>().Find("cho-ban-hang")!;
        var draft = await City.With<Drafts, Draft>(drafts => drafts.Begin(Actor.Citizen(account, "Đỗ Mẫu Giang"), service,
            (JsonObject)Sample.Stall()["answers"]!.DeepClone(), [], null, null, CancellationToken.None));
        places["{draft:guid}"] = draft.Id.ToString();
    }

    private async Task<string> Citizen(string number, string name) => (await City.With<ICitizens, CitizenCard>(c => c.Named(number, name, Actor.System))).Id;

    private async Task<Role> Official(Who who, string email)
    {
        var (id, stamp) = await City.With<CityDb, (string, string)>(async db =>
            await (await db.Connection()).QuerySingleAsync<(string, string)>("select cast(id as text), stamp from directory_official where email=@email", new { email }));
        return await Signed(who, id, Claim.KindOfficial, stamp);
    }

    private async Task<Role> Signed(Who who, string account, string kind, string stamp)
    {
        var person = new ClaimsPrincipal(new ClaimsIdentity([new(Claim.Id, account), new(Claim.Kind, kind), new(Claim.Stamp, stamp)], "session", Claim.Name, Claim.Role));
        using var scope = City.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var now = City.Clock.GetCurrentInstant().ToDateTimeOffset();
        await http.SignInAsync("session", person, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(2) });
        var cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
        return new Role(City.Address, who, cookie, PageToken(person), null);
    }

    private (string Cookie, string Header) PageToken(ClaimsPrincipal person)
    {
        using var scope = City.Services.CreateScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = person });
        return (tokens.CookieToken!, tokens.RequestToken!);
    }
}
