namespace HaiDang.Forms;

/// <summary>
/// The meanings that a field may declare (<c>"properties": {"haidang:kind": "…"}</c>). Those marked as checked bring a rule;
/// the others tell pages and modules what the answer is (autocomplete, formatting, prefilling).
/// </summary>
public static class FormMeaning
{
    /// <summary>Personal identification number of a citizen: 12 digits. Checked.</summary>
    public const string IdentityNumber = "identity-number";

    /// <summary>
    /// The code list of the three digits with which identity numbers begin: provinces, cities and countries of birth registration (Decree
    /// 137/2015/NĐ-CP, article 13). Checked where the pack has the list.
    /// </summary>
    public const string IdentityPlaces = "identity-places";

    /// <summary>Name of a person: letters, blanks, hyphen, apostrophe, full stop. Checked.</summary>
    public const string PersonName = "person-name";

    /// <summary>Telephone number: Vietnamese (<c>0912345678</c>) or with country code (<c>+4930664040900</c>). Checked.</summary>
    public const string Phone = "phone";

    /// <summary>E-mail address with a full domain. Checked.</summary>
    public const string Email = "email";

    /// <summary>Identifier of a unit of the city.</summary>
    public const string Unit = "unit";

    /// <summary>
    /// Postal address. A group that declares it and has no components of its own gets <c>province</c> and <c>ward</c>, chosen from the pack's code
    /// lists <c>provinces</c> and <c>wards</c> (whose entries name their <c>province</c>), and <c>street</c>.
    /// </summary>
    public const string Address = "address";

    /// <summary>A date not after today. Checked.</summary>
    public const string PastDate = "past-date";

    /// <summary>A date not before today. Checked.</summary>
    public const string FutureDate = "future-date";

    /// <summary>An amount of Vietnamese đồng.</summary>
    public const string Money = "money";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [IdentityNumber, PersonName, Phone, Email, Unit, Address, PastDate, FutureDate, Money];
}
