namespace HaiDang.Kernel;

/// <summary>How a person is to be spoken to.</summary>
public enum Gender
{
    /// <summary>Not said.</summary>
    Unknown,
    /// <summary>Nam.</summary>
    Male,
    /// <summary>Nữ.</summary>
    Female,
}

/// <summary>
/// A person's name in Vietnamese order: family name, middle names, given name. People are called by the given name and
/// listed by it. A name of one word is all given name.
/// </summary>
/// <param name="Family">Family name (họ), for example Nguyễn; empty when there is none.</param>
/// <param name="Middle">Middle names (tên đệm), for example Thị Minh; may be empty.</param>
/// <param name="Given">Given name (tên), for example Khai.</param>
public sealed record PersonName(string Family, string Middle, string Given)
{
    /// <summary>The longest name accepted, in characters.</summary>
    public const int Longest = 120;

    private static readonly ProblemType NotAName = new("kernel.not-a-name", ProblemKind.Invalid,
        new("“{0}” không phải là họ và tên.", "“{0}” is not a person's name."),
        new("Viết họ, tên đệm và tên bằng chữ như trên giấy khai sinh.", "Write the family, middle and given names in letters as on the birth certificate."));

    /// <summary>
    /// Reads a full name. Letters, spaces, apostrophes, hyphens and dots only; at most <see cref="Longest"/> characters.
    /// A name wholly in capitals or wholly in small letters is given capitals; any other is kept as written.
    /// </summary>
    public static Outcome<PersonName> Parse(string text)
    {
        var name = string.Join(' ', Vietnamese.Nfc(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > Longest || !name.Any(char.IsLetter) || !name.All(c => char.IsLetter(c) || c is ' ' or '\'' or '’' or '-' or '.'))
            return NotAName.Now(name.Length > Longest ? name[..Longest] + "…" : name);
        if (!name.Any(char.IsLower) || !name.Any(char.IsUpper)) name = Vietnamese.TitleCase(name);
        var words = name.Split(' ');
        return words.Length == 1
            ? new PersonName("", "", name)
            : new PersonName(words[0], string.Join(' ', words[1..^1]), words[^1]);
    }

    /// <summary>The full name in Vietnamese order.</summary>
    public string Full => string.Join(' ', new[] { Family, Middle, Given }.Where(p => p.Length > 0));

    /// <summary>The full name in capitals, as documents print it.</summary>
    public string Capitals => Full.ToUpperInvariant();

    /// <summary>A key for lists of people: by given name, then family name, then middle names.</summary>
    public string SortKey => Vietnamese.SortKey($"{Given} {Family} {Middle}".TrimEnd());

    /// <summary>How to address the person: “Ông Khai”, “Bà Khai”, or “Ông/Bà Khai” when it is not known.</summary>
    public LocalText Address(Gender gender = Gender.Unknown) => gender switch
    {
        Gender.Male => new($"Ông {Given}", $"Mr {Given}"),
        Gender.Female => new($"Bà {Given}", $"Ms {Given}"),
        _ => new($"Ông/Bà {Given}", $"Mr/Ms {Given}"),
    };

    /// <summary>The full name.</summary>
    public override string ToString() => Full;
}
