using System.Text.Json.Nodes;
using System.Xml;

namespace HaiDang.Bpmn.Tests;

/// <summary>
/// A process written as paths, parted by semicolons: <c>start a x:xor ok; x[n > 5] b ok2; x[else] c ok3</c>. A word is a user task, or an end
/// when it begins with <c>ok</c>; <c>name:kind(argument)</c> says what else it is; <c>a/late:wait(PT8H)</c> sits on the edge of a and
/// interrupts it, <c>a//late:…</c> does not. Then what happens, parted by semicolons: <c>a</c> is done, <c>a n=5</c> with a result, <c>+PT8H</c> passes,
/// <c>!paid</c> is a message, <c>~go</c> a signal, <c>a#E1</c> meets an error, <c>a&lt;</c> returns from a call.
/// </summary>
internal static class Drawn
{
    public static Story Play(string drawing, string happens)
    {
        var actions = happens.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        object? given = null;
        if (actions is [var first, ..] && first.StartsWith("with ", StringComparison.Ordinal))
        {
            given = Values(first[5..]);
            actions.RemoveAt(0);
        }
        var story = new Story(Model(drawing)).Starts(given);
        foreach (var action in actions)
            _ = action[0] switch
            {
                '+' => story.Passes(XmlConvert.ToTimeSpan(action[1..])),
                '!' => story.Hears(action[1..]),
                '~' => story.Signalled(action[1..]),
                '=' => story.Changes(Values(action[1..])),
                _ when action.Split('#') is [var failed, var code] => story.Fails(failed, code),
                _ when action.EndsWith('<') => story.Returns(action[..^1]),
                _ => action.Split(' ', 2) is [var done, var result] ? story.Does(done, Values(result)) : story.Does(action),
            };
        return story;
    }

    private static JsonObject Values(string text) =>
        new(text.Split(',', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2)).Select(p => KeyValuePair.Create(p[0].Trim(), JsonNode.Parse(p[1]))));

    private static BpmnModel Model(string drawing)
    {
        var (process, known) = (ModelBuilder.Process(), new HashSet<string> { "start" });
        foreach (var path in drawing.Split(';', StringSplitOptions.TrimEntries))
        {
            (string Name, string? Condition)? before = null;
            foreach (var word in Words(path))
            {
                var (name, kind, condition) = Read(word);
                if (known.Add(name)) Add(process, word, name, kind);
                if (before is { } from)
                    _ = from.Condition switch { null => process.Flow($"{from.Name} {name}"), "else" => process.Else(from.Name, name), var c => process.When(from.Name, name, c) };
                before = (name, condition);
            }
        }
        return process.Model();
    }

    private static void Add(ModelBuilder process, string word, string name, string kind)
    {
        var (what, argument) = kind.IndexOf('(') is > 0 and var open ? (kind[..open], kind[(open + 1)..^1]) : (kind, "");
        if (word.IndexOf('/') is > 0 and var edge && !word[..edge].Contains('('))
        {
            process.Boundary(name, word[..edge], n => Event(n, what, argument), interrupts: word[edge + 1] != '/');
            return;
        }
        _ = what switch
        {
            "" => name.StartsWith("ok", StringComparison.Ordinal) ? process.End(name) : process.User(name),
            "and" => process.And(name),
            "xor" => process.Xor(name),
            "or" => process.Or(name),
            "first" => process.FirstEvent(name),
            "task" => process.Node("task", name),
            "job" => process.Service(name, argument),
            "rule" => process.Rule(name, argument, "result"),
            "call" => process.Call(name, argument),
            "script" => process.Script(name, argument[(argument.IndexOf('=') + 1)..], argument[..argument.IndexOf('=')]),
            "receive" => process.Receive(name, argument),
            "each" => process.User(name, n => n.Each(argument, "item")),
            "oneByOne" => process.User(name, n => n.Each(argument, "item", oneByOne: true)),
            "while" => process.User(name, n => n.While(argument)),
            "whileFirst" => process.User(name, n => n.While(argument, first: true)),
            "throw" or "send" or "escalate" => process.Throw(name, n => Event(n, what, argument)),
            "terminate" or "error" or "endSignal" or "endMessage" => process.End(name, n => Event(n, what, argument)),
            _ => process.Catch(name, n => Event(n, what, argument)),
        };
    }

    private static void Event(ModelBuilder.NodeBuilder node, string what, string argument) => _ = what switch
    {
        "wait" => node.Timer(argument),
        "cycle" => node.Cycle(argument),
        "until" => node.Date(argument),
        "message" or "send" or "endMessage" => node.Message(argument),
        "signal" or "throw" or "endSignal" => node.Signal(argument),
        "condition" => node.Condition(argument),
        "error" => node.Error(argument.Length == 0 ? null : argument),
        "escalation" or "escalate" => node.Escalation(argument),
        "terminate" => node.Terminate(),
        _ => throw new ArgumentException(what),
    };

    /// <summary>The name of a word, its kind, and the condition of the flow that leaves it.</summary>
    private static (string Name, string Kind, string? Condition) Read(string word)
    {
        var condition = word.EndsWith(']') && word.IndexOf('[') is > 0 and var open && !word[..open].Contains('(') ? word[(open + 1)..^1] : null;
        if (condition is not null) word = word[..word.IndexOf('[')];
        word = word[(word.LastIndexOf('/', word.IndexOf('(') is > 0 and var end ? end : word.Length - 1) + 1)..];
        var colon = word.IndexOf(':');
        return colon > 0 ? (word[..colon], word[(colon + 1)..], condition) : (word, "", condition);
    }

    private static IEnumerable<string> Words(string path)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] is ('(' or '[')) depth++;
            if (i < path.Length && path[i] is (')' or ']')) depth--;
            if (i < path.Length && (path[i] != ' ' || depth > 0)) continue;
            if (i > from) yield return path[from..i];
            from = i + 1;
        }
    }
}
