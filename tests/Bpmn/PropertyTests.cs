using FsCheck;
using FsCheck.Fluent;
using HaiDang.Testing;

namespace HaiDang.Bpmn.Tests;

/// <summary>Random processes of nested blocks, completed in random orders. Every step of a story also goes through JSON and must agree.</summary>
public sealed class PropertyTests
{
    private abstract record Block
    {
        public sealed record Task(bool Job, bool Watched) : Block;
        public sealed record Sequence(Block First, Block Second) : Block;
        public sealed record Split(string Kind, Block Left, Block Right) : Block;
        public sealed record Inside(Block Body, bool Watched) : Block;
        public sealed record Rounds(bool OneByOne) : Block;
    }

    private static Gen<Block> Blocks(int size) => size <= 0
        ? Gen.OneOf(from job in Gen.Elements(true, false) from watched in Gen.Elements(true, false) select (Block)new Block.Task(job, watched),
            from one in Gen.Elements(true, false) select (Block)new Block.Rounds(one))
        : Gen.OneOf(Blocks(0),
            from a in Blocks(size / 2) from b in Blocks(size / 2) select (Block)new Block.Sequence(a, b),
            from kind in Gen.Elements("exclusiveGateway", "parallelGateway", "inclusiveGateway") from a in Blocks(size / 2) from b in Blocks(size / 2) select (Block)new Block.Split(kind, a, b),
            from a in Blocks(size - 2) from watched in Gen.Elements(true, false) select (Block)new Block.Inside(a, watched));

    private sealed record Plan(Block Block, int Choices, IReadOnlyList<int> Order);

    private static readonly Arbitrary<Plan> Plans = Arb.From(Gen.Sized(size =>
        from block in Blocks(Math.Min(size, 12)) from choices in Gen.Choose(0, 1023) from order in Gen.Choose(0, 1000).ArrayOf(60) select new Plan(block, choices, order)));

    [Fact]
    public void Any_order_of_completion_ends_the_run_and_keeps_its_books() =>
        Check.One(Trials.Of(200), Prop.ForAll(Plans, plan =>
        {
            var story = Story.Of(Build(plan.Block), new { choices = plan.Choices, items = new[] { 1, 2, 3 } });
            Books(story.Instance);
            for (var step = 0; !story.Instance.IsOver; step++)
            {
                Assert.True(step < 2_000, "the run does not end");
                Step(story, plan.Order[step % plan.Order.Count]);
                Books(story.Instance);
            }
            story.Ends();
            Paired(story);
        }));

    [Fact]
    public void Cancelling_at_any_moment_leaves_nothing_behind() =>
        Check.One(Trials.Of(100), Prop.ForAll(Plans, plan =>
        {
            var story = Story.Of(Build(plan.Block), new { choices = plan.Choices, items = new[] { 1, 2, 3 } });
            for (var step = 0; step < plan.Order[0] % 7 && !story.Instance.IsOver; step++) Step(story, plan.Order[step + 1]);
            if (story.Instance.IsOver) return;
            story.Take(new Trigger.Cancel()).Ends(state: InstanceState.Cancelled);
            Paired(story);
        }));

    [Fact]
    public void Moving_to_the_same_version_at_any_moment_changes_nothing() =>
        Check.One(Trials.Of(100), Prop.ForAll(Plans, plan =>
        {
            var model = Build(plan.Block).Model();
            var story = new Story(model).Starts(new { choices = plan.Choices, items = new[] { 1, 2, 3 } });
            for (var step = 0; step < plan.Order[0] % 9 && !story.Instance.IsOver; step++) Step(story, plan.Order[step + 1]);
            if (story.Instance.IsOver) return;
            var moved = BpmnMigration.Plan(model, model, story.Instance, MigrationMap.SameIds, story.Now.AddHours(1));
            Assert.Equal(story.Instance.ToJson(), moved.Instance.ToJson());
            Assert.Empty(moved.Effects);
            Assert.All(moved.Report, line => Assert.Equal(MigrationFate.Kept, line.Fate));
            Assert.Equal(story.Instance.Tokens.Select(t => t.Id), moved.Report.Select(line => line.TokenId));
        }));

    /// <summary>Completes something that waits, or lets the next timer fire.</summary>
    private static void Step(Story story, int dice)
    {
        var waiting = story.Instance.Tokens.Where(t => t.State is TokenState.Work or TokenState.Job).ToList();
        if (dice % 5 == 0 && story.Instance.Timers.Count > 0) story.Passes(story.Instance.Timers.Min(t => t.Due) - story.Now);
        else story.Take(new Trigger.CompleteTask(waiting[dice % waiting.Count].Id, BpmnVariables.Empty));
    }

    /// <summary>What must hold between any two steps.</summary>
    private static void Books(ProcessInstance instance)
    {
        var tokens = instance.Tokens.Select(t => t.Id).ToHashSet();
        var scopes = instance.Scopes.Select(s => s.Id).ToHashSet();
        Assert.DoesNotContain(instance.Tokens, t => t.State == TokenState.Ready || t.Incident is not null);
        Assert.All(instance.Tokens, t => Assert.Contains(t.ScopeId, scopes));
        Assert.All(instance.Scopes.Where(s => s.Kind != ScopeKind.Process), s => Assert.Contains(s.OwnerId, tokens));
        Assert.All(instance.Scopes, s => Assert.Contains(instance.Tokens, t => t.ScopeId == s.Id));
        Assert.All(instance.Tokens.Where(t => t.State == TokenState.Inside), t => Assert.Single(instance.Scopes, s => s.OwnerId == t.Id));
        Assert.All(instance.Timers, t => Assert.Contains(t.TokenId, tokens));
        Assert.All(tokens.Concat(scopes), id => Assert.InRange(id, 1, instance.LastId));
        if (!instance.IsOver) Assert.Contains(instance.Tokens, t => t.State is TokenState.Work or TokenState.Job);
    }

    /// <summary>Every piece of work and every timer that was made was answered or withdrawn, once.</summary>
    private static void Paired(Story story)
    {
        var timers = story.Effects.OfType<Effect.TimerScheduled>().Select(t => t.TimerId).ToList();
        Assert.Equal(timers.Count, timers.Distinct().Count());
        Assert.Equal(story.Effects.OfType<Effect.TimerCancelled>().Select(t => t.TimerId).Distinct().Count(), story.Effects.OfType<Effect.TimerCancelled>().Count());
        Assert.Single(story.Effects.OfType<Effect.InstanceEnded>());
        var work = story.Effects.OfType<Effect.WorkCreated>().Select(w => w.TokenId).Concat(story.Effects.OfType<Effect.JobCreated>().Select(j => j.TokenId)).ToList();
        Assert.Equal(work.Count, work.Distinct().Count());
        Assert.All(story.Effects.OfType<Effect.WorkWithdrawn>(), w => Assert.Contains(w.TokenId, work));
    }

    private static ModelBuilder Build(Block block)
    {
        var process = ModelBuilder.Process();
        var number = 0;
        Fill(process, block, ref number);
        return process;
    }

    /// <summary>Writes a block between the start and the end of a body.</summary>
    private static void Fill(ModelBuilder body, Block block, ref int number)
    {
        body.End("end");
        var (entry, exit) = Write(body, block, ref number);
        body.Flow($"start {entry}").Flow($"{exit} end");
    }

    private static (string Entry, string Exit) Write(ModelBuilder body, Block block, ref int number)
    {
        var n = ++number;
        switch (block)
        {
            case Block.Task task:
                var id = $"t{n}";
                if (task.Job) body.Service(id); else body.User(id);
                return task.Watched ? Watch(body, id, n, interrupts: n % 2 == 0) : (id, id);
            case Block.Rounds rounds:
                body.User($"r{n}", x => x.Each("items", "item", rounds.OneByOne));
                return ($"r{n}", $"r{n}");
            case Block.Sequence two:
                var (first, second) = (Write(body, two.First, ref number), Write(body, two.Second, ref number));
                body.Flow($"{first.Exit} {second.Entry}");
                return (first.Entry, second.Exit);
            case Block.Inside inside:
                var inner = number;
                body.Sub($"s{n}", sub => Fill(sub, inside.Body, ref inner));
                number = inner;
                return inside.Watched ? Watch(body, $"s{n}", n, interrupts: true) : ($"s{n}", $"s{n}");
            case Block.Split split:
                body.Node(split.Kind, $"g{n}").Node(split.Kind, $"j{n}");
                var (left, right) = (Write(body, split.Left, ref number), Write(body, split.Right, ref number));
                if (split.Kind == "parallelGateway") body.Flow($"g{n} {left.Entry}");
                else body.When($"g{n}", left.Entry, $"modulo(floor(choices / {1 << (n % 10)}), 2) = 1");
                if (split.Kind == "exclusiveGateway") body.Else($"g{n}", right.Entry);
                else if (split.Kind == "parallelGateway") body.Flow($"g{n} {right.Entry}");
                else body.When($"g{n}", right.Entry, "true");
                body.Flow($"{left.Exit} j{n}").Flow($"{right.Exit} j{n}");
                return ($"g{n}", $"j{n}");
            default: throw new InvalidOperationException();
        }
    }

    /// <summary>A timer at the edge: when it interrupts it joins the way behind; otherwise it ends by itself.</summary>
    private static (string Entry, string Exit) Watch(ModelBuilder body, string id, int n, bool interrupts)
    {
        body.Boundary($"b{n}", id, x => x.Timer($"PT{n}H"), interrupts);
        if (!interrupts)
        {
            body.User($"w{n}").End($"e{n}").Flow($"b{n} w{n} e{n}");
            return (id, id);
        }
        body.Xor($"m{n}").Flow($"{id} m{n}").Flow($"b{n} m{n}");
        return (id, $"m{n}");
    }
}
