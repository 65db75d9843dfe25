using HaiDang.Bpmn;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Cases.Tests.Follow;
using HaiDang.Contracts;
using HaiDang.Documents.Signing;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Log;
using HaiDang.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Tests.Jobs;

/// <summary>Automatic steps on real databases: each happens once, in time, and fails into people's hands.</summary>
public sealed class JobTests
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_green_lane_is_cleared_sealed_and_numbered_without_hands(string engine)
    {
        await using var port = await Port.Opened(engine);
        var cases = new List<Case>();
        for (var i = 0; i < 5; i++) cases.Add(await port.Declares("green", 1_000_000, Actor.Citizen($"n{i}", "Đỗ Mẫu Nam")));
        await port.Works();
        for (var i = 0; i < cases.Count; i++) cases[i] = await port.Now(cases[i]);
        Assert.All(cases, c => Assert.Equal(CaseStatus.Issued, c.Status));
        Assert.Equal(["01/TQ", "02/TQ", "03/TQ", "04/TQ", "05/TQ"], cases.Select(c => c.Result!.Number).Order());
        Assert.Empty(await port.Town.Rows<string>("select type from cases_job"));

        var pdf = await port.Town.In(s => s.GetRequiredService<IBlobStore>().Read(cases[0].Result!.FileHash));
        var mark = Assert.Single(PdfSignatures.Read(pdf!, []).Signatures);
        Assert.True(mark.Intact);
        Assert.Contains("chợ Đông", mark.Signer, StringComparison.Ordinal);
        Assert.Empty(await Faults(port));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_worker_cut_off_before_its_mark_leaves_no_trace_and_the_next_one_does_it_once(string engine)
    {
        await using var port = await Port.Opened(engine);
        var matter = await port.Declares("green", 1_000_000);
        // The number is taken, the document made and kept; then the change of the case breaks, as when a plug is pulled.
        await port.Town.Changes(engine == "sqlite"
            ? "create trigger pulled before update on cases_case begin select raise(abort, 'pulled'); end"
            : "create function pulled() returns trigger language plpgsql as $$ begin raise exception 'pulled'; end $$; create trigger pulled before update on cases_case for each row execute function pulled()");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(port.Works);
        await port.Town.Changes(engine == "sqlite" ? "drop trigger pulled" : "drop trigger pulled on cases_case");
        Assert.Equal(CaseStatus.Submitted, (await port.Now(matter)).Status);
        await port.Works();
        await port.Works();
        Assert.Equal("01/TQ", (await port.Now(matter)).Result!.Number);
        Assert.Equal(1, (await port.Town.Rows<long>("select count(*) from cases_result"))[0]);
        Assert.Equal(1, (await port.Town.Rows<long>("select last from cases_serial where name like 'result/%'"))[0]);
        Assert.Empty(await Faults(port));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_question_whose_answer_was_lost_is_put_again_under_the_same_key(string engine)
    {
        await using var registry = new Registry(() => Instant.FromUtc(2023, 10, 5, 2, 0));
        await using var port = await Port.Opened(engine, registry.Address);
        var matter = await port.Asks();
        var job = matter.Waits.Find(w => w.Element == "ask")!;
        // Asked and answered; the program ends before it has written the answer down.
        await port.Town.In(s => s.GetRequiredService<OutsideCall>().Ask("registry", "goods", $"{matter.Id}-{job.Id}", OutsideJobs.Question(matter, job.Id), default));
        await port.Works();
        Assert.Equal(2, registry.Calls.Count);
        Assert.Single(registry.Entries);
        Assert.All(registry.Calls, call => Assert.Equal("/books/goods {\"value\":2500000}", call));
        Assert.True(registry.AllSigned);
        var after = await port.Now(matter);
        Assert.DoesNotContain(after.Waits, w => w.Element == "ask");
        Assert.True(after.Process!.Variables["known"].GetBoolean());
        Assert.Empty(await Faults(port));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_system_that_is_down_is_tried_again_and_in_the_end_people_look(string engine)
    {
        await using var registry = new Registry(() => Instant.FromUtc(2023, 10, 5, 2, 0));
        foreach (var status in (int[])[503, 429, 500]) registry.Statuses.Enqueue(status);
        await using var port = await Port.Opened(engine, registry.Address);
        var matter = await port.Asks();
        await port.Works();
        Assert.Single(registry.Calls);
        await port.Works(); // the pause is not over
        Assert.Single(registry.Calls);
        port.Town.Clock.AdvanceSeconds(11);
        await port.Works();
        port.Town.Clock.AdvanceSeconds(61);
        await port.Works();
        Assert.Equal(3, registry.Calls.Count);
        var after = await port.Now(matter);
        Assert.Contains(after.Work, w => w.Element == "ask-by-hand");
        Assert.Empty(await port.Town.Rows<string>("select type from cases_job"));
        Assert.Empty(registry.Entries);
    }

    [Fact]
    public async Task A_system_that_says_no_is_not_asked_again()
    {
        await using var registry = new Registry(() => Instant.FromUtc(2023, 10, 5, 2, 0));
        registry.Statuses.Enqueue(404);
        await using var port = await Port.Opened("sqlite", registry.Address);
        var matter = await port.Asks();
        await port.Works();
        Assert.Contains((await port.Now(matter)).Work, w => w.Element == "ask-by-hand");
    }

    [Fact]
    public async Task Without_a_connection_the_step_waits_and_says_why()
    {
        await using var port = await Port.Opened("sqlite");
        var matter = await port.Asks();
        await port.Works();
        Assert.Equal("Chưa có kết nối 'registry'.", (await port.Now(matter)).Waits.Find(w => w.Element == "ask")!.Job!.LastError);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_tax_code_has_its_check_digit_and_two_workers_at_once_give_no_twins(string engine)
    {
        await using var port = await Port.Opened(engine);
        var cases = new List<Case>();
        for (var i = 0; i < 4; i++) cases.Add(await Paid(port));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => port.Works()));
        await port.Works();
        var codes = new List<string>();
        foreach (var one in cases) codes.Add((await port.Now(one)).Process!.Variables["taxCode"].GetString()!);
        Assert.Equal(4, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(TaxCode.Of(code[..9]), code));
        Assert.Empty(await Faults(port));
    }

    [Theory]
    [InlineData("010010910", "0100109106")] // as printed on invoices of a well-known telecom company
    [InlineData("12345678", null)]
    [InlineData("00000000a", null)]
    public void The_check_digit_of_a_tax_code(string nine, string? whole) => Assert.Equal(whole, TaxCode.Of(nine));

    internal static async Task<Case> Paid(Port port)
    {
        var matter = await port.Owes();
        var counter = new Actor(ActorKind.Official, "q", "Người Thu", new HashSet<QueueKey> { new("cho-dong", "counter") });
        var paid = await port.Town.In(s => s.GetRequiredService<HaiDang.Cases.Pay.PaymentDesk>().Take(matter.Id, matter.Owed!.Id, PaymentWay.Cash, counter));
        Assert.True(paid.Ok, string.Join('\n', paid.Problems));
        return paid.Value;
    }

    internal static Task<IReadOnlyList<LogFault>> Faults(Port port) => port.Town.In(async s =>
    {
        var report = await s.GetServices<IStateCheck>().Single(c => c is CheckReplay).Run(default);
        return report.Faults;
    });
}
