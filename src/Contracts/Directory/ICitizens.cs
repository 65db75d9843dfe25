namespace HaiDang.Contracts.Directory;

/// <summary>A citizen as the identity provider told at their last sign-in; what it did not tell is null.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Name">Full name, family name first.</param>
/// <param name="IdentityNumber">Identity number (số định danh cá nhân), twelve digits.</param>
/// <param name="Birthdate">Date of birth, ISO 8601: <c>1996-03-05</c>.</param>
/// <param name="Gender"><c>male</c> or <c>female</c>.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Address">Address in one line.</param>
public sealed record CitizenCard(
    string Id, string Name, string? IdentityNumber, string? Birthdate, string? Gender, string? Phone, string? Email, string? Address);

/// <summary>The citizens who have signed in, as other modules may ask for them.</summary>
public interface ICitizens
{
    /// <summary>The citizen of that account, or null when there is none.</summary>
    Task<CitizenCard?> Find(string id, CancellationToken stop = default);

    /// <summary>
    /// The account of the person with that identity number. Somebody who has never signed in gets one that waits for them: their first
    /// sign-in under this number finds it.
    /// </summary>
    /// <param name="identityNumber">Twelve digits, already checked.</param>
    /// <param name="name">What a new account is called until the person signs in; a known account keeps its own.</param>
    /// <param name="by">Who named the person, for the log.</param>
    /// <param name="stop">Ends the search.</param>
    Task<CitizenCard> Named(string identityNumber, string name, Actor by, CancellationToken stop = default);
}
