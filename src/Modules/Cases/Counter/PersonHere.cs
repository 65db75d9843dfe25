using System.Net.Mail;
using HaiDang.Cases.Life;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Counter;

/// <summary>The person at the counter as the official typed them from the card. The form comes back as it was typed.</summary>
internal sealed record PersonHere(string Name, string IdentityNumber, string Phone, string Email, string Address)
{
    private const int LongestAddress = 300;

    public static PersonHere Read(IFormCollection form) => new(Of(form, "name"), Of(form, "identityNumber"), Of(form, "phone"), Of(form, "email"), Of(form, "address"));

    /// <param name="subject">The key of the person's values in the log: new for every case taken at a counter, as nobody signed in.</param>
    public Outcome<Applicant> Check(string subject, LocalDate today)
    {
        var name = PersonName.Parse(Name);
        var identity = Kernel.IdentityNumber.Parse(IdentityNumber, today);
        var phone = PhoneNumber.Parse(Phone);
        List<Problem> problems = [.. Name.Length == 0 ? [NoName.At("name")] : At("name", name.Problems), .. At("identityNumber", identity.Problems)];
        if (Phone.Length > 0) problems.AddRange(At("phone", phone.Problems));
        if (Email.Length > 0 && !(MailAddress.TryCreate(Email, out var mail) && mail.Address == Email)) problems.Add(NoEmail.At("email"));
        if (Address.Length > LongestAddress) problems.Add(CaseProblems.TooLong.At("address", LongestAddress));
        if (problems.Count > 0) return problems.ToArray();
        return new Applicant(null, subject, name.Value.Full, identity.Value.Digits, Phone.Length > 0 ? phone.Value.Digits : null, Filled(Email), Filled(Address));
    }

    private static readonly ProblemType NoName = new("cases.no-name", ProblemKind.Invalid,
        new("Chưa nhập họ, chữ đệm và tên.", "The name is missing."),
        new("Viết như trên căn cước.", "Write it as on the identity card."));

    private static readonly ProblemType NoEmail = new("cases.no-email", ProblemKind.Invalid,
        new("Thư điện tử chưa đúng.", "This is no e-mail address."),
        new("Viết như ten@vidu.vn, hoặc để trống.", "Write it like name@example.vn, or leave it empty."));

    private static IEnumerable<Problem> At(string field, IEnumerable<Problem> problems) => problems.Select(p => p with { Field = field });

    private static string Of(IFormCollection form, string name) => Vietnamese.Nfc(form[name].ToString()).Trim();

    private static string? Filled(string text) => text.Length > 0 ? text : null;
}
