using HaiDang.Platform;
using HaiDang.Platform.Files.Scanning;
using HaiDang.Stories;
using HaiDang.Testing;

namespace HaiDang.Hostile.Tests;

/// <summary>The small town, whose market asks for the papers of a cart in any kind that the city knows, with clamd where it is installed.</summary>
public sealed class FileTown() : City(new InFile())
{
    private readonly string pack = System.IO.Directory.CreateTempSubdirectory("haidang-pack-").FullName;
    private RealClamd? clamd;

    public bool Scans => clamd is not null;

    protected override string Pack => Path.Combine(pack, "thi-tran");

    protected override CityStart With(CityStart start) => start with { Clamd = clamd is null ? null : ClamdAddress.Parse(clamd.Address) };

    public override async ValueTask InitializeAsync()
    {
        Packs.Copy(Path.Combine(AppContext.BaseDirectory, "cities", "thi-tran"), Pack);
        Packs.Change(Path.Combine(Pack, "services", "cho-ban-hang", "form.json"), "\"accept\": \".jpg,.jpeg,.png\",\n          \"multiple\": false", "\"accept\": \".jpg,.png,.webp,.pdf,.docx,.zip\",\n          \"multiple\": true");
        if (RealClamd.Missing is null) clamd = await RealClamd.Open();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (clamd is not null) await clamd.DisposeAsync();
        System.IO.Directory.Delete(pack, recursive: true);
    }
}
