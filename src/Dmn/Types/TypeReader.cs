using System.Xml.Linq;
using HaiDang.Dmn.Reading;
using HaiDang.Feel;

namespace HaiDang.Dmn.Types;

/// <summary>Reads the item definitions of a model and finds types by name, in the model and in what it imports.</summary>
internal sealed class TypeReader
{
    private readonly Report report;
    private readonly IReadOnlyDictionary<string, DmnModel> imports;
    private readonly Dictionary<string, DefinedType> own = [];

    public TypeReader(XElement definitions, Report report, IReadOnlyDictionary<string, DmnModel> imports)
    {
        (this.report, this.imports) = (report, imports);
        var elements = definitions.Elements(definitions.Name.Namespace + "itemDefinition").ToList();
        foreach (var element in elements)
        {
            if (Names.Of(element) is not { Length: > 0 } name) report.At(element, Says.NoName, "itemDefinition");
            else if (!own.TryAdd(name, new(name))) report.At(element, Says.NameTwice, name);
        }
        foreach (var element in elements)
            if (Names.Of(element) is { Length: > 0 } name && own.TryGetValue(name, out var type) && type is { Base: null, Components: null })
                Fill(type, element);
        foreach (var element in elements)
            if (Names.Of(element) is { Length: > 0 } name && own.TryGetValue(name, out var type) && IsCircular(type))
            {
                report.At(element, Says.TypeCycle, name);
                type.Base = null;
            }
    }

    /// <summary>The item definitions of this model by name.</summary>
    public IReadOnlyDictionary<string, DefinedType> Own => own;

    /// <summary>The types that FEEL may name in this model: its own, and those of imports with the prefix of the import.</summary>
    public IReadOnlyDictionary<string, FeelType> Feel => field ??= NamedTypes();

    private Dictionary<string, FeelType> NamedTypes()
    {
        var types = own.ToDictionary(t => t.Key, t => t.Value.Feel, StringComparer.Ordinal);
        foreach (var (prefix, model) in imports)
            foreach (var (name, type) in model.Types.Feel) types.TryAdd(prefix.Length == 0 ? name : $"{prefix}.{name}", type);
        return types;
    }

    /// <summary>The names of all components, for FEEL to read paths with.</summary>
    public IEnumerable<string> ComponentNames => own.Values.SelectMany(NamesIn);

    /// <summary>The type that an element names in its typeRef; Any when it names none or, with an error, one that is not there.</summary>
    public ItemType Of(XElement? element) => Of(element, "typeRef");

    private ItemType Of(XElement? element, string attribute)
    {
        var reference = ((string?)element?.Attribute(attribute))?.Trim();
        // DMN 1.1 writes the reference of variables as a child in some tools.
        reference ??= ((string?)element?.Element(element.Name.Namespace + attribute))?.Trim();
        return string.IsNullOrEmpty(reference) ? ItemType.Any : Named(reference, element!);
    }

    private ItemType Named(string reference, XElement element)
    {
        var found = Find(Names.Tidy(reference));
        if (found is null && reference.IndexOf(':') is > 0 and var colon) found = Find(Names.Tidy(reference[(colon + 1)..]));
        if (found is not null) return found;
        report.At(element, Says.NoSuchType, reference);
        return ItemType.Any;
    }

    private ItemType? Find(string name)
    {
        if (own.TryGetValue(name, out var type)) return type;
        if (ItemType.OfFeel(name) is { } builtIn) return builtIn;
        foreach (var (prefix, model) in imports)
        {
            if (prefix.Length == 0 && model.Types.Own.TryGetValue(name, out type)) return type;
            if (name.StartsWith(prefix + ".", StringComparison.Ordinal) && model.Types.Find(name[(prefix.Length + 1)..]) is { } imported) return imported;
        }
        // FEEL's parametrised types: their outer kind is enough to tell values apart here.
        return name.IndexOf('<') is > 0 and var angle ? ItemType.OfFeel(name[..angle].Trim()) ?? ItemType.Any : null;
    }

    private void Fill(DefinedType type, XElement element)
    {
        var ns = element.Name.Namespace;
        type.IsCollection = (bool?)element.Attribute("isCollection") ?? false;
        if (element.Element(ns + "functionItem") is { } function)
            type.Function = ([.. function.Elements(ns + "parameters").Select(Of)], Of(function, "outputTypeRef"));
        if (element.Element(ns + "allowedValues") is { } allowed) type.Allowed = Tests(allowed);
        if (element.Element(ns + "typeConstraint") is { } constraint) type.Constraint = Tests(constraint);
        var components = element.Elements(ns + "itemComponent").ToList();
        if (components.Count == 0)
        {
            type.Base = Of(element);
            return;
        }
        type.Components =
        [
            .. components.Select(c =>
            {
                var component = new DefinedType(Names.Of(c) ?? "");
                if (component.Name.Length == 0) report.At(c, Says.NoName, "itemComponent");
                Fill(component, c);
                return (component.Name, (ItemType)component);
            }),
        ];
    }

    private FeelUnaryTests? Tests(XElement holder)
    {
        if (holder.Element(holder.Name.Namespace + "text") is not { } text || string.IsNullOrWhiteSpace(text.Value)) return null;
        var read = FeelUnaryTests.Parse(text.Value);
        report.Feel(text, read.Diagnostics);
        return read.Value;
    }

    // Whether a type leads back to itself without a component in between, where values would need to be endless.
    private static bool IsCircular(DefinedType type)
    {
        var seen = new HashSet<ItemType>();
        for (ItemType? at = type; at is DefinedType { Base: { } next }; at = next)
            if (!seen.Add(at)) return true;
        return false;
    }

    private static IEnumerable<string> NamesIn(DefinedType type) => type.Components is null
        ? []
        : type.Components.SelectMany(c => ((DefinedType)c.Type).Components is null ? [c.Name] : NamesIn((DefinedType)c.Type).Prepend(c.Name));
}
