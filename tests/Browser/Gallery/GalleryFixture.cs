using HaiDang.Ui.Tests.Gallery;

namespace HaiDang.Browser.Tests.Gallery;

/// <summary>The gallery of the design system, started once for its tests.</summary>
public sealed class GalleryFixture : IAsyncLifetime
{
    private GalleryHost host = null!;

    public string Address => host.Address;

    public async ValueTask InitializeAsync() => host = await GalleryHost.Start();

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
