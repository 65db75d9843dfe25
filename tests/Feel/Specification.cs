using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Feel.Tests;

/// <summary>The language in which the specifications are written: <c>Feel("1 + 1").Is("2")</c>.</summary>
public abstract class Specification
{
    protected static Sentence Feel(string text) => new(text);

    protected static Cell Test(string text) => new(text);

    protected sealed record Sentence(string Text)
    {
        private FeelValue scope = FeelValue.Null;
        private string[] names = [];
        private DateTimeOffset? now;
        private FeelLimits limits = FeelLimits.Default;

        /// <summary>With the entries of a JSON object in scope.</summary>
        public Sentence Given(string json)
        {
            scope = FeelValue.FromJson(JsonNode.Parse(json));
            return this;
        }

        /// <summary>With the value of another expression under a name.</summary>
        public Sentence Where(string name, string expression)
        {
            var value = new Sentence(expression).Value(out _);
            scope = FeelValue.Context([.. scope.AsContext ?? new Dictionary<string, FeelValue>(), new(name, value)]);
            return this;
        }

        public Sentence Knowing(params string[] known)
        {
            names = known;
            return this;
        }

        public Sentence At(string moment)
        {
            now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
            return this;
        }

        public Sentence Within(FeelLimits other)
        {
            limits = other;
            return this;
        }

        /// <summary>The value equals that of another expression, in kind as well.</summary>
        public void Is(string expected)
        {
            var actual = Value(out var notes);
            var wanted = new Sentence(expected).Value(out _);
            Assert.True(actual == wanted, $"{Text}\n  is     {actual}\n  wanted {wanted}\n  notes: {string.Join("; ", notes.Select(n => n.En))}");
        }

        /// <summary>The value is null and a note says why, with this code.</summary>
        public void Fails(string code)
        {
            var actual = Value(out var notes);
            Assert.True(actual.IsNull, $"{Text} is {actual}");
            Assert.Contains(code, notes.Select(n => n.Code));
            Assert.All(notes, n => Assert.True(n.Vi != n.En && n.Line >= 1 && n.Column >= 1));
        }

        public void IsNull() => Assert.Equal(FeelValue.Null, Value(out _));

        /// <summary>The value as string() writes it.</summary>
        public void Says(string text) => Assert.Equal(text, Value(out _).ToText());

        /// <summary>The text cannot be read, for a reason with this code at this place.</summary>
        public void IsRefused(string code, int line = 1, int? column = null)
        {
            var parse = FeelExpression.Parse(Text, names);
            Assert.Null(parse.Value);
            var problem = Assert.Single(parse.Diagnostics);
            Assert.Equal((code, line), (problem.Code, problem.Line));
            Assert.Equal(column ?? problem.Column, problem.Column);
        }

        public void Needs(params string[] wanted) => Assert.Equal(wanted, Read().Names);

        public void MayNeed(params string[] wanted) => Assert.Equal(wanted, Read().PossibleNames);

        public FeelExpression Read()
        {
            var parse = FeelExpression.Parse(Text, names);
            Assert.True(parse.Value is not null, $"{Text}: {string.Join("; ", parse.Diagnostics.Select(d => $"{d.Line}:{d.Column} {d.En}"))}");
            return parse.Value;
        }

        public FeelValue Value(out List<FeelDiagnostic> notes)
        {
            notes = [];
            return Read().Evaluate(new FeelScope(scope, now) { Limits = limits }, notes);
        }
    }

    protected sealed record Cell(string Text)
    {
        private string scope = "{}";

        public Cell Given(string json)
        {
            scope = json;
            return this;
        }

        public void Passes(string input) => Assert.True(Result(input), $"{input} does not pass {Text}");

        public void Stops(string input) => Assert.False(Result(input) ?? throw new InvalidOperationException("unknown"), $"{input} passes {Text}");

        public void CannotTell(string input) => Assert.Null(Result(input));

        private bool? Result(string input)
        {
            var parse = FeelUnaryTests.Parse(Text);
            Assert.True(parse.Value is not null, $"{Text}: {string.Join("; ", parse.Diagnostics.Select(d => d.En))}");
            var value = new Sentence(input).Value(out _);
            return parse.Value.Test(value, new FeelScope(FeelValue.FromJson(JsonNode.Parse(scope))));
        }
    }
}
