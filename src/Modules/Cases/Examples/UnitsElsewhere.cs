using System.Text.Json.Nodes;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;

namespace HaiDang.Cases.Examples;

/// <summary>An example of a shared service names units of the city that it was written in; in any other city, any unit that is offered does.</summary>
internal static class UnitsElsewhere
{
    public static void Replace(JsonObject answers, Form form, FormContext context, IUnits units)
    {
        foreach (var field in form.Fields.Values)
            if (field.Meaning == FormMeaning.Unit && field.Options?.ListName is { } list && answers[field.Key] is JsonValue named
                && units.Find(named.ToString()) is null && context.CodeLists[list] is [var first, ..])
                answers[field.Key] = first.Value.DeepClone();
    }
}
