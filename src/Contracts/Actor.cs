namespace HaiDang.Contracts;

/// <summary>Who acts.</summary>
public enum ActorKind
{
    /// <summary>The platform itself: a timer, a reader, a start.</summary>
    System,

    /// <summary>A person or organisation that asks something of the city.</summary>
    Citizen,

    /// <summary>A person who works for a unit.</summary>
    Official,

    /// <summary>A program of others that calls the API with a token.</summary>
    Client,
}

/// <summary>
/// Who acts, as rules and the log know them. An official holds queue keys; holding a key is the permission to see and
/// work that queue.
/// </summary>
/// <param name="Kind">Citizen, official, a program of others, or the platform itself.</param>
/// <param name="Id">Account id, stable for life; <c>system</c> for the platform.</param>
/// <param name="Name">Name to show to people.</param>
/// <param name="Queues">The queue keys held; empty unless an official.</param>
public sealed record Actor(ActorKind Kind, string Id, string Name, IReadOnlySet<QueueKey> Queues)
{
    private static readonly IReadOnlySet<QueueKey> None = new HashSet<QueueKey>();

    /// <summary>The platform itself.</summary>
    public static readonly Actor System = new(ActorKind.System, "system", "Hải Đăng", None);

    /// <summary>A citizen.</summary>
    public static Actor Citizen(string id, string name) => new(ActorKind.Citizen, id, name, None);

    /// <summary>A program of others that calls the API.</summary>
    public static Actor Client(string id, string name) => new(ActorKind.Client, id, name, None);

    /// <summary>Whether this actor may see and work a queue.</summary>
    public bool Holds(QueueKey queue) => Queues.Contains(queue);

    /// <summary>Whether this actor is in a unit in any role.</summary>
    public bool IsIn(string unit) => Queues.Any(q => q.Unit == unit);

    /// <summary>Kind and id, as written in the log: <c>official:0192…</c>.</summary>
    public string Mark => Kind == ActorKind.System ? "system" : $"{Kind.ToString().ToLowerInvariant()}:{Id}";
}

/// <summary>Work of one unit and one role: who holds the key sees the queue.</summary>
/// <param name="Unit">Unit id from units.yaml.</param>
/// <param name="Role">Role key from roles.yaml, for example <c>counter</c>.</param>
public readonly record struct QueueKey(string Unit, string Role)
{
    /// <summary><c>unit/role</c>.</summary>
    public override string ToString() => $"{Unit}/{Role}";

    /// <summary>Reads <c>unit/role</c>; anything else throws <see cref="FormatException"/>.</summary>
    public static QueueKey Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && slash < text.Length - 1
            ? new QueueKey(text[..slash], text[(slash + 1)..])
            : throw new FormatException($"'{text}' is not a queue key (unit/role).");
    }
}
