using HaiDang.Cases.Demo;
using HaiDang.Kernel;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.Generate;

/// <summary>Somebody made up who applies, perhaps more than once, and the key of their values.</summary>
internal sealed class Inhabitant(MadeUpPerson person, PersonKey key)
{
    public MadeUpPerson Person => person;
    public PersonKey Key => key;

    /// <summary>Whether the key stands in the database already.</summary>
    public bool Written { get; set; }
}

/// <summary>The people of generated cases: of five cases, three are somebody's first.</summary>
internal sealed class Inhabitants(Random random)
{
    private const int MostKnown = 50_000;
    private readonly MadeUpPeople names = new(random);
    private readonly List<Inhabitant> known = [];

    public Inhabitant Next(LocalDate today, Instant at)
    {
        if (known.Count > 0 && random.Next(5) < 2) return known[random.Next(known.Count)];
        var one = new Inhabitant(names.Next(today), PersonKey.New(Uuid.New(at).ToString(), at));
        if (known.Count < MostKnown) known.Add(one);
        else known[random.Next(MostKnown)] = one;
        return one;
    }
}
