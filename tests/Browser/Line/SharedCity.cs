using HaiDang.Browser.Tests;

[assembly: AssemblyFixture(typeof(SharedCity))]

namespace HaiDang.Browser.Tests;

/// <summary>
/// The demo city on the embedded database that all stories walk, each with cases of its own: filling a demo takes longer than most
/// walks. It starts with the first story that asks for it.
/// </summary>
public sealed class SharedCity : IAsyncDisposable
{
    private readonly Lazy<Task<LineCity>> city = new(() => LineCity.Starts());

    public Task<LineCity> Opens() => city.Value;

    public async ValueTask DisposeAsync()
    {
        if (city.IsValueCreated) await (await city.Value).DisposeAsync();
    }
}
