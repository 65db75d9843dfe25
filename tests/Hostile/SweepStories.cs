using HaiDang.Cases.Files;
using HaiDang.Contracts;
using HaiDang.Platform.Background;
using HaiDang.Platform.Blobs;
using HaiDang.Stories;
using HaiDang.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Hostile.Tests;

/// <summary>Files of drafts that are gone go too, after a while; whatever a case, a draft or anybody else names stays.</summary>
public abstract class SweepStories
{
    private readonly City city;

    protected SweepStories(City city)
    {
        Assert.SkipWhen(city.Place.Missing is not null, city.Place.Missing ?? "");
        this.city = city;
        city.NextMorning();
    }

    private IBlobStore Store => city.Services.GetRequiredService<IBlobStore>();

    [Fact]
    public async Task A_file_goes_when_its_draft_is_gone_and_not_a_moment_too_soon()
    {
        var (giang, draft) = await Draft(SampleFiles.Png(2, 3));
        var hash = Hash(SampleFiles.Png(2, 3));
        await Sweeps(days: 4, times: 3);
        Assert.True(Store.Has(hash));
        await Discards(giang, draft);
        await Sweeps(days: 1, times: 2);
        Assert.True(Store.Has(hash));
        await Sweeps(days: 9, times: 3);
        Assert.False(Store.Has(hash));
    }

    [Fact]
    public async Task A_file_that_was_sent_with_a_case_stays_though_another_draft_had_the_same()
    {
        var content = SampleFiles.Png(3, 3);
        var (giang, draft) = await Draft(content);
        await giang.Answers(await giang.Browser.Opens(Links.Apply.Page(draft, "page-seller")), ("sellerName", "Đỗ Mẫu Giang"), ("sellerPhone", "0900 000 106"), ("goods", "Rau"));
        await giang.Answers(await giang.Browser.Opens(Links.Apply.Page(draft, "page-promise")), ("promise", "true"));
        Citizen.Sent(await giang.Browser.Sends(Links.Apply.Check(draft), []));
        var (hai, other) = await Draft(content, "Bùi Mẫu Hải");
        await Discards(hai, other);
        await Sweeps(days: 4, times: 4);
        Assert.True(Store.Has(Hash(content)));
    }

    [Fact]
    public async Task A_file_that_somebody_else_put_too_stays()
    {
        var content = SampleFiles.Png(4, 3);
        var (giang, draft) = await Draft(content);
        await Store.Put(content);
        await Discards(giang, draft);
        await Sweeps(days: 4, times: 4);
        Assert.True(Store.Has(Hash(content)));
    }

    private async Task<(Citizen, Guid)> Draft(byte[] picture, string name = "Đỗ Mẫu Giang")
    {
        var citizen = await city.Citizen(name).SignsIn();
        await citizen.Browser.Opens(Links.Portal.Service(Citizen.Service));
        var page = await citizen.Browser.Sends(Links.Apply.Begin(Citizen.Service), []);
        (string, string)[] typed = [("market", "cho-dong"), ("stall", "cart"), ("days", "4")];
        page = await citizen.Answers(page, typed);
        var next = await citizen.Browser.Sends(page.Path, typed, ("stallPhoto", "xe.png", picture));
        Assert.EndsWith("/page-seller", next.Path, StringComparison.Ordinal);
        return (citizen, Guid.Parse(page.Path.Split('/')[2]));
    }

    private async Task Discards(Citizen citizen, Guid draft)
    {
        await citizen.SignsIn();
        await citizen.Browser.Opens(Links.Mine.Home);
        Assert.Equal(Links.Mine.Home, (await citizen.Browser.Sends(Links.Apply.Discard(draft), [])).Path);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await citizen.Browser.Opens(Links.Apply.Resume(draft))).Status);
    }

    private async Task Sweeps(int days, int times)
    {
        for (var i = 0; i < times; i++)
        {
            city.Passes(Duration.FromHours(24.0 * days / times));
            using var scope = city.Services.CreateScope();
            await scope.ServiceProvider.GetServices<IBackgroundWork>().OfType<SweepFiles>().Single().Run(TestContext.Current.CancellationToken);
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
}

public sealed class SweepStoriesInFile(CityInFile city) : SweepStories(city), IClassFixture<CityInFile>;

public sealed class SweepStoriesAtServer(CityAtServer city) : SweepStories(city), IClassFixture<CityAtServer>;
