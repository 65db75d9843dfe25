using System.Security.Cryptography;
using System.Text;
using Dapper;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using HaiDang.Platform.Operations.Backups;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Operations;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("haidang-backup-").FullName;

    private string BackupFile => Path.Combine(folder, "backup.zip");

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Theory, OnBothDatabases]
    internal async Task Backup_and_restore_lose_nothing(DatabaseEngine engine)
    {
        await using var house = await Lived(engine);
        var made = await house.Get<BackupCity>().Run(BackupFile);
        Assert.True(made.Ok, made.Problems.FirstOrDefault()?.ToString());
        Assert.Equal(3, made.Value.Files);

        await using var again = await House.Open(engine, empty: true);
        var restored = await again.Get<RestoreCity>().Run(BackupFile);
        Assert.True(restored.Ok, restored.Problems.FirstOrDefault()?.ToString());
        Assert.Equal(await Everything(house), await Everything(again));
        foreach (var blob in house.Get<IBlobStore>().All())
            Assert.Equal(await house.Get<IBlobStore>().Read(blob), await again.Get<IBlobStore>().Read(blob));
        Assert.Empty((await again.Get<VerifyLog>().Run()).Faults);
        Assert.Equal(new Told(3, "Trần Thị \"Kín\"\t\\N\nđáo"), (await again.Stream("diary/b"))[0].Event);
    }

    [Theory, OnBothDatabases]
    internal async Task Life_goes_on_after_a_restore(DatabaseEngine engine)
    {
        await using var house = await Lived(engine);
        await house.Get<BackupCity>().Run(BackupFile);
        var memory = new Memory();
        await using var again = await House.Open(engine, memory, empty: true);
        await again.Get<RestoreCity>().Run(BackupFile);

        Assert.True(await again.Append("diary/a", 2, [new Noted(7)]));
        Assert.True(await again.Append("diary/new", 0, [new Noted(8)]));
        for (var tries = 0; memory.Taken.Count < 5 && tries < 100; tries++)
        {
            await using var db = again.Db();
            await again.Get<LogFeed>().CatchUp(db, memory);
            await Task.Delay(20);
        }
        Assert.Equal([1, 2, 3, 7, 8], memory.Taken.Select(l => l.Event is Noted n ? n.Number : ((Told)l.Event!).Number));
        Assert.Empty((await again.Get<VerifyLog>().Run()).Faults);
    }

    [Theory, OnBothDatabases]
    internal async Task A_backup_of_a_city_at_work_is_one_moment_of_it(DatabaseEngine engine)
    {
        await using var house = await House.Open(engine);
        using var enough = new CancellationTokenSource();
        var committed = 0;
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
            {
                var blob = await house.Get<IBlobStore>().Put(Encoding.UTF8.GetBytes($"{writer}/{n}"));
                Assert.True(await house.Append($"diary/{writer}", n, [new Noted(n, blob.Hash)]));
                Interlocked.Increment(ref committed);
            }
        })).ToArray();
        while (Volatile.Read(ref committed) < 40) await Task.Delay(5);
        var before = Volatile.Read(ref committed);
        var made = await house.Get<BackupCity>().Run(BackupFile);
        var afterwards = Volatile.Read(ref committed);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        Assert.True(made.Ok);

        await using var again = await House.Open(engine, empty: true);
        Assert.True((await again.Get<RestoreCity>().Run(BackupFile)).Ok);
        var report = await again.Get<VerifyLog>().Run();
        Assert.Empty(report.Faults);
        Assert.InRange(report.Events, before, afterwards + 3);
        for (var writer = 0; writer < 3; writer++)
            foreach (var line in await again.Stream($"diary/{writer}"))
                Assert.True(again.Get<IBlobStore>().Has(((Noted)line.Event!).Blob!), $"the file of {line.Stream} {line.Version} is in the backup");
    }

    [Theory, OnBothDatabases]
    internal async Task A_restore_overwrites_nothing(DatabaseEngine engine)
    {
        await using var house = await Lived(engine);
        await house.Get<BackupCity>().Run(BackupFile);
        Assert.Equal("platform.backup-file-exists", (await house.Get<BackupCity>().Run(BackupFile)).Problems[0].Type.Code);
        Assert.Equal("platform.restore-data-exists", (await house.Get<RestoreCity>().Run(BackupFile)).Problems[0].Type.Code);

        await using var inUse = await House.Open(engine);
        Assert.Equal("platform.restore-database-exists", (await inUse.Get<RestoreCity>().Run(BackupFile)).Problems[0].Type.Code);
        Assert.Equal(0, await inUse.One<long>("select count(*) from platform_event"));
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(inUse.Data));
    }

    [Fact]
    public async Task A_backup_of_another_kind_of_database_is_refused()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "HAIDANG_TEST_POSTGRES names no PostgreSQL server");
        await using var house = await Lived(DatabaseEngine.Sqlite);
        await house.Get<BackupCity>().Run(BackupFile);
        await using var other = await House.Open(DatabaseEngine.Postgres, empty: true);
        Assert.Equal("platform.backup-other-engine", (await other.Get<RestoreCity>().Run(BackupFile)).Problems[0].Type.Code);
    }

    [Fact]
    public async Task A_damaged_or_foreign_file_is_refused_and_restores_nothing()
    {
        await using var house = await Lived(DatabaseEngine.Sqlite);
        await house.Get<BackupCity>().Run(BackupFile);
        var whole = await File.ReadAllBytesAsync(BackupFile);
        var wanted = await Everything(house);
        var random = new Random(11);
        var damaged = Path.Combine(folder, "damaged.zip");
        for (var round = 0; round < 40; round++)
        {
            var bytes = (byte[])whole.Clone();
            if (round % 4 == 0) bytes = bytes[..random.Next(bytes.Length)];
            else bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(damaged, bytes);
            await using var again = await House.Open(DatabaseEngine.Sqlite, empty: true);
            var restored = await again.Get<RestoreCity>().Run(damaged);
            if (restored.Ok) Assert.Equal(wanted, await Everything(again)); // only a date or a name's flag of the archive was hit
            else Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(again.Data));
        }
        await File.WriteAllTextAsync(damaged, "not a zip");
        await using var empty = await House.Open(DatabaseEngine.Sqlite, empty: true);
        Assert.Equal("platform.backup-unreadable", (await empty.Get<RestoreCity>().Run(damaged)).Problems[0].Type.Code);
        Assert.Equal("platform.backup-unreadable", (await empty.Get<RestoreCity>().Run(Path.Combine(folder, "nothing"))).Problems[0].Type.Code);
    }

    [Fact]
    public async Task A_file_that_the_disk_has_damaged_is_named()
    {
        await using var house = await Lived(DatabaseEngine.Sqlite);
        var blob = house.Get<IBlobStore>().All().Order(StringComparer.Ordinal).First();
        await File.AppendAllTextAsync(Path.Combine(house.Data, "files", blob[..2], blob), "!");
        Assert.Equal([blob], (await house.Get<BackupCity>().Run(BackupFile)).Value.Damaged);
    }

    [Fact]
    public async Task Only_its_owner_may_read_a_backup_and_nothing_else_is_left_beside_it()
    {
        await using var house = await Lived(DatabaseEngine.Sqlite);
        await house.Get<BackupCity>().Run(BackupFile);
        Assert.Equal([BackupFile], System.IO.Directory.EnumerateFiles(folder));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupFile));
        Assert.Equal("platform.backup-no-folder", (await house.Get<BackupCity>().Run(Path.Combine(folder, "no", "where.zip"))).Problems[0].Type.Code);
    }

    private static async Task<House> Lived(DatabaseEngine engine)
    {
        var house = await House.Open(engine);
        var blobs = house.Get<IBlobStore>();
        var first = await blobs.Put(RandomNumberGenerator.GetBytes(100_000));
        await blobs.Put([]);
        await blobs.Put(Encoding.UTF8.GetBytes("giấy tờ"));
        await house.Append("diary/a", 0, [new Noted(1, first.Hash), new Noted(2)]);
        await house.Append("diary/b", 0, [new Told(3, "Trần Thị \"Kín\"\t\\N\nđáo")], subject: "person/b");
        await house.Execute("insert into platform_reader(name, position, at, trouble) values ('x', 1, @at, null)", new { at = house.Clock.GetCurrentInstant() });
        await house.Execute("insert into platform_reading(at, actor, actor_name, subject, thing, purpose) values (@at, 'official:1', 'Lê Thị Ân', 's', 't', 'xem hồ sơ; \"lý do\"')",
            new { at = house.Clock.GetCurrentInstant() });
        return house;
    }

    /// <summary>Every row of every table as text, but for what a restore makes anew: PostgreSQL's numbers of transactions.</summary>
    private static async Task<IReadOnlyList<string>> Everything(House house)
    {
        await using var connection = await house.Database.Open();
        var tables = await connection.QueryAsync<string>(house.Database.Pick(
            "select name from sqlite_master where type='table' and name not like 'sqlite_%' and name <> 'platform_backup' order by name",
            "select relname from pg_class where relnamespace=current_schema()::regnamespace and relkind='r' and relname <> 'platform_backup' order by relname"));
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var reader = await connection.ExecuteReaderAsync($"select * from {table}");
            var own = new List<string>();
            while (await reader.ReadAsync())
                own.Add(table + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "tx")
                    .Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
            rows.AddRange(own.Order(StringComparer.Ordinal));
        }
        Assert.Contains(rows, r => r.StartsWith("platform_event", StringComparison.Ordinal));
        return rows;
    }
}
