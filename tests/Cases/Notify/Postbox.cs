using System.Net;
using System.Net.Sockets;
using System.Text;
using HaiDang.Platform;

namespace HaiDang.Cases.Tests.Notify;

/// <summary>A mail server that keeps what it is given, or refuses everything.</summary>
internal sealed class Postbox : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;
    private readonly List<string> mails = [];

    public Postbox()
    {
        listener.Start();
        serving = Serve();
    }

    public bool Refuses { get; set; }

    public MailSettings Settings => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, null, null, "khong-tra-loi@thi-tran.example");

    public IReadOnlyList<string> Mails
    {
        get { lock (mails) return [.. mails]; }
    }

    public IEnumerable<string> Ids => Mails.Select(m => m.Split('\n').First(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).Trim());

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                await Talk(client);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 postbox");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(closing.Token) is { } part && part != ".") mail.Append(part).Append('\n');
                lock (mails) mails.Add(mail.ToString());
                await writer.WriteLineAsync("250 kept");
            }
            else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Refuses) await writer.WriteLineAsync("550 nobody here");
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else await writer.WriteLineAsync("250 ok");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving;
        listener.Dispose();
        closing.Dispose();
    }
}
