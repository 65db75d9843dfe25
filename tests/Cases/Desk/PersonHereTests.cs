using HaiDang.Cases.Counter;
using NodaTime;

namespace HaiDang.Cases.Tests.Desk;

public sealed class PersonHereTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Fact]
    public void A_person_needs_a_name_and_an_identity_number()
    {
        var person = new PersonHere("Đỗ Mẫu Nam", "099 096 000029", "0900 000 029", "", "").Check("person:1", Today).Value;
        Assert.Equal(("Đỗ Mẫu Nam", "099096000029", "0900000029", null, null), (person.Name, person.IdentityNumber, person.Phone, person.Email, person.Address));
        Assert.Null(person.Account);
    }

    [Fact]
    public void Every_wrong_field_is_told_at_once_at_its_place()
    {
        var problems = new PersonHere("", "12", "12", "không phải thư", new string('a', 301)).Check("person:1", Today).Problems;
        Assert.Equal(["name", "identityNumber", "phone", "email", "address"], problems.Select(p => p.Field));
        Assert.Equal("cases.no-name", problems[0].Type.Code);
    }
}
