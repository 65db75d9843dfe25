using System.Xml.Linq;
using HaiDang.Dmn.Expressions;
using HaiDang.Dmn.Running;
using HaiDang.Dmn.Types;

namespace HaiDang.Dmn.Reading;

/// <summary>
/// Reads the definitions: imports and types first, then what there is (so that anything can refer to anything), then what
/// needs what, and last the logic, because FEEL must know the names in scope.
/// </summary>
internal sealed class ModelReader(XElement root, string version, Report report, Func<DmnImport, DmnModel?>? resolve)
{
    private readonly XNamespace ns = root.Name.Namespace;
    private readonly Dictionary<string, DmnModel> imports = [];
    private readonly Dictionary<string, DrgElement> byId = [];
    private readonly List<(XElement Xml, DrgElement Element)> elements = [];
    private readonly Dictionary<DrgElement, XElement> xmlOf = [];
    private readonly HashSet<(Type, string)> named = [];

    public DmnModel Read()
    {
        ReadImports();
        var types = new TypeReader(root, report, imports);
        ReadHeads(types);
        foreach (var (xml, element) in elements) ReadRequirements(xml, element);
        FindCycles();

        var special = types.ComponentNames.Concat(imports.Values.SelectMany(m => m.Types.ComponentNames.Concat(m.Elements.Select(e => e.Variable))));
        var expressions = new ExpressionReader(report, types, special);
        foreach (var (xml, element) in elements) ReadLogic(xml, element, expressions);

        return new((string?)root.Attribute("name") ?? "", (string?)root.Attribute("namespace") ?? "", version, types,
            [.. elements.Select(e => e.Element)], expressions.Tables);
    }

    private void ReadImports()
    {
        foreach (var import in root.Elements(ns + "import"))
        {
            var type = (string?)import.Attribute("importType");
            if (!DmnVersion.IsModel(type)) continue;
            var asked = new DmnImport((string?)import.Attribute("namespace") ?? "", Names.Of(import) ?? "", (string?)import.Attribute("locationURI"));
            if (resolve?.Invoke(asked) is { } model) imports[asked.Name] = model;
            else report.At(import, Says.NoImport, asked.Namespace);
        }
    }

    private void ReadHeads(TypeReader types)
    {
        foreach (var xml in root.Elements())
        {
            if (xml.Name.Namespace != ns || xml.Name.LocalName is not ("inputData" or "decision" or "businessKnowledgeModel" or "decisionService")) continue;
            var name = Names.Of(xml);
            var id = (string?)xml.Attribute("id") ?? name;
            if (string.IsNullOrEmpty(name)) report.At(xml, Says.NoName, xml.Name.LocalName);
            name = string.IsNullOrEmpty(name) ? id ?? "" : name;
            var part = Part.Of(report.Source, xml);
            DrgElement element = xml.Name.LocalName switch
            {
                "inputData" => new InputData(part, types, id ?? "", name),
                "decision" => new Decision(part, types, id ?? "", name),
                "businessKnowledgeModel" => new Knowledge(part, types, id ?? "", name),
                _ => new Service(part, types, id ?? "", name),
            };
            var variable = xml.Element(ns + "variable");
            if (variable is not null && Names.Of(variable) is { Length: > 0 } known) element.Variable = known;
            element.Type = types.Of(variable);
            element.Label = (string?)xml.Attribute("label");
            if (!named.Add((element.GetType(), name))) report.At(xml, Says.NameTwice, name);
            if (!byId.TryAdd(element.Id, element)) report.At(xml, Says.IdTwice, element.Id);
            elements.Add((xml, element));
            xmlOf[element] = xml;
        }
    }

    private void ReadRequirements(XElement xml, DrgElement element)
    {
        if (element is Service service)
        {
            foreach (var input in References(xml, "inputData")) service.Inputs.Add(input);
            foreach (var input in References(xml, "inputDecision")) service.Inputs.Add(input);
            foreach (var output in References(xml, "outputDecision"))
            {
                if (output is Decision decision) service.Outputs.Add(decision);
                else report.At(xml, Says.WrongKind, output.Name, "outputDecision");
            }
            return;
        }
        foreach (var requirement in xml.Elements().Where(e => e.Name == ns + "informationRequirement" || e.Name == ns + "knowledgeRequirement"))
            foreach (var reference in requirement.Elements().Where(e => e.Attribute("href") is not null))
                if (Resolve(reference) is { } found) element.Requires.Add(found);
    }

    private IEnumerable<DrgElement> References(XElement xml, string kind) =>
        xml.Elements(ns + kind).Select(Resolve).OfType<(string Prefix, DrgElement Element)>().Select(r => r.Element);

    private (string Prefix, DrgElement Element)? Resolve(XElement reference)
    {
        var href = ((string?)reference.Attribute("href"))?.Trim() ?? "";
        var hash = href.LastIndexOf('#');
        var (place, id) = hash >= 0 ? (href[..hash], href[(hash + 1)..]) : ("", href);
        // A reference with this model's own namespace is as local as one without; some tools write ids of their own model so.
        if (byId.TryGetValue(id, out var local) && (place.Length == 0 || place == (string?)root.Attribute("namespace"))) return ("", local);
        foreach (var (prefix, model) in imports)
            if (model.Namespace == place && model.Elements.FirstOrDefault(e => e.Id == id) is { } imported) return (prefix, imported);
        report.At(reference, Says.NoSuchElement, href);
        return null;
    }

    // A decision loses the requirement that closes a circle, so that evaluation ends. Knowledge models and services may need
    // one another in circles: they are functions, and a function need not be called.
    private void FindCycles()
    {
        var (done, path) = (new HashSet<DrgElement>(), new List<DrgElement>());
        foreach (var (xml, element) in elements)
            if (element is Decision decision) Visit(decision, xml);

        void Visit(Decision element, XElement xml)
        {
            if (!done.Add(element)) return;
            if (path.Count >= DmnLimits.MostChain)
            {
                report.At(xml, Says.ChainTooLong, DmnLimits.MostChain);
                element.Requires.Clear();
                return;
            }
            path.Add(element);
            foreach (var required in element.Requires.ToList())
            {
                if (required.Element is not Decision next) continue;
                if (path.IndexOf(next) is >= 0 and var from)
                {
                    report.At(xml, Says.Cycle, string.Join(" → ", path.Skip(from).Append(required.Element).Select(e => e.Name)));
                    element.Requires.Remove(required);
                }
                else if (xmlOf.TryGetValue(next, out var there)) Visit(next, there);
            }
            path.RemoveAt(path.Count - 1);
        }
    }

    private void ReadLogic(XElement xml, DrgElement element, ExpressionReader expressions)
    {
        var names = NameScope.Empty.With([.. element.Requires.Select(r => r.Prefix.Length == 0 ? r.Element.Variable : r.Prefix)]);
        if (element is Decision decision && ExpressionReader.In(xml) is { } logic)
            decision.Logic = expressions.Read(logic, names, element.Name);
        if (element is Knowledge knowledge && xml.Element(ns + "encapsulatedLogic") is { } function)
        {
            // It knows itself without being drawn to need itself, as a function of FEEL does under its name.
            knowledge.Logic = expressions.Read(function, names.With(element.Variable), element.Name);
            knowledge.Parameters = (knowledge.Logic as BoxedFunction)?.Parameters ?? [];
        }
    }
}
