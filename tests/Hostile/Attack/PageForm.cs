using System.Net;
using System.Text.RegularExpressions;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>One input of a form as a page has it.</summary>
internal sealed record PageField(string Name, string Value, string Kind);

/// <summary>A form of a page, and the page that it stands on.</summary>
internal sealed partial record PageForm(string Page, string Method, string Action, IReadOnlyList<PageField> Fields)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>What a person types or chooses, and what a program may change.</summary>
    public IEnumerable<PageField> Open => Fields.Where(f => f.Name != Token && f.Kind != "file");

    public IEnumerable<PageField> Files => Fields.Where(f => f.Kind == "file");

    public static IEnumerable<PageForm> On(string page, string html)
    {
        foreach (Match form in FormTag().Matches(html))
        {
            var fields = FieldTag().Matches(form.Groups[2].Value).Select(Field).Where(f => f.Name.Length > 0).ToList();
            var action = Attribute(form.Groups[1].Value, "action");
            yield return new PageForm(page, Attribute(form.Groups[1].Value, "method").ToUpperInvariant() is "POST" ? "POST" : "GET", action.Length > 0 ? action : page, fields);
        }
    }

    public static IEnumerable<string> LinksOn(string html) => Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    private static PageField Field(Match tag)
    {
        var head = tag.Groups[2].Value;
        var kind = tag.Groups[1].Value == "input" ? Attribute(head, "type") : tag.Groups[1].Value;
        var value = tag.Groups[1].Value == "textarea" ? WebUtility.HtmlDecode(tag.Groups[3].Value).TrimStart('\n') : Attribute(head, "value");
        return new PageField(Attribute(head, "name"), value, kind);
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<(input|select|textarea|button)(\\s[^>]*)>(?:([^<]*)</textarea>)?", RegexOptions.Singleline)]
    private static partial Regex FieldTag();

    [GeneratedRegex("<a\\s[^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Link();
}
