using HaiDang.Feel;

namespace HaiDang.Documents.Template;

/// <summary>A part of a template that was read.</summary>
internal abstract record TemplateNode;

/// <summary>Markdown as it stands.</summary>
internal sealed record TextNode(string Text) : TemplateNode;

/// <summary>A value, and the way it is written.</summary>
internal sealed record ValueNode(TemplateExpression Expression, ValueFormat Format) : TemplateNode;

/// <summary>The first branch whose condition is true; a branch without condition is <c>else</c>.</summary>
internal sealed record IfNode(IReadOnlyList<IfBranch> Branches) : TemplateNode;

/// <summary>A branch of a condition.</summary>
internal sealed record IfBranch(TemplateExpression? Condition, IReadOnlyList<TemplateNode> Nodes);

/// <summary>Its nodes once for each item; <paramref name="Position"/> names the place of the item, from 1.</summary>
internal sealed record EachNode(TemplateExpression List, string Item, string? Position, IReadOnlyList<TemplateNode> Nodes) : TemplateNode;

/// <summary>An expression and where it stands in the template.</summary>
internal sealed record TemplateExpression(FeelExpression Feel, int Line, int Column)
{
    /// <summary>A diagnostic of FEEL at its place in the template.</summary>
    public static DocumentDiagnostic Placed(FeelDiagnostic found, string source, int line, int column) =>
        new(source, line + found.Line - 1, found.Line == 1 ? column + found.Column - 1 : found.Column, found.Code, found.Vi, found.En);
}
