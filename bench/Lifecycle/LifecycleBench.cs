using System.Globalization;
using HaiDang.Bench.Limit;
using HaiDang.Bench.Measuring;
using HaiDang.Bench.Server;

namespace HaiDang.Bench.Lifecycle;

/// <param name="Rows">How many cases lie in the database before the first is measured.</param>
/// <param name="People">How many work at once.</param>
/// <param name="Time">How long each measurement takes.</param>
internal sealed record LifecyclePlan(long Rows, int People, TimeSpan Time)
{
    /// <summary>Seconds, to see that it works.</summary>
    public static LifecyclePlan Short(long rows) => new(rows, 8, TimeSpan.FromSeconds(2)) { WarmUp = TimeSpan.FromSeconds(1) };

    /// <summary>The program compiles its own code while it is used: only after some thousand cases is it as fast as it will be.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(45);

    public string Name => Rows switch
    {
        >= 1_000_000 => $"{(Rows / 1_000_000d).ToString("0.#", CultureInfo.InvariantCulture)}M",
        >= 1_000 => $"{(Rows / 1_000d).ToString("0.#", CultureInfo.InvariantCulture)}k",
        _ => Rows.ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>Submit, claim, decide, find over HTTP, spread over two hundred units; beside it the same writes by hand.</summary>
internal static class LifecycleBench
{
    private const string Name = "lifecycle";
    private const int MostPerSecond = 1500;

    public static async Task Run(Workplace place, string? sqlite, LifecyclePlan plan, Report report, CancellationToken stop)
    {
        var engine = place.Database.Engine;
        if (plan.Rows - await place.Database.Cases(stop) is > 0 and var missing)
        {
            report.Say($"{engine}: loading {missing} cases…");
            await CityProgram.Run(place, ["generate", missing.ToString(CultureInfo.InvariantCulture), "--demo"], stop);
            await place.Database.Settle(stop);
        }
        else if (plan.Rows > 0)
        {
            await PassReaders(place.Database, "(select max(position) from platform_event)", stop);
        }
        CrowdFindings lived;
        await using (var program = await CityProgram.Start(place, stop))
        await using (var counter = await Counter.Open(program.Address, place.Database, stop))
        {
            report.Say($"{engine}: measuring the program at {plan.Name}…");
            lived = await Measure(counter, plan, report, stop);
            await Jump(counter, plan, lived, place, report, stop);
            await NothingIsLost(place.Database, lived, report, stop);
        }
        await PassReaders(place.Database, "9000000000000000000", stop);

        report.Say($"{engine}: measuring the same writes by hand…");
        await using var hand = await Hand.Start(place.Database, sqlite, stop);
        var byHand = await Measure(hand, plan, report, stop);
        var limit = Of(plan.Name + " by hand", place, plan, byHand.Whole, byHand.PerSecond);
        report.Add(limit);
        report.Add(Of(plan.Name, place, plan, lived.Whole, lived.PerSecond).Beside(limit, "the same SQL writes by hand"));
        foreach (var (step, samples) in new[] { ("submit", lived.Submit), ("claim", lived.Claim), ("decide", lived.Decide), ("find", lived.Find) })
            report.Add(Of($"{plan.Name} {step}", place, plan, samples, samples.Count / lived.Seconds));
    }

    private static async Task<CrowdFindings> Measure(ILifecycle target, LifecyclePlan plan, Report report, CancellationToken stop)
    {
        await target.Prepare((int)((plan.WarmUp + plan.Time).TotalSeconds * MostPerSecond), stop);
        await Crowd.Live(target, plan.People, target is Hand ? plan.WarmUp / 5 : plan.WarmUp, stop);
        var found = await Crowd.Live(target, plan.People, plan.Time, stop);
        Complain(found, report);
        return found;
    }

    /// <summary>Ten times as many come at once, then again as many as before: nothing may be lost, nothing may fail, and the pace must come back.</summary>
    private static async Task Jump(ILifecycle target, LifecyclePlan plan, CrowdFindings before, Workplace place, Report report, CancellationToken stop)
    {
        await target.Prepare((int)(plan.Time.TotalSeconds * MostPerSecond), stop);
        var crowd = await Crowd.Live(target, plan.People * 10, plan.Time / 2, stop);
        var after = await Crowd.Live(target, plan.People, plan.Time / 2, stop);
        foreach (var found in (CrowdFindings[])[crowd, after])
        {
            Complain(found, report);
            foreach (var number in found.Numbers) before.Numbers.Enqueue(number);
        }
        var normal = Of(plan.Name, place, plan, before.Whole, before.PerSecond);
        report.Add(Of($"{plan.Name} ten times as many", place, plan, crowd.Whole, crowd.PerSecond).Beside(normal, "the pace before"));
        report.Add(Of($"{plan.Name} after the jump", place, plan, after.Whole, after.PerSecond).Beside(normal, "the pace before"));
        report.Say($"the jump: {crowd.Shed} times told to come again, {crowd.Errors.Count + after.Errors.Count} errors");
    }

    /// <summary>Every acknowledged case is there, once.</summary>
    private static async Task NothingIsLost(BenchDatabase database, CrowdFindings lived, Report report, CancellationToken stop)
    {
        var there = (await database.Column<string>("select number from cases_case", stop)).ToHashSet();
        var sent = lived.Numbers.ToList();
        if (sent.Distinct().Count() != sent.Count) report.Fail("a number was given twice");
        if (sent.Count(n => !there.Contains(n)) is > 0 and var lost) report.Fail($"{lost} acknowledged cases are not there");
    }

    /// <summary>What is written by hand is nothing that the program's readers should read.</summary>
    private static async Task PassReaders(BenchDatabase database, string position, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"update platform_reader set position = {position}";
        await command.ExecuteNonQueryAsync(stop);
    }

    private static void Complain(CrowdFindings found, Report report)
    {
        if (!found.Errors.IsEmpty) report.Fail($"{found.Errors.Count} errors, the first: {found.Errors.First()}");
    }

    private static Figure Of(string name, Workplace place, LifecyclePlan plan, Samples samples, double perSecond) =>
        Figure.Of(Name, name, place.Database.Engine, plan.Rows, perSecond, samples);
}
