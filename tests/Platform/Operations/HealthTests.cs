using HaiDang.Platform.Data;
using HaiDang.Platform.Operations;
using HaiDang.Platform.Operations.Backups;
using HaiDang.Testing;
using NodaTime;

namespace HaiDang.Platform.Tests.Operations;

public sealed class HealthTests
{
    [Theory, OnBothDatabases]
    internal async Task A_city_that_was_backed_up_and_keeps_up_is_well(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine, new Memory());
        Assert.Equal(HealthState.Poor, (await house.Get<Health>().Look()).State);
        await BackUp(house);
        house.Clock.Pass(Duration.FromMinutes(1));
        var report = await house.Get<Health>().Look();
        Assert.Equal((HealthState.Well, HealthState.Well, engine), (report.State, report.Backup.State, report.Database.Engine));
        Assert.Equal("memory", Assert.Single(report.Readers).Name);
    }

    [Theory, OnBothDatabases]
    internal async Task A_reader_that_stays_behind_and_an_old_backup_are_told(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine, new Memory());
        await BackUp(house);
        await house.Append("diary/a", 0, [new Noted(1), new Noted(2)]);
        Assert.Equal(HealthState.Well, (await house.Get<Health>().Look()).State);
        house.Clock.Pass(Duration.FromMinutes(6));
        var report = await house.Get<Health>().Look();
        Assert.Equal((HealthState.Poor, new ReaderHealth("memory", HealthState.Poor, 2, 360)), (report.State, report.Readers[0]));

        house.Clock.Pass(Duration.FromHours(48));
        Assert.Equal(HealthState.Poor, (await house.Get<Health>().Look()).Backup.State);
    }

    [Fact]
    public async Task A_city_that_cannot_write_its_files_is_down()
    {
        await using var house = await House.Open(DatabaseEngine.Sqlite);
        System.IO.Directory.Delete(house.Data);
        await File.WriteAllTextAsync(house.Data, "in the way");
        try
        {
            Assert.Equal(HealthState.Down, (await house.Get<Health>().Look()).Disk.State);
        }
        finally
        {
            File.Delete(house.Data);
            System.IO.Directory.CreateDirectory(house.Data);
        }
    }

    [Theory, OnBothDatabases]
    internal async Task A_city_without_its_database_is_down(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine, empty: true);
        var report = await house.Get<Health>().Look();
        Assert.Equal((HealthState.Down, HealthState.Down), (report.State, report.Database.State));
    }

    private static async Task BackUp(House house)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("haidang-backup-").FullName, "b.zip");
        Assert.True((await house.Get<BackupCity>().Run(file)).Ok);
        System.IO.Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
