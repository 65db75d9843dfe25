using Dapper;
using HaiDang.Cases.Demo;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Stories;

/// <summary>A demo fills itself with cases that the real desks made.</summary>
public sealed class DemoStories(CityInFile city) : IClassFixture<CityInFile>
{
    [Fact]
    public async Task A_demo_has_cases_in_every_state_and_each_is_whole()
    {
        city.Passes(Duration.FromDays(60));
        using var scope = city.Services.CreateScope();
        var seed = scope.ServiceProvider.GetServices<IBackgroundWork>().OfType<SeedDemo>().Single();
        await seed.Fill(120, TestContext.Current.CancellationToken);

        var connection = await scope.ServiceProvider.GetRequiredService<CityDb>().Connection();
        var cases = (await connection.QueryAsync<string>("select state from cases_case")).Select(CaseStore.Read).ToList();
        Assert.InRange(cases.Count, 100, 120);
        // No process of the small town waits for money.
        foreach (var status in Enum.GetValues<CaseStatus>().Except([CaseStatus.AwaitingPayment])) Assert.Contains(cases, c => c.Status == status);
        Assert.Contains(cases, c => c.Apologies.Count > 0);
        Assert.Contains(cases, c => c.Rating is not null);
        Assert.Contains(cases, c => c.Channel == Channel.Counter);
        Assert.Contains(cases, c => c.Work.Any(w => w.Step == StepKind.Signature));
        Assert.All(cases, c => Assert.Null(c.Applicant.Email));
        Assert.All(cases.Where(c => c.Status == CaseStatus.Refused), c => Assert.NotEqual("", c.Refusal!.Law));
        Assert.True(cases.Max(c => c.SubmittedAt) <= city.Now);

        var known = (await scope.ServiceProvider.GetRequiredService<IDemoPeople>().Citizens()).Select(c => c.Id).ToHashSet();
        Assert.Equal(known, cases.Select(c => c.Applicant.Account).OfType<string>().Where(known.Contains).ToHashSet());

        var log = scope.ServiceProvider.GetRequiredService<EventLog>();
        foreach (var matter in cases.Take(30))
            Assert.Equal(CaseStore.Write(matter), CaseStore.Write(Evolve.Fold((await log.Stream(scope.ServiceProvider.GetRequiredService<CityDb>(), matter.Stream)).Select(l => l.Event!))));
        Assert.Empty((await city.Services.GetRequiredService<VerifyLog>().Run()).Faults);

        await seed.Fill(120, TestContext.Current.CancellationToken);
        Assert.Equal(cases.Count, await connection.ExecuteScalarAsync<int>("select count(*) from cases_case"));
    }
}
