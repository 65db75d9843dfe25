using System.Text.Json.Nodes;
using HaiDang.Forms.Checking;

namespace HaiDang.Forms;

/// <summary>
/// A form-js form, read and checked. Immutable and thread-safe; all answers come and go as JSON, and nothing here throws for what
/// answers say. Where a method takes a context, code lists, variables and <c>now()</c> reach the form's FEEL through it; without one,
/// these are missing there.
/// </summary>
public sealed class Form
{
    internal Form(string id, int schemaVersion, IReadOnlyList<FormComponent> components, string source)
    {
        (Id, SchemaVersion, Components, Source) = (id, schemaVersion, components, source);
        var all = All(components).ToList();
        Pages = FormPage.Cut(components);
        Fields = all.OfType<FormField>().GroupBy(field => field.KeyPath, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        IsAlive = all.Any(component => component.HideWhen is not null || component is FormField { Expression: not null });
        ListNames = [.. all.OfType<FormField>().Select(field => field.Options?.ListName).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The schema's identifier.</summary>
    public string Id { get; }

    /// <summary>The schema's version.</summary>
    public int SchemaVersion { get; }

    /// <summary>The name of the source, as it was given to <see cref="FormReader.Read"/>.</summary>
    public string Source { get; }

    /// <summary>The components at the top, in order.</summary>
    public IReadOnlyList<FormComponent> Components { get; }

    /// <summary>The pages, in order: each group at the top is one, and so is each run of other components that holds anything to answer or read.</summary>
    public IReadOnlyList<FormPage> Pages { get; }

    /// <summary>The fields by key path (<c>children.name</c>), expression fields included.</summary>
    public IReadOnlyDictionary<string, FormField> Fields { get; }

    /// <summary>The key paths of the groups that are addresses.</summary>
    public IReadOnlyList<string> Addresses => field ??= [.. All(Components).OfType<FormGroup>().Where(group => group.IsAddress).Select(group => group.KeyPath)];

    /// <summary>The names of code lists that the form asks for (<c>valuesKey</c>), sorted.</summary>
    public IReadOnlyList<string> ListNames { get; }

    /// <summary>What FEEL in the form speaks of, sorted: answers, code lists and variables of the host by the first part of their names.</summary>
    public IReadOnlyList<string> Mentions => field ??= NameCheck.Mentioned(this);

    /// <summary>The names and types of what is submitted, for checking FEEL in processes and templates.</summary>
    public FormType Type => field ??= FormType.Of(Components);

    /// <summary>Whether anything depends on answers: conditions or expression fields.</summary>
    internal bool IsAlive { get; }

    /// <summary>The page with that identifier, or null.</summary>
    public FormPage? Page(string id) => Pages.FirstOrDefault(page => page.Id == id);

    /// <summary>The form as it stands at a set of answers. Costs one evaluation of all conditions; ask several questions of one view.</summary>
    public FormView At(JsonObject? answers, FormContext? context = null) => new(this, answers, context);

    /// <summary>The answers before anybody answered: defaults, and the empty value of each kind, as form-js has them.</summary>
    public JsonObject Defaults() => AnswerTree.Initial(Components, null);

    /// <summary>
    /// What to submit of a set of answers: completed with defaults, texts in NFC, without unknown names, hidden fields and disabled
    /// fields, with computed values. Cleaning twice changes nothing.
    /// </summary>
    public JsonObject Clean(JsonObject answers, FormContext? context = null) => At(answers, context).Submitted();

    /// <summary>The visible fields, items of lists included.</summary>
    public IReadOnlyList<FormNode> VisibleFields(JsonObject answers, FormContext? context = null) => At(answers, context).Fields;

    /// <summary>The visible pages.</summary>
    public IReadOnlyList<FormPage> VisiblePages(JsonObject answers, FormContext? context = null) => [.. At(answers, context).Pages.Select(page => page.Page)];

    /// <summary>The visible page after a page (hidden or not); the first when <paramref name="afterPage"/> is null; null when there is none.</summary>
    public FormPage? NextPage(JsonObject answers, string? afterPage, FormContext? context = null)
    {
        var passed = afterPage is null;
        var visible = VisiblePages(answers, context);
        foreach (var page in Pages)
        {
            if (passed && visible.Contains(page)) return page;
            passed |= page.Id == afterPage;
        }
        return null;
    }

    /// <summary>What is wrong with the visible fields of the whole form, or of one page: for each field the first thing, in order of the form.</summary>
    public IReadOnlyList<FormProblem> Validate(JsonObject answers, FormContext context, string? pageId = null) =>
        Validator.Check(At(answers, context), context, pageId);

    /// <summary>
    /// Turns what HTML inputs posted into typed values of one page. Names are the paths of fields; a date may come in parts
    /// (<c>key.day</c>, <c>key.month</c>, <c>key.year</c>, <c>key.time</c>); items of lists carry their index (<c>children[0].name</c>), are put in
    /// order and numbered anew. A name equal to a list's path says that the list was on the page though it may now be empty. Disabled and
    /// read-only fields are not taken.
    /// </summary>
    /// <param name="posted">Values by input name.</param>
    /// <param name="page">The page that was posted.</param>
    /// <param name="context">The context that the page was drawn with.</param>
    /// <param name="answers">The answers that the page was drawn with; null: none.</param>
    public FormInput Read(IReadOnlyDictionary<string, IReadOnlyList<string>> posted, FormPage page, FormContext? context = null, JsonObject? answers = null)
    {
        var data = new InputReader(posted, context, answers is null ? null : At(answers, context)).Read(page, answers);
        var view = At(Merge(answers, data), context);
        var problems = Validator.Check(view, context ?? new(default(DateTimeOffset)), page.Id);
        return new(data, [.. problems.Where(problem => FormProblemCode.OfReading.Contains(problem.Code))]);
    }

    /// <summary>The answers with those of a page (<see cref="FormInput.Data"/>) put in their place; lists are replaced whole.</summary>
    public JsonObject Merge(JsonObject? answers, JsonObject page) => Merging.Into(Components, answers, page);

    /// <summary>
    /// The answers that a page offers before the person gave any (<c>haidang:prefill</c>): for its visible fields outside lists that
    /// <paramref name="answers"/> have no value for, and those that an offer calls up. Empty when there is nothing to offer. <see cref="Merge"/>
    /// puts them in their place.
    /// </summary>
    public JsonObject Prefill(FormPage page, JsonObject? answers, FormContext context)
    {
        var offered = new JsonObject();
        for (var round = 0; round < FormLimits.OfferRounds && Offer(page, Merge(answers, offered), context, offered); round++) { }
        return offered;
    }

    /// <summary>Adds what the page offers; whether that was anything.</summary>
    bool Offer(FormPage page, JsonObject answers, FormContext context, JsonObject offered)
    {
        var any = false;
        foreach (var node in At(answers, context).Pages.Where(view => view.Id == page.Id).SelectMany(view => view.Fields))
        {
            if (node.Field is not { Prefill: not null } field || node.Path != field.KeyPath) continue;
            var path = field.KeyPath.Split('.');
            if (AnswerTree.TryGet(answers, path, out _)) continue;
            var value = AnswerTree.Normal(node.Offer());
            if (ValueShape.IsEmpty(value) || !ValueShape.Fits(field, value)) continue;
            AnswerTree.Set(offered, path, value);
            any = true;
        }
        return any;
    }

    /// <summary>"Check your answers": every visible field with its value in words.</summary>
    public IReadOnlyList<SummaryRow> Summary(JsonObject answers, string language, FormContext? context = null) => Summing.Up(At(answers, context), language);

    /// <summary>JSON Schema (draft 2020-12) of what is submitted.</summary>
    public JsonObject ToJsonSchema() => JsonSchema.Of(this);

    /// <summary>
    /// The form with texts of the second language (English), by <c>&lt;component&gt;.label</c>, <c>.description</c>, <c>.error</c>, <c>.text</c>,
    /// <c>.prefix</c>, <c>.suffix</c>, <c>.option.&lt;value&gt;</c> (or <c>.values.&lt;value&gt;</c>), <c>.column.&lt;key&gt;</c>, where the component is named by id, key path or key.
    /// Names that fit nothing are left aside; <see cref="CheckTexts"/> tells them.
    /// </summary>
    public Form WithTexts(IReadOnlyDictionary<string, string> texts) => new(Id, SchemaVersion, [.. Components.Select(new SecondTexts(texts).On)], Source);

    /// <summary>What is missing, left over or wrong in texts of the second language.</summary>
    /// <param name="texts">As for <see cref="WithTexts"/>.</param>
    /// <param name="sourceName">The name that diagnostics carry.</param>
    public IReadOnlyList<FormDiagnostic> CheckTexts(IReadOnlyDictionary<string, string> texts, string sourceName)
    {
        var second = new SecondTexts(texts);
        foreach (var component in Components) second.On(component);
        return second.Diagnostics(sourceName);
    }

    /// <summary>
    /// Names in the form's own FEEL that neither the form nor <paramref name="known"/> (variables and code lists of the host) has: a
    /// warning each, at its component. Names below <c>this</c>, <c>parent</c> and <c>i</c> are not looked into.
    /// </summary>
    public IReadOnlyList<FormDiagnostic> CheckNames(IEnumerable<string> known, string sourceName) =>
        NameCheck.Of(this, [.. known, .. ListNames], sourceName);

    /// <summary>
    /// FEEL in the form that fails at a set of answers, though its names are there (<c>5 &lt; "x"</c>, an argument that does not fit): a warning
    /// each, at its component, with the reason. Looked at is all whose containers are not hidden; checks only where there is an answer.
    /// </summary>
    public IReadOnlyList<FormDiagnostic> Failing(JsonObject answers, FormContext context) => FailingFeel.Of(this, At(answers, context));

    /// <summary>All components, containers before what they hold.</summary>
    internal static IEnumerable<FormComponent> All(IEnumerable<FormComponent> level) =>
        level.SelectMany(component => component is FormGroup group ? All(group.Components).Prepend(component) : [component]);
}
