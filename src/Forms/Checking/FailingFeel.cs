using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms.Checking;

/// <summary>
/// Runs the FEEL of a form at one set of answers and tells what fails. A condition that fails hides, a computed value or a check that
/// fails is nothing: none of this can be seen on the page. Names that are not there are left to <see cref="NameCheck"/>.
/// </summary>
internal static class FailingFeel
{
    const string UnknownName = "feel.unknown-name";

    public static IReadOnlyList<FormDiagnostic> Of(Form form, FormView view)
    {
        var found = new List<FormDiagnostic>();
        foreach (var (component, scope, value) in view.Reached)
            foreach (var (where, why) in Failures(component, scope, value).Distinct())
                found.Add(new(form.Source, component.Line, component.Column, component.Id, why.Code,
                    $"{component.Id}: FEEL của {where} không ra giá trị: {why.Vi}", $"{component.Id}: FEEL of {where} gives no value: {why.En}", FormSeverity.Warning));
        return [.. found.Distinct()];
    }

    static IEnumerable<(string Where, FeelDiagnostic Why)> Failures(FormComponent component, FeelScope scope, JsonNode? value)
    {
        var notes = new List<FeelDiagnostic>();
        foreach (var (where, run) in Runs(component, value))
        {
            run(scope, notes);
            foreach (var why in notes.Where(n => n.Code != UnknownName).Take(1)) yield return (where, why);
            notes.Clear();
        }
    }

    /// <summary>Every piece of FEEL that matters while the component stands as it does, and how it is run.</summary>
    static IEnumerable<(string Where, Action<FeelScope, ICollection<FeelDiagnostic>> Run)> Runs(FormComponent component, JsonNode? value)
    {
        var found = new List<(string, Action<FeelScope, ICollection<FeelDiagnostic>>)>();
        Feel("conditional.hide", component.HideWhen?.Expression);
        Words("label", component.Label);
        Words("description", component.Description);
        if (component is FormField field) OfField(field);
        if (component is FormContent content)
        {
            Words("text", content.Text);
            Feel("dataSource", content.Rows);
            Feel("columnsExpression", content.ColumnsExpression);
            foreach (var column in content.Columns) Words("columns", column.Label);
        }
        return found;

        void OfField(FormField asked)
        {
            Feel("expression", asked.Expression);
            Feel("readonly", asked.ReadOnly.Condition?.Expression);
            Feel("valuesExpression", asked.Options?.Expression);
            Feel("multiple", asked.Files?.MultipleExpression);
            Feel("accept", asked.Files?.AcceptExpression);
            Feel("min", asked.Rules.Min?.Expression);
            Feel("max", asked.Rules.Max?.Expression);
            Feel("minLength", asked.Rules.MinLength?.Expression);
            Feel("maxLength", asked.Rules.MaxLength?.Expression);
            Feel(FormProperty.Prefill, asked.Prefill);
            // An answer that is not there is not checked.
            if (!ValueShape.IsEmpty(value) && ValueShape.Fits(asked, value)) Feel(FormProperty.Check, asked.Rules.Check);
            Words("prefixAdorner", asked.Prefix);
            Words("suffixAdorner", asked.Suffix);
            Words(FormProperty.Error, asked.Error);
        }

        void Feel(string where, FeelExpression? expression)
        {
            if (expression is not null) found.Add((where, (scope, notes) => expression.Evaluate(scope, notes)));
        }

        void Words(string where, FormText text)
        {
            foreach (var language in (string[])[FormLanguage.Vi, FormLanguage.En]) found.Add((where, (scope, notes) => text.In(language, scope, notes: notes)));
        }
    }
}
