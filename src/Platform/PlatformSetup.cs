using System.Net;
using System.Security.Cryptography.X509Certificates;
using HaiDang.Platform.Access;
using HaiDang.Platform.Background;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Files;
using HaiDang.Platform.Files.Scanning;
using HaiDang.Platform.Http;
using HaiDang.Platform.Http.Load;
using HaiDang.Platform.Log;
using HaiDang.Platform.Operations;
using HaiDang.Platform.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace HaiDang.Platform;

/// <summary>How one city is started.</summary>
/// <param name="Data">Folder of files and of the embedded database.</param>
/// <param name="Demo">Demo people, demo authority, shown sign-ins; only on loopback.</param>
/// <param name="Address">Where the city is reached, for links in mail and on paper: <c>https://dichvu.haiphong.example</c>.</param>
public sealed record CityStart(CityFolder Folder, City City, Database Database, string Data, bool Demo, Uri Address)
{
    /// <summary>Where citizens sign in; null when that is not set up.</summary>
    public Access.OidcSettings? Oidc { get; init; }

    /// <summary>Systems outside that the city asks or hears from, by name.</summary>
    public IReadOnlyDictionary<string, Connection> Connections { get; init; } = new Dictionary<string, Connection>();

    /// <summary>Web servers in front of the city, elsewhere than on this machine, whose word for where a request came from is taken.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Whether programs of others may have news sent to private addresses, as where both stand in one network.</summary>
    public bool PrivateWebhooks { get; init; }

    /// <summary>The agencies' digital seals; null when no operator gave any.</summary>
    public SealSettings? Seals { get; init; }

    /// <summary>Root certificates of the authorities whose signatures on issued results are trusted.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];

    /// <summary>Where outgoing mail goes; null when none is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Where files are scanned for viruses; null when nobody scans them.</summary>
    public ClamdAddress? Clamd { get; init; }
}

public static class PlatformSetup
{
    public static void AddPlatform(this IServiceCollection services, CityStart start, IReadOnlyList<IModule> modules, IClock clock)
    {
        Columns.Register();
        services.AddSingleton(start);
        services.AddSingleton(start.City);
        services.AddSingleton(start.Folder);
        services.AddSingleton(start.Database);
        if (start.Mail is not null) services.AddSingleton(start.Mail);
        services.AddSingleton<PackProblems>();
        services.AddSingleton(clock);
        services.AddSingleton(modules);
        foreach (var module in modules) services.AddSingleton(module);
        services.AddSingleton<EventTypes>();
        services.AddSingleton<WakeUp>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<BulkLog>();
        services.AddSingleton<LogFeed>();
        services.AddScoped<QuietReaders>();
        services.AddSingleton<VerifyLog>();
        services.AddSingleton<Lease>();
        services.AddSingleton<Migrations>();
        services.AddSingleton<IBlobStore>(new BlobFolder(Path.Combine(start.Data, "files")));
        services.AddSingleton<VirusScan>();
        services.AddSingleton<IncomingFiles>();
        // One each: components of a page are drawn side by side, and a connection can do one thing at a time.
        services.AddTransient<CityDb>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<ReadLog>();
        services.AddHostedService<BackgroundRunner>();
        services.AddOperations();
        services.AddDataProtection().SetApplicationName("haidang");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new WebKeys(start.Database)));
        Policies.Add(services);
        RateLimits.Add(services);
        services.AddSingleton(LoadLimits.Usual);
        services.AddSingleton<LoadShedding>();
        foreach (var module in modules) module.Register(services);
    }

    /// <summary>Before everything that costs something: what is too much is turned away here.</summary>
    public static void UseLoadShedding(this IApplicationBuilder app)
    {
        var shedding = app.ApplicationServices.GetRequiredService<LoadShedding>();
        app.Use(next => http => shedding.Run(http, next));
    }

    public static void UsePlatform(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.UseRateLimiter();
    }
}
