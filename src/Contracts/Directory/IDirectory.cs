using HaiDang.Kernel;

namespace HaiDang.Contracts.Directory;

/// <summary>An agency, department or commune; units form a tree of any depth, and its levels are data.</summary>
/// <param name="Id">Short id from units.yaml, also used in addresses: <c>minh-khai</c>.</param>
/// <param name="Identifier">Electronic identifier of the agency: <c>000.00.15.H24</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Level">Key of a level in units.yaml, for example <c>commune</c>.</param>
/// <param name="Parent">Id of the unit above, or null at the top.</param>
/// <param name="SuperiorTitle">What stands above the agency's name on its documents, in Vietnamese.</param>
/// <param name="Phone">Telephone of its counter, or null.</param>
/// <param name="Email">E-mail of its counter, or null.</param>
/// <param name="Address">Where its counter is, or null.</param>
/// <param name="ShortName">Name without the words of office: <c>Phường Quán Toan</c>.</param>
/// <param name="Place">Name of the place as it stands before the date of a document.</param>
/// <param name="FormerNames">Names that people still search for.</param>
/// <param name="Kind">What kind of agency it is besides its level, for example <c>tax</c> or <c>land-office</c>; null for a people's committee.</param>
public sealed record Unit(
    string Id, string Identifier, LocalText Name, string Level, string? Parent, string? SuperiorTitle,
    string? Phone, string? Email, LocalText? Address, LocalText ShortName, string? Place, IReadOnlyList<string> FormerNames,
    string? Kind = null);

/// <summary>An official as other modules need to know them.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Name">Name, family name first.</param>
/// <param name="Position">Title of the position: <c>Chủ tịch</c>.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Email">Where notifications go, or null.</param>
public sealed record OfficialCard(string Id, string Name, string Position, string Unit, string? Email);

/// <summary>The units of the city, as its folder has them.</summary>
public interface IUnits
{
    /// <summary>All units, parents before children.</summary>
    IReadOnlyList<Unit> All { get; }

    /// <summary>The unit of that id, or null.</summary>
    Unit? Find(string id);

    /// <summary>The units of a level, sorted by name in Vietnamese order.</summary>
    IReadOnlyList<Unit> OfLevel(string level);

    /// <summary>The units of a kind, in the order of <see cref="All"/>.</summary>
    IReadOnlyList<Unit> OfKind(string kind);

    /// <summary>The name of a level or kind, or its key when the city has none of that key.</summary>
    LocalText LevelName(string level);

    /// <summary>The name of a role, or its key when the city has none of that key.</summary>
    LocalText RoleName(string role);
}

/// <summary>The officials, as other modules may ask for them.</summary>
public interface IOfficials
{
    /// <summary>The official of that account, suspended or not; null when there is none.</summary>
    Task<OfficialCard?> Find(string id, CancellationToken stop = default);

    /// <summary>Active officials (joined, not suspended) who hold a queue key, sorted by name; at most 200.</summary>
    Task<IReadOnlyList<OfficialCard>> Holding(QueueKey queue, CancellationToken stop = default);

    /// <summary>
    /// Who is told when work of a queue is stuck: leaders of its unit, else its supervisors, else those of the unit above,
    /// and so on to the top. For a queue of leaders the supervisors of its unit come first. Empty only when no unit up the
    /// line has an active leader or supervisor.
    /// </summary>
    Task<IReadOnlyList<OfficialCard>> SuperiorsOf(QueueKey queue, CancellationToken stop = default);
}

/// <summary>
/// The certificate file with which an official signs. It is kept as the official gave it, locked by a passphrase that the
/// platform never stores.
/// </summary>
public interface ISigningFiles
{
    /// <summary>The PKCS#12 file of an official, or null when none was given.</summary>
    Task<byte[]?> Of(string officialId, CancellationToken stop = default);
}
