using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Demo;

/// <summary>Somebody who applies in a demo.</summary>
/// <param name="Account">The account of a citizen who can sign in, or null.</param>
internal sealed record MadeUpPerson(string? Account, string Name, LocalDate Birthdate, bool Male, string IdentityNumber, string Phone, string? Email, string? Address)
{
    public static MadeUpPerson Of(CitizenCard card) => new(
        card.Id, card.Name, card.Birthdate is { } born && LocalDatePattern.Iso.Parse(born) is { Success: true } date ? date.Value : new LocalDate(1990, 1, 1),
        card.Gender == "male", card.IdentityNumber ?? "", card.Phone ?? "", card.Email, card.Address);

    /// <summary>Without an e-mail address: what happened in a made-up past is not told by mail today.</summary>
    public Applicant Applicant(Channel channel, string subject) =>
        new(Account ?? (channel == Channel.Online ? subject : null), Account ?? subject, Name, IdentityNumber, Phone, null, Address);

    /// <summary>What a form may offer as answers about this person.</summary>
    public JsonObject Facts => new()
    {
        ["name"] = Name, ["identityNumber"] = IdentityNumber, ["phone"] = Phone, ["email"] = Email, ["address"] = Address,
        ["birthdate"] = LocalDatePattern.Iso.Format(Birthdate), ["gender"] = Male ? "male" : "female",
    };
}

/// <summary>
/// Names that nobody bears: "Mẫu" or "Thử" (sample, trial) stands in the middle. Identity numbers begin with 099, which no
/// province has; telephones with 0900 000, which no network gives.
/// </summary>
internal sealed class MadeUpPeople(Random random)
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Trịnh"];
    private static readonly string[] Men = ["An", "Bảo", "Cường", "Dũng", "Đức", "Hải", "Hùng", "Khôi", "Long", "Minh", "Nam", "Phúc", "Quang", "Sơn", "Thành", "Tùng", "Việt", "Vinh"];
    private static readonly string[] Women = ["Anh", "Bích", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hương", "Lan", "Linh", "Mai", "Nga", "Ngọc", "Oanh", "Phương", "Thảo", "Thủy", "Yến"];

    public MadeUpPerson Next(LocalDate today)
    {
        var male = random.Next(2) == 0;
        var born = today.PlusYears(-random.Next(23, 66)).PlusDays(-random.Next(365));
        var name = $"{Pick(Families)} {(random.Next(2) == 0 ? "Mẫu" : "Thử")} {Pick(male ? Men : Women)}";
        var century = (born.Year - 1900) / 100 * 2 + (male ? 0 : 1);
        return new MadeUpPerson(null, name, born, male, $"099{century}{born.Year % 100:D2}{random.Next(1_000_000):D6}", $"0900000{random.Next(100, 1000)}", null, null);
    }

    private string Pick(string[] of) => of[random.Next(of.Length)];
}
