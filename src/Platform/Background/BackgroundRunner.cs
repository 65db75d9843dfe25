using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HaiDang.Platform.Background;

/// <summary>Work that nobody waits for: done on one node at a time, again and again.</summary>
public interface IBackgroundWork
{
    string Name { get; }
    TimeSpan Every { get; }

    /// <summary>One round. It ends by itself; what is left is done in the next round.</summary>
    Task Run(CancellationToken stop);
}

/// <summary>Runs every reader of the log and every background work, each elected by name; a failing one is tried again later.</summary>
internal sealed partial class BackgroundRunner(IServiceScopeFactory scopes, Lease lease, LogFeed feed, WakeUp wake, ILogger<BackgroundRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan ReaderLook = TimeSpan.FromSeconds(2), Gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var scope = scopes.CreateScope();
        var loops = new List<Task>();
        foreach (var name in scope.ServiceProvider.GetServices<ILogReader>().Select(r => r.Name))
            loops.Add(Loop(name, (services, stop) => feed.CatchUp(services.GetRequiredService<CityDb>(),
                services.GetServices<ILogReader>().First(r => r.Name == name), stop), UntilMoreIsWritten, stoppingToken));
        foreach (var (name, every) in scope.ServiceProvider.GetServices<IBackgroundWork>().Select(w => (w.Name, w.Every)))
            loops.Add(Loop(name, (services, stop) =>
                services.GetServices<IBackgroundWork>().First(w => w.Name == name).Run(stop), stop => () => Task.Delay(every, stop), stoppingToken));
        return Task.WhenAll(loops);
    }

    /// <summary>Begins to listen before the round, so that nothing is missed during it; what comes close together is read together.</summary>
    private Func<Task> UntilMoreIsWritten(CancellationToken stop)
    {
        var woken = wake.Wait(ReaderLook, stop);
        return async () =>
        {
            await woken;
            await Task.Delay(Gather, stop);
        };
    }

    /// <param name="rest">Asked before each round; what it gives is awaited after it.</param>
    private async Task Loop(string name, Func<IServiceProvider, CancellationToken, Task> round, Func<CancellationToken, Func<Task>> rest, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var pause = rest(stop);
                using (var scope = scopes.CreateScope())
                {
                    if (await lease.Take(scope.ServiceProvider.GetRequiredService<CityDb>(), name, stop))
                        await round(scope.ServiceProvider, stop);
                }
                await pause();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Failed(error, name);
                await Task.Delay(AfterFailure, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Name} failed and will be tried again")]
    private partial void Failed(Exception error, string name);
}
