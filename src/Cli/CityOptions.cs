using System.CommandLine;
using System.CommandLine.Parsing;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;

namespace HaiDang.Cli;

/// <summary>The options by which every command finds its city: the folder, the data, the database.</summary>
internal sealed class CityOptions
{
    public Option<string> City { get; } = new("--city") { Description = "Thư mục thành phố / the city's folder", Required = true };
    public Option<string?> Data { get; } = new("--data") { Description = "Nơi giữ tệp và cơ sở dữ liệu nhúng (mặc định .data/<city>) / where files and the embedded database are kept" };
    public Option<string?> Postgres { get; } = new("--postgres") { Description = "Chuỗi kết nối PostgreSQL / a PostgreSQL connection string" };
    public Option<Uri> Address { get; } = new("--address") { Description = "Địa chỉ công khai, dùng trong thư và trên giấy / public address, for mail and paper", DefaultValueFactory = _ => new Uri("http://localhost:5080"), CustomParser = WebAddress };
    public Option<bool> Demo { get; } = new("--demo") { Description = "Người dùng và hồ sơ mẫu, chỉ trên máy này / demo people and cases, on loopback only" };

    public Option<Uri?> OidcAuthority { get; } = new("--oidc-authority") { Description = "Nơi người dân đăng nhập (OpenID Connect) / where citizens sign in", CustomParser = WebAddress };
    public Option<string?> OidcClientId { get; } = new("--oidc-client-id") { Description = "Mã ứng dụng tại nơi đăng nhập / client id there; haidang unless said (HAIDANG_OIDC_CLIENT_ID)" };
    public Option<string?> OidcClientSecret { get; } = new("--oidc-client-secret") { Description = "Khóa ứng dụng; nên đặt bằng HAIDANG_OIDC_CLIENT_SECRET / client secret; better set by the variable" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[City, Data, Postgres, Address, Demo, OidcAuthority, OidcClientId, OidcClientSecret]) command.Options.Add(option);
    }

    /// <summary>The city as the folder has it, or null after every problem was printed.</summary>
    public CityStart? Open(ParseResult parsed, PackProblems problems)
    {
        var folder = CityFolder.Open(parsed.GetRequiredValue(City), problems);
        var city = folder is null ? null : CityReader.Read(folder, problems);
        if (folder is null || city is null)
        {
            foreach (var problem in problems.All) Console.Error.WriteLine(problem.In(Language.Vietnamese));
            return null;
        }
        var data = Path.GetFullPath(parsed.GetValue(Data) ?? Path.Combine(".data", folder.Name));
        System.IO.Directory.CreateDirectory(data);
        var postgres = parsed.GetValue(Postgres) ?? Environment.GetEnvironmentVariable("HAIDANG_POSTGRES");
        var database = string.IsNullOrEmpty(postgres) ? Database.AtFile(Path.Combine(data, "city.db")) : Database.AtServer(postgres);
        return new CityStart(folder, city, database, data, parsed.GetValue(Demo), parsed.GetRequiredValue(Address)) { Oidc = Oidc(parsed) };
    }

    private OidcSettings? Oidc(ParseResult parsed)
    {
        var authority = parsed.GetValue(OidcAuthority)
            ?? (Uri.TryCreate(Environment.GetEnvironmentVariable("HAIDANG_OIDC_AUTHORITY"), UriKind.Absolute, out var named) ? named : null);
        var client = parsed.GetValue(OidcClientId) ?? Environment.GetEnvironmentVariable("HAIDANG_OIDC_CLIENT_ID") ?? "haidang";
        return authority is null ? null
            : new OidcSettings(authority, client, parsed.GetValue(OidcClientSecret) ?? Environment.GetEnvironmentVariable("HAIDANG_OIDC_CLIENT_SECRET"));
    }

    private static Uri WebAddress(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        argument.AddError($"'{text}' không phải địa chỉ web; viết như https://dichvu.example / is no web address; write it like https://dichvu.example");
        return new Uri("http://localhost");
    }
}
