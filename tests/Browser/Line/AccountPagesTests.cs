using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Signing in and accounts as people meet them: an administrator invites, an official joins on a phone, is moved and suspended.</summary>
public sealed partial class AccountPagesTests(Chromium chromium, SharedCity shared)
{
    private const string Passphrase = "bốn con ngựa đêm mưa";

    [Fact]
    public async Task An_official_is_invited_joins_and_is_suspended()
    {
        var city = await shared.Opens();
        await using var admin = await chromium.Visits(city.Address, Screen.Desk);
        await SignsInByPasswordAndCode(admin);
        await admin.Opens("/desk/tai-khoan");
        await admin.SeesASoundPageOnEveryScreen("account-own");
        await admin.Opens("/desk/tai-khoan/ung-dung-xac-thuc");
        await admin.SeesASoundPageOnEveryScreen("account-authenticator");
        await admin.Opens("/desk/can-bo");
        await admin.SeesASoundPageOnEveryScreen("officials");
        await admin.Opens("/desk/can-bo?q=duc");
        Assert.Contains("Bùi Thử Đức", await admin.Page.InnerTextAsync("main"));

        var link = await Invites(admin);
        await using var official = await chromium.Visits(city.Address, Screen.Phone);
        await Joins(official, link);
        await official.Opens("/desk/can-bo");
        await official.SeesASoundPageOnEveryScreen("account-denied");

        await admin.Opens("/desk/can-bo?q=phan van kiem");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Link, new() { Name = "Phan Văn Kiểm" }));
        await admin.Page.Reaches(url => Regex.IsMatch(url, "/desk/can-bo/[0-9a-f-]+$"));
        foreach (var part in await admin.Page.Locator("main summary").AllAsync()) await part.ClickAsync();
        await admin.SeesASoundPageOnEveryScreen("official");
        await admin.Page.FillAsync("[name=reason]", "Chuyển công tác sang cơ quan khác");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Tạm dừng", Exact = true }));
        await admin.Page.GetByText("Đã tạm dừng tài khoản.").WaitForAsync();
        await official.Opens("/desk/tai-khoan");
        Assert.Contains("/dang-nhap/can-bo", official.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_who_cancels_at_the_identity_provider_is_told_what_to_do()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        await citizen.Opens("/dang-nhap?back=/cua-toi");
        await citizen.SeesASoundPageOnEveryScreen("sign-in");
        await citizen.Presses(citizen.Page.Locator("a[href^='/dang-nhap/cong-dan']"));
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Hủy đăng nhập" }));
        await citizen.Page.Reaches(url => url.StartsWith(city.Address, StringComparison.Ordinal));
        Assert.Contains("Bạn đã dừng việc đăng nhập", await citizen.Page.InnerTextAsync("main"));
        await citizen.SeesASoundPageOnEveryScreen("sign-in-cancelled");
        await citizen.Presses(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập lại" }));
        await citizen.SignsInAsCitizen("Đỗ Mẫu Nam");
        Assert.Equal($"{city.Address}/cua-toi", citizen.Page.Url);
    }

    private static async Task SignsInByPasswordAndCode(Visit admin)
    {
        await admin.Opens("/dang-nhap/can-bo?back=/desk/tai-khoan");
        await admin.Page.FillAsync("[name=email]", "nguyen.thu.an@can-bo.example");
        await admin.Page.FillAsync("[name=password]", "không phải mật khẩu");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }));
        await admin.Page.GetByText("Thư điện tử hoặc mật khẩu không đúng").First.WaitForAsync();
        await admin.SeesASoundPageOnEveryScreen("sign-in-official-wrong");
        await admin.Page.FillAsync("[name=password]", "hai-dang-ban-demo");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }));
        await admin.Page.Reaches(url => url.Contains("/can-bo/ma", StringComparison.Ordinal));
        await admin.SeesASoundPageOnEveryScreen("sign-in-code");
        await admin.Page.FillAsync("[name=code]", Digits().Match(await admin.Page.InnerTextAsync(".notice")).Value);
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }));
        await admin.Page.Reaches(url => url.EndsWith("/desk/tai-khoan", StringComparison.Ordinal));
    }

    private static async Task<string> Invites(Visit admin)
    {
        await admin.Opens("/desk/can-bo/moi");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản và liên kết" }));
        await admin.SeesASoundPageOnEveryScreen("official-invite-wrong");
        await admin.Page.FillAsync("[name=name]", "Phan Văn Kiểm");
        await admin.Page.FillAsync("[name=email]", "phan.van.kiem@can-bo.example");
        await admin.Page.SelectOptionAsync("[name=unit]", "may-to");
        await admin.Page.FillAsync("[name=title]", "Công chức tiếp nhận và trả kết quả");
        await admin.Page.CheckAsync("[name=roles][value=counter]");
        await admin.Presses(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản và liên kết" }));
        await admin.Page.GetByText("Đã tạo liên kết cho Phan Văn Kiểm.").WaitForAsync();
        await admin.SeesASoundPageOnEveryScreen("official-link");
        return await admin.Page.InnerTextAsync("main code");
    }

    private static async Task Joins(Visit official, string link)
    {
        await official.Opens(new Uri(link).AbsolutePath);
        await official.Page.Locator("main summary").ClickAsync();
        await official.SeesASoundPageOnEveryScreen("invite");
        await official.Page.FillAsync("[name=password]", Passphrase);
        await official.Page.FillAsync("[name=repeated]", Passphrase);
        await official.Page.FillAsync("[name=code]", CodeOf(await official.Page.InnerTextAsync("main code")));
        await official.Presses(official.Page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tất và đăng nhập" }));
        await official.Page.Reaches(url => url.EndsWith("/desk", StringComparison.Ordinal));
    }

    /// <summary>What an authenticator app would show for a key typed in by hand (RFC 6238).</summary>
    private static string CodeOf(string key)
    {
        var bits = string.Concat(key.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(secret, step);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();
}
