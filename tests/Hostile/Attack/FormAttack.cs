using System.Net;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>Sends hostile texts through one form: all of its fields at once, and each alone with the others as they should be.</summary>
internal sealed class FormAttack(Attacker attacker, IReadOnlyList<PageForm> instances)
{
    private const int Bundle = 1_000;

    private int at;
    private PageForm? form;

    /// <param name="singly">Whether each text is tried by itself in all fields, or side by side with others.</param>
    public async Task Run(IReadOnlyList<string> texts, bool singly)
    {
        await AllAtOnce(singly ? texts : [.. HostileTexts.Own, .. Bundles(texts)]);
        foreach (var field in form?.Open.Where(f => f.Kind != "button").Select(f => f.Name).Distinct().ToList() ?? [])
            foreach (var text in Bundles(texts))
            {
                if (await Form() is not { } current) return;
                await Send(current, new Dictionary<string, string> { [field] = text }, text);
            }
    }

    public async Task AllAtOnce(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (await Form() is not { } current) return;
            await Send(current, current.Open.Select(f => f.Name).Distinct().ToDictionary(n => n, _ => text), text);
        }
    }

    private async Task Send(PageForm current, Dictionary<string, string> replaced, string text)
    {
        var (status, _) = await attacker.Sends(current, replaced, text);
        // Taken, or the session or token is over: the next time the form is fetched anew, from the next place that has it.
        if (current.Method == "POST" && status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.RequestEntityTooLarge)) (form, at) = (null, at + 1);
    }

    private async Task<PageForm?> Form()
    {
        for (var tries = 0; form is null && tries < Math.Min(instances.Count, 12); tries++)
        {
            var old = instances[(at + tries) % instances.Count];
            var (status, html) = await attacker.Opens(old.Page);
            if (status == HttpStatusCode.OK)
                form = PageForm.On(old.Page, html).FirstOrDefault(f => f.Action == old.Action && f.Fields.Select(x => x.Name).SequenceEqual(old.Fields.Select(x => x.Name)));
        }
        return form;
    }

    /// <summary>Short texts side by side, so that a field that uses up its form each time still sees them all.</summary>
    public static IReadOnlyList<string> Bundles(IReadOnlyList<string> texts)
    {
        var bundles = new List<string> { "" };
        foreach (var text in texts)
            if (text.Length > Bundle) bundles.Add(text);
            else if (bundles[^1].Length + text.Length > Bundle) bundles.Add(text);
            else bundles[^1] += " " + text;
        return bundles;
    }
}
