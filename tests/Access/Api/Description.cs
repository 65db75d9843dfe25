using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDang.Contracts;

namespace HaiDang.Access.Tests.Api;

/// <summary>One operation that the city describes, and the answers that it says it can give.</summary>
internal sealed record Operation(string Method, string Path, JsonNode Node)
{
    public string Name => Node["operationId"]!.ToString();

    public IEnumerable<int> Statuses => Node["responses"]!.AsObject().Select(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture));

    public bool NeedsToken => Needs("bearer");

    public bool NeedsSignature => Needs("signature");

    public bool Fits(string method, string path) =>
        method.Equals(Method, StringComparison.OrdinalIgnoreCase) && Regex.IsMatch(path, "^" + Regex.Replace(Path, @"\{[^}]+\}", "[^/]+") + "$");

    private bool Needs(string scheme) => Node["security"]!.AsArray().Any(s => s!.AsObject().ContainsKey(scheme));

    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";
}

/// <summary>The description of the API as the running city gives it.</summary>
internal sealed class Description
{
    private readonly JsonNode document;
    private readonly Schema schemas;
    private readonly HashSet<(string Operation, int Status)> seen = [];

    private Description(JsonNode document)
    {
        this.document = document;
        schemas = new Schema(document);
        Operations = [.. from path in document["paths"]!.AsObject() from method in path.Value!.AsObject() where method.Key is "get" or "put" or "post" or "delete"
                         select new Operation(method.Key, path.Key, method.Value!)];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public JsonNode Document => document;

    public static async Task<Description> Of(OpenCity city)
    {
        using var nobody = city.Nobody();
        return new Description((await nobody.Gets(Links.Api.Description)).Is(HttpStatusCode.OK).Json!);
    }

    public Operation Named(string name) => Operations.Single(o => o.Name == name);

    /// <summary>The answer is one that the operation describes, with a body as its schema says.</summary>
    public Answer Holds(Answer answer)
    {
        var request = answer.Message.RequestMessage!;
        var operation = Operations.SingleOrDefault(o => o.Fits(request.Method.Method, request.RequestUri!.AbsolutePath));
        Assert.True(operation is not null, $"{request.Method} {request.RequestUri!.AbsolutePath} is not described");
        var response = operation.Node["responses"]![$"{(int)answer.Status}"];
        Assert.True(response is not null, $"{operation} answers {(int)answer.Status}, which is not described: {answer.Text}");
        seen.Add((operation.Name, (int)answer.Status));
        if (response["content"] is not JsonObject { Count: > 0 } content)
        {
            Assert.Empty(answer.Bytes);
            return answer;
        }
        Assert.True(content[answer.Type ?? ""] is not null, $"{operation} answers {(int)answer.Status} as {answer.Type}, which is not described");
        if (answer.Json is not null && content[answer.Type!]!["schema"] is { } schema)
            Assert.True(schemas.Faults(answer.Json, schema) is { Count: 0 }, $"{operation} {(int)answer.Status}: {string.Join("; ", schemas.Faults(answer.Json, schema))}");
        return answer;
    }

    public IReadOnlyList<string> ExampleFaults() =>
    [
        .. from operation in Operations
           from media in Bodies(operation)
           where media.Media["example"] is not null
           from fault in schemas.Faults(media.Media["example"], media.Media["schema"]!)
           select $"{operation} {media.Where}: {fault}",
    ];

    /// <summary>JSON bodies that show no example, but for refusals, which all look alike.</summary>
    public IReadOnlyList<string> WithoutExample() =>
        [.. from operation in Operations from media in Bodies(operation) where media.Media["example"] is null select $"{operation} {media.Where}"];

    /// <summary>What the description promises and nobody has seen.</summary>
    public IReadOnlyList<string> NotSeen() =>
        [.. from operation in Operations from status in operation.Statuses where !seen.Contains((operation.Name, status)) select $"{operation}: {status}"];

    private static IEnumerable<(string Where, JsonNode Media)> Bodies(Operation operation)
    {
        if (operation.Node["requestBody"]?["content"]?["application/json"] is { } asked) yield return ("request", asked);
        foreach (var (status, response) in operation.Node["responses"]!.AsObject())
            if (response!["content"]?["application/json"] is { } given) yield return (status, given);
    }
}
