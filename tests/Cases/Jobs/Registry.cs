using System.Collections.Concurrent;
using System.Net;
using System.Text;
using HaiDang.Platform;
using NodaTime;

namespace HaiDang.Cases.Tests.Jobs;

/// <summary>A system outside that keeps books: what was asked under one key is one entry, however often it is asked.</summary>
internal sealed class Registry : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task loop;
    private readonly Func<Instant> now;

    public Registry(Func<Instant> now)
    {
        this.now = now;
        for (var tries = 0; ; tries++)
        {
            var port = Random.Shared.Next(20_000, 60_000);
            listener.Prefixes.Clear();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            Address = new Uri($"http://127.0.0.1:{port}/books");
            try
            {
                listener.Start();
                break;
            }
            catch (HttpListenerException) when (tries < 20)
            {
                // taken: another port
            }
        }
        loop = Task.Run(Listen);
    }

    public Uri Address { get; }

    /// <summary>What comes next: a status each, then 200.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();
    public ConcurrentDictionary<string, string> Entries { get; } = new();
    public ConcurrentQueue<string> Calls { get; } = new();
    public bool AllSigned { get; private set; } = true;

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await listener.GetContextAsync();
            }
            catch (Exception)
            {
                return;
            }
            using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var key = call.Request.Headers["Idempotency-Key"] ?? "";
            Calls.Enqueue($"{call.Request.Url!.AbsolutePath} {body}");
            AllSigned &= new Connection(Address, Port.Secret).Verify(call.Request.Headers[Connection.Header], body, now());
            var status = Statuses.TryDequeue(out var next) ? next : 200;
            if (status == 200) Entries.TryAdd(key, body);
            call.Response.StatusCode = status;
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(status == 200 ? "{\"known\":true}" : "no"));
            call.Response.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await loop;
    }
}
