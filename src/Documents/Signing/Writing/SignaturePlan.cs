using System.Globalization;
using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Writing;

/// <summary>
/// Adds a signature field, its widget and a signature dictionary that is still empty to a file by an incremental update
/// (ISO 32000-1 §12.7.4.5, §12.5.6.19, §12.8.1).
/// </summary>
internal sealed class SignaturePlan
{
    private const int PrintLocked = 4 | 128;
    private const int SignaturesExistAppendOnly = 3;

    private readonly PdfReader file;
    private readonly PdfSignatureRequest request;
    private readonly IncrementalUpdate update;

    private SignaturePlan(PdfReader file, PdfSignatureRequest request)
    {
        this.file = file;
        this.request = request;
        update = new IncrementalUpdate(file);
    }

    /// <summary>The file with the signature still empty, or the reasons why it cannot take one.</summary>
    public static (UnsignedFile? File, IReadOnlyList<SigningDiagnostic> Problems) Make(byte[] pdf, PdfSignatureRequest request, int largestSignature)
    {
        var (file, problem) = PdfReader.Open(pdf);
        if (file is null) return (null, [problem!]);
        var fields = SignatureFields.All(file);
        var name = request.FieldName ?? FreeName(fields);
        var existing = fields.FirstOrDefault(f => f.Name == name);
        var problems = Problems(file, request, name, existing);
        return problems.Count > 0 ? (null, problems) : (new SignaturePlan(file, request).Write(name, existing, largestSignature), []);
    }

    private static List<SigningDiagnostic> Problems(PdfReader file, PdfSignatureRequest request, string name, FormField? existing)
    {
        var problems = new List<SigningDiagnostic>();
        var pages = file.Pages();
        if (pages.Count == 0) problems.Add(SigningProblems.NoPages);
        if (existing is null && (string.IsNullOrWhiteSpace(name) || name.Contains('.'))) problems.Add(SigningProblems.FieldNameInvalid);
        if (existing is { IsSignature: false } or { Value: not NullNode } or { Reference: null }) problems.Add(SigningProblems.FieldTaken(name));
        if (request.Appearance is { Place: var look })
        {
            if (look.Page < 0 || look.Page >= pages.Count) problems.Add(SigningProblems.PageMissing(look.Page, pages.Count));
            if (!(look.Width > 0 && look.Height > 0)) problems.Add(SigningProblems.AppearanceEmpty);
        }
        if (IsFinal(file)) problems.Add(SigningProblems.Certified);
        return problems;
    }

    /// <summary>Whether a certifying signature permits no change at all (§12.8.2.2, P 1).</summary>
    private static bool IsFinal(PdfReader file)
    {
        var certifying = file.Dictionary(file.Dictionary(file.Catalog["Perms"])["DocMDP"]);
        return file.Items(certifying["Reference"]).Select(file.Dictionary).Any(reference =>
            file.Resolve(reference["TransformMethod"]) is NameNode { Name: "DocMDP" }
            && file.Resolve(file.Dictionary(reference["TransformParams"])["P"]) is NumberNode { Integer: 1 });
    }

    private static string FreeName(IReadOnlyList<FormField> fields)
    {
        var taken = fields.Select(f => f.Name).ToHashSet();
        var number = 1;
        while (taken.Contains(Name(number))) number++;
        return Name(number);

        static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Signature{number}");
    }

    private UnsignedFile Write(string name, FormField? existing, int largestSignature)
    {
        var dictionary = SignatureDictionary.For(request, largestSignature);
        var signature = update.Reserve();
        update.Set(signature, dictionary.Body);
        RefNode? field = null;
        if (existing is null) field = AddField(name, signature);
        else update.Set(existing.Reference!, Looking(existing.Entries.With("V", signature), Size(existing.Entries)));
        ChangeForm(field);
        var (bytes, bodies) = update.Write();
        return new UnsignedFile(bytes, bodies[signature.Number], dictionary);
    }

    /// <summary>Field and widget in one dictionary, on the page where it shows, else unseen on the first.</summary>
    private RefNode AddField(string name, RefNode signature)
    {
        var place = request.Appearance?.Place;
        var (page, entries) = file.Pages()[place?.Page ?? 0];
        double[] rectangle = place is null ? [0, 0, 0, 0] : [place.X, place.Y, place.X + place.Width, place.Y + place.Height];
        var widget = DictNode.Empty
            .With("Type", new NameNode("Annot"))
            .With("Subtype", new NameNode("Widget"))
            .With("FT", new NameNode("Sig"))
            .With("T", PdfTextString.Of(name))
            .With("V", signature)
            .With("P", page)
            .With("F", new NumberNode(PrintLocked))
            .With("Rect", new ArrayNode([.. rectangle.Select(Number)]));
        var field = update.Add(place is null ? widget : Looking(widget, (place.Width, place.Height)));
        if (entries["Annots"] is RefNode list) update.Set(list, new ArrayNode([.. file.Items(list), field]));
        else update.Set(page, entries.With("Annots", new ArrayNode([.. file.Items(entries["Annots"]), field])));
        return field;
    }

    /// <summary>The widget with its appearance (§12.5.5), when one is asked for and there is room for it.</summary>
    private DictNode Looking(DictNode widget, (double Width, double Height) size) => request.Appearance is { } look && size is { Width: > 0, Height: > 0 }
        ? widget.With("AP", DictNode.Empty.With("N", SignatureLook.Draw(update, look.Lines, size.Width, size.Height, request.SigningTime)))
        : widget;

    private (double Width, double Height) Size(DictNode widget) =>
        file.Items(widget["Rect"]).Select(n => file.Resolve(n) is NumberNode { Real: { } value } ? value : 0).ToList() is [var x1, var y1, var x2, var y2]
            ? (Math.Abs(x2 - x1), Math.Abs(y2 - y1))
            : (0, 0);

    /// <summary>Tells the form of the new field and that signatures exist (§12.7.2, tables 218 and 219).</summary>
    private void ChangeForm(RefNode? field)
    {
        var catalog = file.Catalog;
        var form = file.Dictionary(catalog["AcroForm"]);
        var changed = form.With("SigFlags", new NumberNode(SignaturesExistAppendOnly));
        if (field is not null)
        {
            var fields = new ArrayNode([.. file.Items(form["Fields"]), field]);
            if (form["Fields"] is RefNode list) update.Set(list, fields);
            else changed = changed.With("Fields", fields);
        }
        if (catalog["AcroForm"] is RefNode reference) update.Set(reference, changed);
        else update.Set((RefNode)file.Trailer["Root"], catalog.With("AcroForm", changed));
    }

    private static NumberNode Number(double value) => new(Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture));
}
