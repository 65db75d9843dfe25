namespace HaiDang.Dmn.Reading;

/// <summary>
/// The names in scope that FEEL could not tell from operators or keywords without being told. Simple names are left out:
/// FEEL finds them by itself, and long contexts stay cheap to read.
/// </summary>
internal sealed class NameScope
{
    private NameScope(IReadOnlyCollection<string> names) => Names = names;

    public static NameScope Empty { get; } = new([]);

    public IReadOnlyCollection<string> Names { get; }

    public NameScope With(params IEnumerable<string> more)
    {
        string[] told = [.. more.Where(n => !Reading.Names.IsSimple(n))];
        return told.Length == 0 ? this : new([.. Names, .. told]);
    }
}
