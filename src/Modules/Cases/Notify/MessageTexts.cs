using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaiDang.Feel;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Notify;

/// <summary>The city's messages (<c>messages/*.yaml</c>): per occasion a subject and a body in both languages, with FEEL in <c>{{ }}</c>.</summary>
internal sealed partial class MessageTexts
{
    public const string Submitted = "submitted", Accepted = "accepted", SupplementRequested = "supplement-requested",
        SupplementReceived = "supplement-received", Refused = "refused", ResultReady = "result-ready", Apology = "apology", DraftExpiring = "draft-expiring", PaymentDue = "payment-due";

    public static readonly IReadOnlyList<string> Occasions =
        [Submitted, Accepted, SupplementRequested, SupplementReceived, Refused, ResultReady, Apology, DraftExpiring];

    /// <summary>Messages that a city may leave out.</summary>
    private static readonly IReadOnlyList<string> MayLack = [PaymentDue];

    private const string Parting = "\n— — —\n\n";
    private readonly Dictionary<string, (LocalText Subject, LocalText Body)> texts = [];

    public MessageTexts(CityFolder folder, PackProblems problems)
    {
        foreach (var occasion in Occasions.Concat(MayLack))
        {
            var path = $"messages/{occasion}.yaml";
            if (folder.Find(path) is not { } file)
            {
                if (MayLack.Contains(occasion)) continue;
                problems.Add(path, 0, "thiếu tệp này", "this file is missing", "viết subject và body, mỗi mục có vi và en", "write subject and body, each with vi and en");
                continue;
            }
            if (YamlFile.Read(file, problems) is not { } yaml) continue;
            texts[occasion] = (yaml.Local("subject"), yaml.Local("body"));
            foreach (var key in (string[])["subject", "body"])
                foreach (var text in (string[])[yaml.Local(key).Vi, yaml.Local(key).En])
                    foreach (var wrong in Place().Matches(text).SelectMany(m => FeelExpression.Parse(m.Groups[1].Value.Trim()).Diagnostics))
                        problems.Add(file.Shown, yaml.LineOf(key), wrong.Vi, wrong.En, "sửa biểu thức trong {{ }}", "mend the expression in {{ }}");
            yaml.NoMore();
        }
    }

    /// <summary>Subject and body with both languages, Vietnamese first; null when the city has no such message.</summary>
    public (string Subject, string Body)? Write(string occasion, Func<Language, JsonObject> facts)
    {
        if (!texts.TryGetValue(occasion, out var text)) return null;
        var (vi, en) = (new FeelScope(FeelValue.FromJson(facts(Language.Vietnamese))), new FeelScope(FeelValue.FromJson(facts(Language.English))));
        return (OneLine($"{Fill(text.Subject.Vi, vi)} / {Fill(text.Subject.En, en)}"), Tidy(Fill(text.Body.Vi, vi)) + Parting + Tidy(Fill(text.Body.En, en)));
    }

    internal static string Fill(string text, FeelScope scope) => Place().Replace(text, place =>
        FeelExpression.Parse(place.Groups[1].Value.Trim()).Value?.Evaluate(scope).ToText() ?? "");

    /// <summary>A header is one line whatever the facts say.</summary>
    private static string OneLine(string text) => new StringBuilder(text).Replace('\r', ' ').Replace('\n', ' ').ToString().Trim();

    private static string Tidy(string text) => ManyBlanks().Replace(text.Replace("\r", "", StringComparison.Ordinal).Trim() + "\n", "\n\n");

    [GeneratedRegex(@"\{\{(.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex(@"\n[ \t]*\n(?:[ \t]*\n)+")]
    private static partial Regex ManyBlanks();
}

/// <summary>The messages' part of <c>haidang check</c>.</summary>
internal sealed class CheckMessages : IPackCheck
{
    public void Check(CityFolder folder, City city, PackProblems problems) => _ = new MessageTexts(folder, problems);
}
