using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.Api;
using HaiDang.Cases.Apply;
using HaiDang.Cases.Counter;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Demo;
using HaiDang.Cases.Files;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Follow;
using HaiDang.Cases.Generate;
using HaiDang.Cases.Inbox;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Migrate;
using HaiDang.Cases.Notify;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Rate;
using HaiDang.Cases.Search;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Submit;
using HaiDang.Cases.Track;
using HaiDang.Cases.Transfer;
using HaiDang.Cases.Verify;
using HaiDang.Cases.Watch;
using HaiDang.Cases.Webhooks;
using HaiDang.Cases.Withdraw;
using HaiDang.Cases.Work;
using HaiDang.Platform;
using HaiDang.Platform.Background;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Operations;
using HaiDang.Platform.Packs;
using HaiDang.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases;

/// <summary>Cases: the catalogue, applying, the desk, results.</summary>
public sealed class CasesModule : IModule
{
    public string Name => "cases";

    public IEnumerable<Type> Events => [.. CaseEvents.All, typeof(WebhookTried)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<ServiceCatalogue>();
        services.AddSingleton(s => new LetterFacts(s.GetRequiredService<City>(), s.GetRequiredService<CityStart>().Address, s.GetRequiredService<IUnits>()));
        services.AddTransient<CaseDesk>();
        services.AddScoped<SubmitDesk>();
        services.AddScoped<SignDesk>();
        services.AddScoped<CaseLetters>();
        services.AddScoped<IBackgroundWork, WatchWork>();
        services.AddScoped<IBackgroundWork, RecomputeWork>();
        services.AddSingleton<SealedResult>();
        services.AddScoped<InsideJobs>();
        services.AddScoped<OutsideJobs>();
        services.AddSingleton<OutsideCall>();
        services.AddScoped<IBackgroundWork, JobWorker>();
        services.AddScoped<PaymentDesk>();
        services.AddScoped<MessageDesk>();
        services.AddSingleton<Seeding>();
        services.AddScoped(s => new GenerateCases(
            s.GetRequiredService<CityStart>(), s.GetRequiredService<CityDb>(), s.GetRequiredService<BulkLog>(), s.GetRequiredService<ServiceCatalogue>(),
            s.GetRequiredService<IUnits>(), s.GetRequiredService<IOfficials>(), s.GetRequiredService<LetterFacts>(), s.GetRequiredService<IBlobStore>(),
            s.GetRequiredService<QuestionContext>(), s.GetRequiredService<QuietReaders>(), s.GetRequiredService<IClock>()));
        services.AddScoped<ExportCases>();
        services.AddScoped(s => new ImportCases(
            s.GetRequiredService<CityDb>(), s.GetRequiredService<BulkLog>(), s.GetRequiredService<EventTypes>(), s.GetRequiredService<ServiceCatalogue>(),
            s.GetRequiredService<IUnits>(), s.GetRequiredService<ICitizens>(), s.GetRequiredService<IBlobStore>(), s.GetRequiredService<QuietReaders>(),
            s.GetRequiredService<IClock>()));
        services.AddScoped(s => new MigrateCases(
            s.GetRequiredService<CityDb>(), s.GetRequiredService<CaseDesk>(), s.GetRequiredService<ServiceCatalogue>(), s.GetRequiredService<QuestionContext>(),
            s.GetRequiredService<City>(), s.GetRequiredService<IUnits>(), s.GetRequiredService<IClock>()));
        services.AddScoped<IBackgroundWork, SeedDemo>();
        services.AddSingleton<QuestionContext>();
        services.AddScoped<StepAnswers>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<Uploads>();
        services.AddScoped<IBackgroundWork, SweepFiles>();
        services.AddScoped<Drafts>();
        services.AddScoped<ApplyDesk>();
        services.AddScoped<Acknowledgements>();
        services.AddSingleton<SentOnce>();
        services.AddScoped<OwnCases>();
        services.AddSingleton<CaseWay>();
        services.AddSingleton<MessageTexts>();
        services.AddScoped<ILogReader, MessageReader>();
        services.AddScoped<IBackgroundWork, SendMail>();
        services.AddScoped<IBackgroundWork, ExpireDrafts>();
        services.AddSingleton<IPackCheck, CheckMessages>();
        services.AddScoped<SupplementDesk>();
        services.AddScoped<AnsweredBefore>();
        services.AddScoped<TrackedCases>();
        services.AddScoped<IssuedResults>();
        services.AddSingleton<IPackCheck, CheckLists>();
        services.AddSingleton<IPackCheck, CheckServices>();
        services.AddScoped<IStateCheck, CheckReplay>();
        services.AddScoped<IResultFiles, ExportResults>();
        services.AddSingleton<DueWords>();
        services.AddSingleton<HeldQueues>();
        services.AddTransient<Queues>();
        services.AddScoped<CaseDoor>();
        services.AddScoped<DoneBefore>();
        services.AddScoped<SignPreview>();
        services.AddScoped<FindCases>();
        services.AddSingleton<CounterDesk>();
        ApiEndpoints.Add(services);
        WebhookEndpoints.Add(services);
        services.AddSingleton(new RailPart(typeof(QueueRail)));
    }

    public Task Prepare(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<ServiceCatalogue>().Keep(services.GetRequiredService<IClock>().GetCurrentInstant(), stop);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ApplyEndpoints.Map(endpoints);
        FollowEndpoints.Map(endpoints);
        SupplementEndpoint.Map(endpoints);
        RateEndpoint.Map(endpoints);
        WithdrawEndpoint.Map(endpoints);
        TrackEndpoints.Map(endpoints);
        VerifyEndpoints.Map(endpoints);
        VerbEndpoints.Map(endpoints);
        DeskFiles.Map(endpoints);
        CounterEndpoints.Map(endpoints);
        PayOnline.Map(endpoints);
        PaymentNotice.Map(endpoints);
        ApiEndpoints.Map(endpoints);
        WebhookEndpoints.Map(endpoints);
    }
}
