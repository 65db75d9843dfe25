namespace HaiDang.Contracts.Directory;

/// <summary>The made-up people of a demo, for whoever makes up their cases. Outside a demo there are none.</summary>
public interface IDemoPeople
{
    /// <summary>The passphrase of every demo leader's certificate file; it is no secret.</summary>
    string SigningPassphrase { get; }

    /// <summary>
    /// The citizens of people.csv, each with the account that they find when they sign in. Accounts that are not there yet are made.
    /// Empty where no identity provider is set up, as nobody could sign in.
    /// </summary>
    Task<IReadOnlyList<CitizenCard>> Citizens(CancellationToken stop = default);
}
