using System.Net;
using System.Net.Sockets;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using HaiDang.Platform.Files;
using HaiDang.Platform.Files.Scanning;
using HaiDang.Platform.Operations;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Files;

public sealed class ClamdTests
{
    [Theory]
    [InlineData("/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    [InlineData("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    [InlineData("quet.example:3310", "quet.example:3310")]
    [InlineData("quet.example", "quet.example:3310")]
    [InlineData("[::1]:99", "::1:99")]
    [InlineData("quet.example:0", null)]
    [InlineData("quet.example:x", null)]
    [InlineData("", null)]
    [InlineData("clamd.ctl/x", null)]
    public void An_address_is_a_path_or_a_host(string text, string? read) => Assert.Equal(read, ClamdAddress.Parse(text)?.ToString());

    [Fact]
    public async Task A_real_clamd_finds_the_test_virus_and_nothing_in_a_paper()
    {
        Assert.SkipWhen(RealClamd.Missing is not null, RealClamd.Missing ?? "");
        await using var clamd = await RealClamd.Open(mostBytes: 1_000_000);
        await using var house = await House.Open(DatabaseEngine.Sqlite, clamd: ClamdAddress.Parse(clamd.Address));
        var scan = house.Get<VirusScan>();
        Assert.Equal(new ScanAnswer(ScanState.Clean), await Of(scan, SampleFiles.Pdf()));
        Assert.Equal(new ScanAnswer(ScanState.Clean), await Of(scan, new byte[900_000]));
        Assert.Equal(ScanState.Infected, (await Of(scan, SampleFiles.Eicar())).State);
        Assert.StartsWith("Eicar-Test-Signature", (await Of(scan, SampleFiles.Eicar())).Found, StringComparison.Ordinal);
        Assert.Equal(new ScanAnswer(ScanState.NoAnswer), await Of(scan, new byte[5_000_000]));
        var health = (await house.Get<Health>().Look()).Scanner;
        Assert.Equal(HealthState.Well, health.State);
        Assert.StartsWith("ClamAV", health.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_virus_in_a_document_is_refused_at_the_door()
    {
        Assert.SkipWhen(RealClamd.Missing is not null, RealClamd.Missing ?? "");
        await using var clamd = await RealClamd.Open();
        await using var house = await House.Open(DatabaseEngine.Sqlite, clamd: ClamdAddress.Parse(clamd.Address));
        var incoming = house.Get<IncomingFiles>();
        var infected = await incoming.Take("papers", FileKind.All, "don.docx", new MemoryStream(SampleFiles.Docx(("word/media/a.bin", SampleFiles.Eicar()))), default);
        Assert.Equal(FileProblems.Infected, Assert.Single(infected.Problems).Type);
        Assert.Empty(house.Get<IBlobStore>().All());
        var clean = await incoming.Take("papers", FileKind.All, "don.docx", new MemoryStream(SampleFiles.Docx()), default);
        Assert.True(clean.Value.Scanned);
    }

    [Fact]
    public async Task Without_a_scanner_a_file_is_taken_and_nobody_calls_it_clean()
    {
        await using var house = await House.Open(DatabaseEngine.Sqlite);
        var taken = await house.Get<IncomingFiles>().Take("papers", FileKind.Shown, "a.pdf", new MemoryStream(SampleFiles.Pdf()), default);
        Assert.False(taken.Value.Scanned);
        var health = (await house.Get<Health>().Look()).Scanner;
        Assert.Equal(HealthState.Poor, health.State);
        Assert.Contains("unscanned", health.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("stream: OK")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: OKAY\0")]
    public async Task A_scanner_that_answers_anything_but_yes_lets_nothing_through(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
                client.Client.Shutdown(SocketShutdown.Send);
                await client.GetStream().CopyToAsync(Stream.Null);
            }
        });
        await using var house = await House.Open(DatabaseEngine.Sqlite, clamd: ClamdAddress.Parse($"127.0.0.1:{port}"));
        await IsRefused(house);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_lets_nothing_through_and_health_says_so()
    {
        await using var house = await House.Open(DatabaseEngine.Sqlite, clamd: ClamdAddress.Parse("/nowhere/clamd.ctl"));
        await IsRefused(house);
        var report = await house.Get<Health>().Look();
        Assert.Equal((HealthState.Poor, HealthState.Poor), (report.State, report.Scanner.State));
    }

    private static async Task IsRefused(House house)
    {
        var taken = await house.Get<IncomingFiles>().Take("papers", FileKind.Shown, "a.pdf", new MemoryStream(SampleFiles.Pdf()), default);
        Assert.Equal(FileProblems.CannotScan, Assert.Single(taken.Problems).Type);
        Assert.Empty(house.Get<IBlobStore>().All());
    }

    private static Task<ScanAnswer> Of(VirusScan scan, byte[] content) => scan.Scan(new MemoryStream(content), TestContext.Current.CancellationToken);
}
