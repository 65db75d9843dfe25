using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Kernel;
using NodaTime.Text;

namespace HaiDang.Cases.Letters;

/// <summary>
/// The answers as letters say them, in repeated groups too: a date as people write it, with its ISO twin beside (<c>birthdateIso</c>);
/// beside the id of a unit its short name (<c>districtName</c>), beside a choice its words, and beside an address the whole of it in one line.
/// </summary>
internal static class AnswersInWords
{
    public static JsonObject Of(JsonObject answers, ServiceDefinition service, IUnits units, Language language)
    {
        var worded = (JsonObject)answers.DeepClone();
        Word(worded, "", service, units, language);
        return worded;
    }

    private static void Word(JsonObject group, string path, ServiceDefinition service, IUnits units, Language language)
    {
        foreach (var (key, value) in group.ToList())
        {
            var at = path.Length == 0 ? key : $"{path}.{key}";
            if (service.Form.Addresses.Contains(at)) group[key + "Name"] = Line(value as JsonObject, at, service, language);
            if (value is JsonObject inner) Word(inner, at, service, units, language);
            else if (value is null && service.Form.Fields.GetValueOrDefault(at) is { } unanswered) group[key + (unanswered.Moment is null ? "Name" : "Iso")] = null;
            else if (value is JsonArray list)
            {
                foreach (var item in list.OfType<JsonObject>()) Word(item, at, service, units, language);
                if (service.Form.Fields.GetValueOrDefault(at)?.Options is { } many)
                    group[key + "Name"] = string.Join(", ", list.OfType<JsonValue>().Select(v => Words(many, v.ToString(), service, language) ?? v.ToString()));
            }
            else if (value?.GetValueKind() == JsonValueKind.String && service.Form.Fields.GetValueOrDefault(at) is { } field) Say(group, key, value.GetValue<string>(), field, service, units, language);
        }
    }

    private static void Say(JsonObject group, string key, string answer, FormField field, ServiceDefinition service, IUnits units, Language language)
    {
        if (field.Moment is { Part: FormMomentPart.Date } && LocalDatePattern.Iso.Parse(answer) is { Success: true } date)
        {
            group[key] = Wording.Date(date.Value);
            group[key + "Iso"] = answer;
        }
        else if (field.Meaning == FormMeaning.Unit && units.Find(answer) is { } unit)
            group[key + "Name"] = unit.ShortName.In(language);
        else if (field.Options is { } options && Words(options, answer, service, language) is { } words)
            group[key + "Name"] = words;
    }

    /// <summary>From the house to the province. In a Vietnamese sentence the kind of a place is no name: <c>phường Máy Tơ</c>.</summary>
    private static string? Line(JsonObject? address, string at, ServiceDefinition service, Language language)
    {
        if (address is null) return null;
        var parts = new[] { (string?)address["street"], Chosen("ward") ?? (string?)address["wardName"], Chosen("province") };
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));

        string? Chosen(string key)
        {
            if ((string?)address[key] is not { Length: > 0 } code || service.Form.Fields.GetValueOrDefault($"{at}.{key}")?.Options is not { } options) return null;
            var name = Words(options, code, service, language) ?? code;
            return language == Language.Vietnamese ? char.ToLower(name[0], LocalText.CultureOf(language)) + name[1..] : name;
        }
    }

    private static string? Words(FormOptions options, string answer, ServiceDefinition service, Language language) =>
        options.ListName is { } list ? service.Lists.GetValueOrDefault(list)?.Find(answer)?.Name.In(language)
            : options.Expression is { } computed ? computed.Names.Select(path => service.Lists.GetValueOrDefault(path.Split('.', 2)[0])?.Find(answer)?.Name.In(language)).FirstOrDefault(words => words is not null)
            : options.Static?.FirstOrDefault(o => o.Posted == answer)?.Label(language == Language.English ? FormLanguage.En : FormLanguage.Vi);
}
