using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace HaiDang.Platform.Http;

/// <summary>An address that others gave leads into our own network.</summary>
public sealed class NotOutsideException(string host) : IOException($"{host} is not an address outside.");

/// <summary>
/// Connects only to public addresses, so that nobody can make the city knock at doors behind its own wall. What is connected to is the
/// very address that was looked at: a name that answers otherwise a moment later changes nothing.
/// </summary>
/// <param name="anywhere">The operator allowed private addresses.</param>
/// <param name="loopback">This machine itself, as in a demo.</param>
public sealed class OutsideOnly(bool anywhere, bool loopback)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var end = context.DnsEndPoint;
        var found = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, stop);
        if (found.Length == 0 || !found.All(Allows)) throw new NotOutsideException(end.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, end.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public bool Allows(IPAddress address) => anywhere || (loopback && IPAddress.IsLoopback(address)) || IsPublic(address);

    /// <summary>Whether an address is neither of this machine, of a private network, of a link, nor of a special use (IANA registries, RFC 6890).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var b = address.GetAddressBytes();
        if (b.Length == 4)
            return b switch
            {
                [0 or 10 or 127, ..] or [>= 224, ..] => false,
                [100, >= 64 and <= 127, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] => false,
                [192, 0, 0 or 2, _] or [192, 88, 99, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
                _ => true,
            };
        // Only global unicast is outside, and of it neither tunnels that carry another address nor documentation.
        return b is [>= 0x20 and <= 0x3F, ..] and not [0x20, 0x02, ..] and not [0x20, 0x01, <= 0x01, ..] and not [0x20, 0x01, 0x0D, 0xB8, ..] and not [0x3F, 0xFF, <= 0x0F, ..];
    }
}
