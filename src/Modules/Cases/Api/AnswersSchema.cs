using System.Text.Json.Nodes;
using HaiDang.Cases.Questions;
using HaiDang.Kernel;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>What a service asks, as JSON Schema: the form's own, with the choices that the city brings (its units and code lists) written out.</summary>
internal sealed class AnswersSchema(QuestionContext contexts, IClock clock)
{
    internal static IResult Get(string slug, ServiceCatalogue services, AnswersSchema schema) => services.Find(slug) is { } service
        ? Results.Json(schema.Of(service), KernelJson.Options, "application/schema+json")
        : ProblemResults.Json([SendingProblems.NoSuchService.Now(slug)]);

    public JsonObject Of(ServiceDefinition service)
    {
        var schema = service.Form.ToJsonSchema();
        var context = contexts.For(service, clock.GetCurrentInstant(), []);
        foreach (var field in service.Form.Fields.Values)
            if (field.Options?.ListName is { } list && context.CodeLists.Has(list) && At(schema, field.KeyPath) is { } place)
            {
                var choices = new JsonArray([.. context.CodeLists.On(list, context.Today).Select(o => o.Value.DeepClone())]);
                if (place["type"]?.ToString() == "array") place["items"] = new JsonObject { ["enum"] = choices };
                else place["enum"] = choices;
            }
        return schema;
    }

    private static JsonObject? At(JsonObject schema, string path)
    {
        var at = schema;
        foreach (var name in path.Split('.'))
        {
            if ((at["items"] as JsonObject ?? at)["properties"]?[name] is not JsonObject next) return null;
            at = next;
        }
        return at;
    }
}
