using HaiDang.Ui.Tests.Gallery;

namespace HaiDang.Ui.Tests;

public sealed class GalleryFixture : IAsyncLifetime
{
    private GalleryHost host = null!;

    /// <summary>Asks the gallery; keeps cookies, follows no redirection.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        host = await GalleryHost.Start();
        Http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(host.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }
}
