using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HaiDang.Platform.Files.Scanning;

/// <summary>Where clamd listens: <c>/run/clamav/clamd.ctl</c> or <c>host:3310</c>.</summary>
public sealed record ClamdAddress
{
    private const int UsualPort = 3310;

    private ClamdAddress(string? path, string? host, int port) => (Path, Host, Port) = (path, host, port);

    public string? Path { get; }
    public string? Host { get; }
    public int Port { get; }

    /// <summary>Null when the text names neither an absolute path nor a host with an optional port.</summary>
    public static ClamdAddress? Parse(string text)
    {
        if (text.StartsWith('/')) return new ClamdAddress(text, null, 0);
        if (text.StartsWith("unix:/", StringComparison.Ordinal)) return new ClamdAddress(text["unix:".Length..], null, 0);
        var colon = text.LastIndexOf(':');
        var host = (colon < 0 ? text : text[..colon]).Trim('[', ']');
        var port = UsualPort;
        if (colon >= 0 && !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port)) return null;
        return Uri.CheckHostName(host) != UriHostNameType.Unknown && port is > 0 and < 65536 ? new ClamdAddress(null, host, port) : null;
    }

    public override string ToString() => Path ?? $"{Host}:{Port}";

    internal async Task<Socket> Connect(CancellationToken stop)
    {
        var socket = Path is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(Path is null ? new DnsEndPoint(Host!, Port) : new UnixDomainSocketEndPoint(Path), stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
