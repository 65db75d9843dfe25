using HaiDang.Contracts.Directory;
using HaiDang.Directory.Checking;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.Clients;
using HaiDang.Directory.Clients.One;
using HaiDang.Directory.Demo;
using HaiDang.Directory.Desk;
using HaiDang.Directory.Desk.List;
using HaiDang.Directory.Desk.New;
using HaiDang.Directory.Desk.One;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Own;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Sessions;
using HaiDang.Directory.SignIn.Citizens;
using HaiDang.Directory.SignIn.Invite;
using HaiDang.Directory.SignIn.Officials;
using HaiDang.Directory.SignIn.Out;
using HaiDang.Directory.Units;
using HaiDang.Platform;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Packs;
using HaiDang.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Directory;

/// <summary>Units, officials, positions, accounts, signing in.</summary>
public sealed class DirectoryModule : IModule
{
    public string Name => "directory";

    public IEnumerable<Type> Events =>
    [
        typeof(OfficialInvited), typeof(InviteLinkMade), typeof(OfficialJoined), typeof(OfficialRenamed), typeof(OfficialMoved),
        typeof(OfficialSuspended), typeof(OfficialRestored), typeof(PasswordChanged), typeof(AuthenticatorChanged), typeof(SigningFileSet),
        typeof(OfficialSignedIn), typeof(OfficialLockedOut), typeof(CitizenRegistered), typeof(CitizenNamed), typeof(CitizenChanged), typeof(CitizenSignedIn),
        typeof(ClientAdded), typeof(ClientChanged), typeof(ClientSuspended), typeof(ClientRestored), typeof(ClientTokenRenewed), typeof(ClientRevoked),
    ];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(s => UnitsReader.Read(s.GetRequiredService<CityFolder>(), s.GetRequiredService<PackProblems>()));
        services.AddSingleton<IUnits>(s => s.GetRequiredService<CityUnits>());
        services.AddSingleton<Passwords>();
        services.AddSingleton<Guesses>();
        services.AddSingleton<Sealed>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<DemoDoor>();
        services.AddSingleton<IPackCheck, DirectoryCheck>();
        services.AddScoped<OfficialDesk>();
        services.AddScoped<OfficialEntry>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<AcceptInvite>();
        services.AddScoped<OfficialList>();
        services.AddScoped<InviteOfficial>();
        services.AddScoped<ReinviteOfficial>();
        services.AddScoped<OfficialHistory>();
        services.AddScoped<OwnAccount>();
        services.AddScoped(s => new FirstAdministrator(s.GetRequiredService<CityDb>(), s.GetRequiredService<EventLog>(),
            s.GetRequiredService<IUnits>(), s.GetRequiredService<OneTimeLinks>(), s.GetRequiredService<IClock>()));
        services.AddScoped<IOfficials, KnownOfficials>();
        services.AddScoped<SigningFiles>();
        services.AddScoped<ISigningFiles>(s => s.GetRequiredService<SigningFiles>());
        services.AddSingleton<ISeals, AgencySeals>();
        services.AddScoped<KnownCitizens>();
        services.AddScoped<ICitizens>(s => s.GetRequiredService<KnownCitizens>());
        services.AddScoped<ApiClients>();
        services.AddScoped<IApiClients>(s => s.GetRequiredService<ApiClients>());
        services.AddScoped<ClientHistory>();
        services.AddSingleton<IdentityProvider>();
        services.AddScoped<CitizenEntry>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<IDemoPeople>(s => s.GetRequiredService<DemoPeople>());
        services.AddScoped<DemoSigning>();
        SessionCookie.Add(services);
        services.AddScoped(s => ViewerOf.Of(s.GetRequiredService<SignedIn>(), s.GetRequiredService<IUnits>(), s.GetRequiredService<IHttpContextAccessor>()));
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CitizenEndpoints.Map(endpoints);
        OfficialEndpoints.Map(endpoints);
        InviteEndpoints.Map(endpoints);
        OutEndpoints.Map(endpoints);
        DeskEndpoints.Map(endpoints);
        ClientPages.Map(endpoints);
        OwnEndpoints.Map(endpoints);
    }

    public Task Prepare(IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<CityStart>().Demo ? services.GetRequiredService<DemoPeople>().Load(stop) : Task.CompletedTask;
}
