using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Kernel;
using NodaTime.Text;

namespace HaiDang.Cases.Letters;

/// <summary>
/// The answers as letters say them, in repeated groups too: a date as people write it, with its ISO twin beside (<c>birthdateIso</c>);
/// beside the id of a unit its short name (<c>districtName</c>).
/// </summary>
internal static class AnswersInWords
{
    public static JsonObject Of(JsonObject answers, Form form, IUnits units, Language language)
    {
        var worded = (JsonObject)answers.DeepClone();
        Word(worded, "", form, units, language);
        return worded;
    }

    private static void Word(JsonObject group, string path, Form form, IUnits units, Language language)
    {
        foreach (var (key, value) in group.ToList())
        {
            var at = path.Length == 0 ? key : $"{path}.{key}";
            if (value is JsonObject inner) Word(inner, at, form, units, language);
            else if (value is JsonArray list) foreach (var item in list.OfType<JsonObject>()) Word(item, at, form, units, language);
            else if (value?.GetValueKind() == JsonValueKind.String && form.Fields.GetValueOrDefault(at) is { } field) Say(group, key, value.GetValue<string>(), field, units, language);
        }
    }

    private static void Say(JsonObject group, string key, string answer, FormField field, IUnits units, Language language)
    {
        if (field.Moment is { Part: FormMomentPart.Date } && LocalDatePattern.Iso.Parse(answer) is { Success: true } date)
        {
            group[key] = Wording.Date(date.Value);
            group[key + "Iso"] = answer;
        }
        else if (field.Meaning == FormMeaning.Unit && units.Find(answer) is { } unit)
            group[key + "Name"] = unit.ShortName.In(language);
    }
}
