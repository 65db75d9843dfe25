using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform.Tests;

/// <summary>The smallest module that writes to the log: a diary of somebody.</summary>
internal sealed class Diary(ILogReader? reader = null) : IModule
{
    public string Name => "diary";

    public IEnumerable<Type> Events => [typeof(Noted), typeof(Told)];

    public void Register(IServiceCollection services)
    {
        if (reader is not null) services.AddSingleton(reader);
    }
}

[EventName("diary.noted")]
internal sealed record Noted(int Number, string? Blob = null) : IEvent;

[EventName("diary.told")]
internal sealed record Told(int Number, [property: Personal] string? Secret) : IEvent;

/// <summary>A reader that remembers what it was given.</summary>
internal sealed class Memory : ILogReader
{
    public string Name => "memory";

    public List<LoggedEvent> Taken { get; } = [];

    public int Forgotten { get; private set; }

    public IReadOnlyList<Type> Reads { get; init; } = [typeof(Noted), typeof(Told)];

    public Task Take(CityTransaction transaction, IReadOnlyList<LoggedEvent> lines, CancellationToken stop)
    {
        Taken.AddRange(lines);
        return Task.CompletedTask;
    }

    public Task Forget(CityTransaction transaction, CancellationToken stop)
    {
        Forgotten++;
        Taken.Clear();
        return Task.CompletedTask;
    }
}
