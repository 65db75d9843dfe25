using HaiDang.Feel;

namespace HaiDang.Bpmn;

/// <summary>A text in a model that is FEEL or stands for itself. Immutable; FEEL is compiled once, when the model is read.</summary>
public sealed class BpmnExpression
{
    private BpmnExpression(string text, string? language, bool isFeel, int line, int column)
    {
        (Text, Language, IsFeel, Line, Column) = (text, language, isFeel, line, column);
        if (!isFeel) return;
        var body = text.TrimStart();
        var parse = FeelExpression.Parse(body.StartsWith('=') ? body[1..] : body);
        (Feel, Diagnostics) = (parse.Value, parse.Diagnostics);
    }

    /// <summary>The text as written, with its leading <c>=</c> if it has one, without blanks around.</summary>
    public string Text { get; }

    /// <summary>The expression language that the file names for this expression, or null.</summary>
    public string? Language { get; }

    /// <summary>Whether it is FEEL rather than a text that stands for itself.</summary>
    public bool IsFeel { get; }

    /// <summary>The compiled expression; null for a text, or when it could not be read.</summary>
    public FeelExpression? Feel { get; }

    /// <summary>What is wrong with the expression.</summary>
    public IReadOnlyList<FeelDiagnostic> Diagnostics { get; } = [];

    /// <summary>Line in the XML, from 1.</summary>
    public int Line { get; }

    /// <summary>Column in the line, from 1.</summary>
    public int Column { get; }

    /// <summary>A condition, cardinality or script: always FEEL, with or without a leading <c>=</c>.</summary>
    internal static BpmnExpression Always(string text, int line, int column, string? language = null) =>
        new(text.Trim(), language, true, line, column);

    /// <summary>A value: FEEL with a leading <c>=</c>, otherwise a text.</summary>
    internal static BpmnExpression TextOrFeel(string text, int line, int column, string? language = null) =>
        new(text.Trim(), language, text.TrimStart().StartsWith('='), line, column);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
