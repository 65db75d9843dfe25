using System.Text;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>A text with FEEL in it, read once.</summary>
internal sealed class FormTemplate
{
    readonly Part _root;

    FormTemplate(string source, Part root) => (Source, _root) = (source, root);

    public string Source { get; }

    public bool IsPlain => _root is Words;

    public IEnumerable<string> Names => _root.Names;

    public string Render(FeelScope scope, Func<string, string>? escape, ICollection<FeelDiagnostic>? notes = null)
    {
        var text = new StringBuilder();
        _root.Render(text, scope, escape ?? (value => value), notes);
        return text.ToString();
    }

    public static FormTemplate Plain(string text) => new(text, new Words(text));

    /// <summary>Reads a text; what is wrong in its FEEL goes to <paramref name="problems"/>, and the text then stands as it is.</summary>
    public static FormTemplate Read(string source, ICollection<FeelDiagnostic> problems)
    {
        if (source.StartsWith('='))
            return Expression(source[1..], problems) is { } whole ? new(source, new Value(whole)) : Plain(source);
        if (!source.Contains("{{", StringComparison.Ordinal)) return Plain(source);
        var before = problems.Count;
        var reader = new Reader(source, problems);
        var root = reader.Sequence(null);
        return problems.Count == before ? new(source, root) : Plain(source);
    }

    static FeelExpression? Expression(string text, ICollection<FeelDiagnostic> problems)
    {
        var parse = FeelExpression.Parse(text);
        if (parse.Value is null) foreach (var problem in parse.Diagnostics) problems.Add(problem);
        return parse.Value;
    }

    abstract record Part
    {
        public abstract void Render(StringBuilder to, FeelScope scope, Func<string, string> escape, ICollection<FeelDiagnostic>? notes);
        public abstract IEnumerable<string> Names { get; }
    }

    sealed record Words(string Text) : Part
    {
        public override void Render(StringBuilder to, FeelScope scope, Func<string, string> escape, ICollection<FeelDiagnostic>? notes) => to.Append(Text);
        public override IEnumerable<string> Names => [];
    }

    sealed record Value(FeelExpression Expression) : Part
    {
        public override void Render(StringBuilder to, FeelScope scope, Func<string, string> escape, ICollection<FeelDiagnostic>? notes) =>
            to.Append(escape(Expression.Evaluate(scope, notes).ToText()));
        public override IEnumerable<string> Names => Expression.Names;
    }

    sealed record Sequence(IReadOnlyList<Part> Parts) : Part
    {
        public override void Render(StringBuilder to, FeelScope scope, Func<string, string> escape, ICollection<FeelDiagnostic>? notes)
        {
            foreach (var part in Parts) part.Render(to, scope, escape, notes);
        }
        public override IEnumerable<string> Names => Parts.SelectMany(part => part.Names);
    }

    sealed record If(FeelExpression Condition, Part Body) : Part
    {
        public override void Render(StringBuilder to, FeelScope scope, Func<string, string> escape, ICollection<FeelDiagnostic>? notes)
        {
            if (Condition.Evaluate(scope, notes).AsBoolean == true) Body.Render(to, scope, escape, notes);
        }
        public override IEnumerable<string> Names => Condition.Names.Concat(Body.Names);
    }

    /// <summary>Repeats its body; an item's own names stand before those outside, which remain reachable as <c>parent</c>.</summary>
    sealed record Loop(FeelExpression Over, Part Body) : Part
    {
        public override void Render(StringBuilder to, FeelScope scope, Func<string, string> escape, ICollection<FeelDiagnostic>? notes)
        {
            foreach (var item in Over.Evaluate(scope, notes).AsList ?? [])
            {
                var inner = scope;
                foreach (var (name, value) in item.AsContext ?? new Dictionary<string, FeelValue>()) inner = inner.With(name, value);
                Body.Render(to, inner.With("this", item), escape, notes);
            }
        }
        public override IEnumerable<string> Names => Over.Names;
    }

    ref struct Reader(string source, ICollection<FeelDiagnostic> problems)
    {
        int _at;

        /// <summary>Reads up to the closing tag of <paramref name="closing"/>, or to the end.</summary>
        public Part Sequence(string? closing, int depth = 0)
        {
            var parts = new List<Part>();
            while (_at < source.Length)
            {
                var open = source.IndexOf("{{", _at, StringComparison.Ordinal);
                if (open < 0) break;
                var close = source.IndexOf("}}", open, StringComparison.Ordinal);
                if (close < 0) break;
                if (open > _at) parts.Add(new Words(source[_at..open]));
                var tag = source[(open + 2)..close].Trim();
                _at = close + 2;
                if (tag.StartsWith('/'))
                {
                    if (closing is null || tag[1..].Trim() != closing) Wrong(open, $"{{{{{tag}}}}} đóng một khối chưa mở.", $"{{{{{tag}}}}} closes a block that is not open.");
                    return new Sequence(parts);
                }
                if (Block(tag, "#if", open, depth) is { } then) { if (then.Condition is not null) parts.Add(new If(then.Condition, then.Body)); }
                else if (Block(tag, "#loop", open, depth) is { } loop) { if (loop.Condition is not null) parts.Add(new Loop(loop.Condition, loop.Body)); }
                else if (Expression(tag, problems) is { } expression) parts.Add(new Value(expression));
            }
            if (closing is not null) Wrong(_at, $"Thiếu {{{{/{closing}}}}}.", $"{{{{/{closing}}}}} is missing.");
            if (_at < source.Length) parts.Add(new Words(source[_at..]));
            _at = source.Length;
            return parts is [Words only] ? only : new Sequence(parts);
        }

        (FeelExpression? Condition, Part Body)? Block(string tag, string keyword, int at, int depth)
        {
            if (!tag.StartsWith(keyword + " ", StringComparison.Ordinal)) return null;
            if (depth > 20)
            {
                Wrong(at, "Các khối {{#…}} lồng nhau quá sâu.", "Blocks {{#…}} are nested too deeply.");
                _at = source.Length;
                return (null, new Words(""));
            }
            return (Expression(tag[keyword.Length..].Trim(), problems), Sequence(keyword[1..], depth + 1));
        }

        readonly void Wrong(int at, string vi, string en) => problems.Add(new(1, at + 1, "form.template", vi, en));
    }
}
