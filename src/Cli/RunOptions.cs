using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Files.Scanning;

namespace HaiDang.Cli;

/// <summary>What a city that runs needs to know beyond where it is kept.</summary>
internal sealed class RunOptions
{
    public Option<int> Port { get; } = new("--port") { Description = "Cổng / port", DefaultValueFactory = _ => 5080 };
    public Option<Uri?> Address { get; } = new("--address") { Description = "Địa chỉ công khai, dùng trong thư và trên giấy / public address, for mail and paper", CustomParser = WebAddress };
    public Option<bool> Demo { get; } = new("--demo") { Description = "Người dùng và hồ sơ mẫu, chỉ trên máy này / demo people and cases, on loopback only" };
    public Option<Uri?> OidcAuthority { get; } = new("--oidc-authority") { Description = "Nơi người dân đăng nhập (OpenID Connect) / where citizens sign in (HAIDANG_OIDC_AUTHORITY)", CustomParser = WebAddress };
    public Option<string?> OidcClientId { get; } = new("--oidc-client-id") { Description = "Mã ứng dụng tại nơi đăng nhập / client id there; haidang unless said (HAIDANG_OIDC_CLIENT_ID)" };
    public Option<string?> OidcClientSecret { get; } = new("--oidc-client-secret") { Description = "Khóa ứng dụng; nên đặt bằng HAIDANG_OIDC_CLIENT_SECRET / client secret; better set by the variable" };
    public Option<string?> Smtp { get; } = new("--smtp") { Description = "Máy chủ thư đi host:port; không có thì không gửi thư / outgoing mail server; without it none is sent (HAIDANG_SMTP, HAIDANG_SMTP_USER, HAIDANG_SMTP_PASSWORD)" };
    public Option<string?> From { get; } = new("--from") { Description = "Địa chỉ người gửi của thư / sender of mail (HAIDANG_FROM)" };

    public Option<string?> Clamd { get; } = new("--clamd") { Description = "Nơi quét vi-rút: /run/clamav/clamd.ctl hoặc host:3310; không có thì tệp không được quét / where files are scanned for viruses; without it they are not (HAIDANG_CLAMD)" };

    public Option<string[]> Connections { get; } = new("--connection") { Description = "Hệ thống bên ngoài: tên=địa chỉ; khóa chung ở HAIDANG_CONNECTION_TÊN_SECRET / a system outside: name=url; its secret in HAIDANG_CONNECTION_NAME_SECRET" };
    public Option<string?> Seals { get; } = new("--seals") { Description = "Thư mục con dấu số đơn-vị.p12; mật khẩu ở HAIDANG_SEALS_PASSPHRASE / folder of the agencies' seals unit.p12; passphrase in HAIDANG_SEALS_PASSPHRASE" };

    public Option<string[]> Trust { get; } = new("--trust") { Description = "Chứng thư gốc của tổ chức chứng thực chữ ký số được tin cậy (.cer, .pem); lặp lại cho từng tệp / root certificate of a trusted signing authority; repeat it for each" };

    public Option<IPAddress[]> Proxies { get; } = new("--proxy") { Description = "Địa chỉ máy chủ web đứng trước ở máy khác, được tin về nơi gửi; lặp lại cho từng máy / address of a web server in front on another machine, believed about where requests come from; repeat it for each", CustomParser = Addresses };

    public Option<bool> PrivateWebhooks { get; } = new("--private-webhooks") { Description = "Cho phép gửi tin đến địa chỉ mạng nội bộ / let news of cases be sent to private addresses" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Port, Address, Demo, OidcAuthority, OidcClientId, OidcClientSecret, Smtp, From, Clamd, Connections, Seals, Trust, Proxies, PrivateWebhooks]) command.Options.Add(option);
    }

    /// <summary>The start with these options, or null after a problem was printed.</summary>
    public CityStart? Complete(CityStart start, ParseResult parsed)
    {
        var address = parsed.GetValue(Address) ?? new Uri($"http://localhost:{parsed.GetRequiredValue(Port)}");
        var smtp = parsed.GetValue(Smtp) ?? Environment.GetEnvironmentVariable("HAIDANG_SMTP");
        MailSettings? mail = null;
        if (!string.IsNullOrEmpty(smtp) && (mail = Mail(smtp, parsed.GetValue(From) ?? Environment.GetEnvironmentVariable("HAIDANG_FROM") ?? $"khong-tra-loi@{address.Host}")) is null)
        {
            Console.Error.WriteLine($"--smtp '{smtp}': viết như mail.example:587 / write it like mail.example:587");
            return null;
        }
        ClamdAddress? clamd = null;
        if ((parsed.GetValue(Clamd) ?? Environment.GetEnvironmentVariable("HAIDANG_CLAMD")) is { Length: > 0 } scanner && (clamd = ClamdAddress.Parse(scanner)) is null)
        {
            Console.Error.WriteLine($"--clamd '{scanner}': viết như /run/clamav/clamd.ctl hoặc 127.0.0.1:3310 / write it like /run/clamav/clamd.ctl or 127.0.0.1:3310");
            return null;
        }
        if (OutsideOptions.Connections(parsed.GetValue(Connections) ?? []) is not { } connections) return null;
        if (!OutsideOptions.Seals(parsed.GetValue(Seals), out var seals)) return null;
        if (OutsideOptions.Trusted(parsed.GetValue(Trust) ?? []) is not { } trusted) return null;
        return start with { PrivateWebhooks = parsed.GetValue(PrivateWebhooks), Proxies = parsed.GetValue(Proxies) ?? [], TrustedRoots = trusted, Connections = connections, Seals = seals, Clamd = clamd, Demo = parsed.GetValue(Demo), Address = address, Oidc = Oidc(parsed), Mail = mail };
    }

    private OidcSettings? Oidc(ParseResult parsed)
    {
        var authority = parsed.GetValue(OidcAuthority)
            ?? (Uri.TryCreate(Environment.GetEnvironmentVariable("HAIDANG_OIDC_AUTHORITY"), UriKind.Absolute, out var named) ? named : null);
        var client = parsed.GetValue(OidcClientId) ?? Environment.GetEnvironmentVariable("HAIDANG_OIDC_CLIENT_ID") ?? "haidang";
        return authority is null ? null
            : new OidcSettings(authority, client, parsed.GetValue(OidcClientSecret) ?? Environment.GetEnvironmentVariable("HAIDANG_OIDC_CLIENT_SECRET"));
    }

    private static MailSettings? Mail(string smtp, string from)
    {
        var colon = smtp.LastIndexOf(':');
        return colon > 0 && int.TryParse(smtp.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? new MailSettings(smtp[..colon].Trim('[', ']'), port, Environment.GetEnvironmentVariable("HAIDANG_SMTP_USER"), Environment.GetEnvironmentVariable("HAIDANG_SMTP_PASSWORD"), from)
            : null;
    }

    private static IPAddress[] Addresses(ArgumentResult argument)
    {
        var read = new List<IPAddress>();
        foreach (var token in argument.Tokens)
            if (IPAddress.TryParse(token.Value, out var address)) read.Add(address);
            else argument.AddError($"'{token.Value}' không phải địa chỉ IP; viết như 10.0.0.5 / is no IP address; write it like 10.0.0.5");
        return [.. read];
    }

    internal static Uri WebAddress(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        argument.AddError($"'{text}' không phải địa chỉ web; viết như https://dichvu.example / is no web address; write it like https://dichvu.example");
        return new Uri("http://localhost");
    }
}
