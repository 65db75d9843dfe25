using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Checking;

/// <summary>
/// Finds what an incremental update did to a signed document. Both states are walked side by side from the catalog, as objects and not as
/// bytes, so an object that was exchanged behind an unchanged reference is found as well (the “shadow attacks” hide and replace).
/// </summary>
internal sealed class RevisionComparison
{
    private readonly PdfReader before;
    private readonly PdfReader after;
    private readonly HashSet<int> signedBefore;
    private readonly HashSet<int> signedLater;
    private readonly HashSet<(RefNode, RefNode)> compared = [];
    private readonly Stack<(PdfNode Before, PdfNode After, string Path)> open = new();

    private RevisionComparison(PdfReader before, PdfReader after, IReadOnlyDictionary<int, int> intact, int end)
    {
        this.before = before;
        this.after = after;
        signedBefore = [.. SignatureFields.All(before).Where(f => f.Value is not NullNode && f.Reference is not null).Select(f => f.Reference!.Number)];
        signedLater = [.. intact.Where(f => f.Value > end && !signedBefore.Contains(f.Key)).Select(f => f.Key)];
    }

    /// <summary>
    /// The place of the first change between the state that ends at <paramref name="end"/> and the file as it is that is neither a further
    /// signature nor validation data; null when there is none. Bytes added behind the last signature that change nothing count as a change.
    /// </summary>
    /// <param name="after">The file as it is.</param>
    /// <param name="end">Where the signed state ends.</param>
    /// <param name="intact">Fields of intact signatures by object number, with the end of the range that each covers.</param>
    public static string? FirstForbiddenChange(PdfReader after, int end, IReadOnlyDictionary<int, int> intact)
    {
        var (before, _) = PdfReader.Open(after.File[..end]);
        if (before is null) return "%PDF";
        var comparison = new RevisionComparison(before, after, intact, end);
        if (comparison.FirstDifference() is { } difference) return difference;
        var covered = intact.Values.Append(0).Max();
        var onlyValidationData = covered < after.File.Length && after.Catalog["DSS"] is not NullNode;
        return covered == after.File.Length || onlyValidationData ? null : "%%EOF";
    }

    private string? FirstDifference()
    {
        open.Push((before.Trailer["Root"], after.Trailer["Root"], "Root"));
        open.Push((before.Trailer["Info"], after.Trailer["Info"], "Info"));
        while (open.TryPop(out var pair))
            if (!Same(pair.Before, pair.After, pair.Path)) return pair.Path;
        return null;
    }

    /// <summary>Compares two values; what they hold is left for later on <see cref="open"/>.</summary>
    private bool Same(PdfNode was, PdfNode now, string path)
    {
        if (was is RefNode left && now is RefNode right && !compared.Add((left, right))) return true;
        var field = now is RefNode { Number: var number } && signedLater.Contains(number);
        (was, now) = (before.Resolve(was), after.Resolve(now));
        return (was, now) switch
        {
            (StreamNode a, StreamNode b) => a.Data.Span.SequenceEqual(b.Data.Span) && SameEntries(a.Entries, b.Entries, path, []),
            (DictNode a, DictNode b) => SameDictionary(a, b, path, field),
            (ArrayNode a, ArrayNode b) => SameItems(a.Items, b.Items, path),
            (StringNode a, StringNode b) => a.Bytes.AsSpan().SequenceEqual(b.Bytes),
            _ => was == now,
        };
    }

    private bool SameDictionary(DictNode was, DictNode now, string path, bool isFieldSignedLater)
    {
        if (path == "Root")
        {
            open.Push((was["AcroForm"] is NullNode ? DictNode.Empty : was["AcroForm"], now["AcroForm"] is NullNode ? DictNode.Empty : now["AcroForm"], "Root/AcroForm"));
            return SameEntries(was, now, path, ["AcroForm", "DSS", "Extensions"]);
        }
        if (path == "Root/AcroForm") return SameList(was["Fields"], now["Fields"], path + "/Fields") && SameEntries(was, now, path, ["Fields", "SigFlags"]);
        if (before.Resolve(was["Type"]) is NameNode { Name: "Page" }) return SameList(was["Annots"], now["Annots"], path + "/Annots") && SameEntries(was, now, path, ["Annots"]);
        if (isFieldSignedLater && was["V"] is NullNode) return SameEntries(was, now, path, ["V", "AP", "F"]);
        return SameEntries(was, now, path, []);
    }

    private bool SameEntries(DictNode was, DictNode now, string path, ReadOnlySpan<string> except)
    {
        var (a, b) = (was.Without(except), now.Without(except));
        if (a.Entries.Count != b.Entries.Count) return false;
        foreach (var (key, value) in a.Entries)
        {
            if (!b.Entries.Any(e => e.Key == key)) return false;
            open.Push((value, b[key], $"{path}/{key}"));
        }
        return true;
    }

    private bool SameItems(IReadOnlyList<PdfNode> was, IReadOnlyList<PdfNode> now, string path)
    {
        if (was.Count != now.Count) return false;
        for (var i = 0; i < was.Count; i++) open.Push((was[i], now[i], path));
        return true;
    }

    /// <summary>Compares lists of fields or annotations, which may have grown by the fields of signatures made later.</summary>
    private bool SameList(PdfNode was, PdfNode now, string path)
    {
        var (a, b) = (before.Items(was), after.Items(now));
        return a.Count <= b.Count
            && b.Skip(a.Count).All(added => added is RefNode reference && signedLater.Contains(reference.Number))
            && SameItems(a, [.. b.Take(a.Count)], path);
    }
}
