namespace HaiDang.Feel.Reading;

/// <summary>Names that an expression itself brings into scope.</summary>
internal sealed class NameScope(NameScope? outer)
{
    internal NameScope? Outer => outer;

    internal Dictionary<string, int> Slots { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of several tokens, to be forgotten at the end of the scope.</summary>
    internal List<string> LongNames { get; } = [];

    /// <summary>The slot of the item, in the scope of a filter; else −1.</summary>
    internal int ItemSlot { get; init; } = -1;

    /// <summary>The names that were looked up in this scope.</summary>
    internal HashSet<string> Used { get; } = new(StringComparer.Ordinal);
}

internal sealed partial class Reader
{
    private NameScope Enter(int itemSlot = -1) => scope = new(scope) { ItemSlot = itemSlot };

    private void Leave()
    {
        foreach (var name in scope!.LongNames)
        {
            scopeNames.Remove(name);
        }
        scope = scope.Outer;
    }

    private int Declare(string name)
    {
        var slot = NewSlot();
        scope!.Slots[name] = slot;
        if (scopeNames.Add(name))
        {
            scope.LongNames.Add(name);
        }
        return slot;
    }

    /// <summary>Whether a name is declared here or by the host, and so hides a built-in function.</summary>
    private bool IsVariable(string name)
    {
        for (var s = scope; s is not null; s = s.Outer)
        {
            if (s.Slots.ContainsKey(name))
            {
                return true;
            }
        }
        return scopeKnows.Contains(name);
    }

    /// <summary>What a name means here.</summary>
    private Node Resolve(string name, int place)
    {
        List<NameScope>? filters = null;
        Node? node = null;
        for (var s = scope; s is not null && node is null; s = s.Outer)
        {
            if (s.ItemSlot >= 0)
            {
                (filters ??= []).Add(s);
            }
            if (s.Slots.TryGetValue(name, out var slot))
            {
                s.Used.Add(name);
                node = new LocalName(slot) { At = place };
            }
        }
        if (node is null)
        {
            var path = new FreePath(name, possible: filters is not null);
            free.Add(path);
            node = new ScopeName(name, Library.Functions.GetValueOrDefault(name)) { At = place, Free = path };
        }
        for (var i = (filters?.Count ?? 0) - 1; i >= 0; i--)
        {
            filters![i].Used.Add(name);
            node = new EntryOrName(filters[i].ItemSlot, name, node) { At = place, Free = node.Free, Depth = node.Depth + 1 };
        }
        return node;
    }

    /// <summary>
    /// Reads a name: the longest that is known; else words one after another, which can be nothing but one name, up to a keyword.
    /// </summary>
    private string Name(bool member)
    {
        var start = at;
        var known = member ? memberNames.Match(tokens, at) : Longest(scopeNames.Match(tokens, at), InFilter ? memberNames.Match(tokens, at) : null);
        if (!member && Library.LongNames.Match(tokens, at) is { } builtin && builtin.Count > (known?.Count ?? 1) && tokens[at + builtin.Count].Is("("))
        {
            known = builtin;
        }
        if (known is { } k)
        {
            at += k.Count;
            return k.Name;
        }
        at++;
        while ((Now.Kind == TokenKind.Name && !Names.EndsName(Now)) || (Now.Kind == TokenKind.Number && !Now.Text.Contains('.')))
        {
            at++;
        }
        return at == start + 1 ? tokens[start].Text : Names.Collapse(text.AsSpan(tokens[start].Start, tokens[at - 1].End - tokens[start].Start));
    }

    private bool InFilter
    {
        get
        {
            for (var s = scope; s is not null; s = s.Outer)
            {
                if (s.ItemSlot >= 0)
                {
                    return true;
                }
            }
            return false;
        }
    }

    private static (string Name, int Count)? Longest((string Name, int Count)? a, (string Name, int Count)? b) =>
        (b?.Count ?? 0) > (a?.Count ?? 0) ? b : a;

    /// <summary>Reads a name that is declared here, up to one of some tokens that can follow it.</summary>
    private string Declared(params ReadOnlySpan<string> ends)
    {
        var start = at;
        while (!AtEnd && Now.Kind != TokenKind.String && !Ends(ends) && at - start < 100)
        {
            if (Now.Kind == TokenKind.Sign && Now.Text is not ("." or "/" or "-" or "'" or "’" or "+" or "*" or "**" or ".."))
            {
                break;
            }
            at++;
        }
        if (at == start || tokens[start].Kind != TokenKind.Name)
        {
            at = start;
            Unexpected(Needed.Name);
            return "";
        }
        return at == start + 1 ? tokens[start].Text : Names.Collapse(text.AsSpan(tokens[start].Start, tokens[at - 1].End - tokens[start].Start));
    }

    private bool Ends(ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (Now.Text == end)
            {
                return true;
            }
        }
        return false;
    }
}
