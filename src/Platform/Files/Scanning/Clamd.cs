using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace HaiDang.Platform.Files.Scanning;

/// <summary>Speaks with clamd (man clamd, "COMMANDS"): a command ended by a zero, content in chunks led by their length, an answer ended by a zero.</summary>
internal sealed class Clamd(ClamdAddress address)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60), MostTimeToAnswer = TimeSpan.FromSeconds(5);
    private const int Chunk = 1 << 16, LongestAnswer = 4096;

    /// <summary>clamd's version, and that of its signatures: <c>ClamAV 1.4.3/27812/Fri Nov 20 09:11:02 2026</c>.</summary>
    /// <exception cref="IOException">clamd cannot be reached or breaks off.</exception>
    public Task<string> Version(CancellationToken stop) => Ask("VERSION", null, MostTimeToAnswer, stop);

    /// <summary>clamd's answer on a content: <c>stream: OK</c>, <c>stream: Name FOUND</c>, or words that end with <c>ERROR</c>.</summary>
    /// <exception cref="IOException">clamd cannot be reached or breaks off.</exception>
    public Task<string> Scan(Stream content, CancellationToken stop) => Ask("INSTREAM", content, MostTime, stop);

    private async Task<string> Ask(string command, Stream? content, TimeSpan most, CancellationToken stop)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(stop);
        inTime.CancelAfter(most);
        try
        {
            using var socket = await address.Connect(inTime.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"z{command}\0"), inTime.Token);
            if (content is not null) await Send(content, stream, inTime.Token);
            return await Answer(stream, inTime.Token);
        }
        catch (SocketException error)
        {
            throw new IOException($"clamd at {address}: {error.SocketErrorCode}", error);
        }
        catch (OperationCanceledException error) when (!stop.IsCancellationRequested)
        {
            throw new IOException($"clamd at {address} took too long", error);
        }
    }

    private static async Task Send(Stream content, NetworkStream stream, CancellationToken stop)
    {
        var buffer = new byte[4 + Chunk];
        try
        {
            for (int read; (read = await content.ReadAsync(buffer.AsMemory(4), stop)) > 0;)
            {
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await stream.WriteAsync(buffer.AsMemory(0, 4 + read), stop);
            }
            await stream.WriteAsync(new byte[4], stop);
        }
        catch (IOException error) when (error.InnerException is SocketException)
        {
            // It has heard enough, for example more than it may take; its answer says so.
        }
    }

    private static async Task<string> Answer(NetworkStream stream, CancellationToken stop)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        for (int read; length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), stop)) > 0;)
        {
            length += read;
            if (answer[length - 1] == 0) return Encoding.UTF8.GetString(answer, 0, length - 1);
        }
        throw new IOException("clamd broke off its answer");
    }
}
