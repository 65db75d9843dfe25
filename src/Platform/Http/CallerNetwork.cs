using System.Net;
using System.Net.Sockets;

namespace HaiDang.Platform.Http;

/// <summary>Where a caller is counted: its IPv4 address, or the half of its IPv6 address that is its network's, since of the other half it has as many as it likes.</summary>
public static class CallerNetwork
{
    private const int NetworkBytes = 8;

    public static string Of(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]) + "/64",
        _ => address.ToString(),
    };
}
