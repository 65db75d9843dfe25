using HaiDang.Documents.Signing.Writing;

namespace HaiDang.Documents.Signing.Reading;

/// <summary>A field of a form (ISO 32000-1 §12.7.3) as far as signatures need it.</summary>
/// <param name="Name">Its fully qualified name.</param>
/// <param name="Reference">Where it stands; null for one that is no indirect object, which only broken files have.</param>
/// <param name="Entries">Its own entries.</param>
/// <param name="IsSignature">Whether it is a signature field.</param>
/// <param name="Value">Its value, inherited or own: the signature dictionary of a signed field.</param>
internal sealed record FormField(string Name, RefNode? Reference, DictNode Entries, bool IsSignature, PdfNode Value);

/// <summary>The fields at the ends of the form's tree.</summary>
internal static class SignatureFields
{
    /// <summary>All terminal fields, in the order of the tree; names that lead in a circle are left out.</summary>
    public static IReadOnlyList<FormField> All(PdfReader file)
    {
        var found = new List<FormField>();
        var seen = new HashSet<int>();
        var form = file.Dictionary(file.Catalog["AcroForm"]);
        var open = new Stack<(PdfNode Node, string Prefix, PdfNode Type, PdfNode Value)>();
        foreach (var field in file.Items(form["Fields"]).Reverse()) open.Push((field, "", NullNode.It, NullNode.It));
        while (open.TryPop(out var next))
        {
            if (next.Node is RefNode reference && !seen.Add(reference.Number)) continue;
            if (file.Resolve(next.Node) is not DictNode entries) continue;
            var own = PdfTextString.Text(file.Resolve(entries["T"]));
            var name = own is null ? next.Prefix : next.Prefix == "" ? own : $"{next.Prefix}.{own}";
            var type = entries["FT"] is NullNode ? next.Type : file.Resolve(entries["FT"]);
            var value = entries["V"] is NullNode ? next.Value : entries["V"];
            var kids = file.Items(entries["Kids"]).Where(kid => file.Dictionary(kid)["T"] is not NullNode).ToList();
            if (kids.Count == 0) found.Add(new(name, next.Node as RefNode, entries, type is NameNode { Name: "Sig" }, value));
            else foreach (var kid in Enumerable.Reverse(kids)) open.Push((kid, name, type, value));
        }
        return found;
    }
}
