namespace HaiDang.Ui;

/// <summary>
/// What a person had typed into a form when their session ended, given back on the page after they signed in again. A feature of the
/// request; the form with the same address takes it up by itself.
/// </summary>
/// <param name="Action">Where the form posted: path and query.</param>
/// <param name="Values">What was typed, by the names of the fields.</param>
/// <param name="HadFiles">Whether files had been chosen, which must be chosen again.</param>
public sealed record TypedAgain(string Action, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, bool HadFiles)
{
    public string? One(string name) => Values.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    public bool Has(string name, string value) => Values.TryGetValue(name, out var values) && values.Contains(value);
}
