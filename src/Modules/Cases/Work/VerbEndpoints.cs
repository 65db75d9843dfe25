using System.Globalization;
using HaiDang.Cases.Accept;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Claim;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Inbox;
using HaiDang.Cases.Life;
using HaiDang.Cases.MarkPart;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Sign;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HaiDang.Cases.Work;

/// <summary>The posts of a case at the desk: each verb goes to its rule. Refused, the same page comes back with what was typed.</summary>
internal static class VerbEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Links.Desk.VerbRoute, Do)
        .WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireAuthorization(Policies.Official);

    private static async Task<IResult> Do(
        string number, string verb, HttpContext http, CaseDoor door, CaseDesk desk, SignDesk signing, PaymentDesk payments, StepAnswers answers, DoneBefore before, CurrentActor current, CancellationToken stop)
    {
        var who = current.Required;
        if (await desk.FindByNumber(number, stop) is not { } matter || !door.MaySee(matter, who)) return Results.NotFound();
        var form = await http.Request.ReadFormAsync(stop);
        var token = int.TryParse(form["token"], NumberStyles.None, CultureInfo.InvariantCulture, out var posted) ? posted : -1;
        var queue = matter.WorkOf(token)?.Queue ?? CaseDoor.WorkFor(matter, who)?.Queue;

        var typed = await answers.Read(matter, token, verb, form, stop);
        if (typed is not null && ListEntries.Asked(form)) return Again(http, number, verb, form, []);
        Outcome<Case> done;
        if (verb == Verbs.Sign) done = await signing.Sign(matter.Id, token, form["passphrase"].ToString(), who, stop);
        else if (verb == VerbWords.TakePayment) done = await payments.Take(matter.Id, token, form[TakePaymentForm.WayName(token)] == "transfer" ? PaymentWay.Transfer : PaymentWay.Cash, who, stop);
        else if (Command(verb, token, form, typed) is { } command) done = await desk.Do(matter, command, who, stop);
        else return Results.NotFound();

        if (done.Is(out var after, out var problems)) return Results.LocalRedirect(Next(verb, after, who, queue, form));
        if (await before.Find(matter, token, verb, who, problems, stop) is { } now) return Results.LocalRedirect(Next(verb, now, who, queue, form));
        return Again(http, number, verb, form, problems);
    }

    private static IResult Again(HttpContext http, string number, string verb, IFormCollection form, IReadOnlyList<Problem> problems) => PageResult.Render<CasePage>(http, new
    {
        Number = number, Problems = problems, Typed = form, Verb = verb is VerbWords.Mark or VerbWords.TakePayment ? null : verb,
        PostedPurpose = $"Xem lại sau thao tác chưa thực hiện được: {(VerbWords.Present.GetValueOrDefault(verb)?.Vi ?? verb)}",
    }, problems.Count == 0 ? StatusCodes.Status200OK : ProblemResults.StatusOf(problems));

    private const string ToPrint = "In biên lai vừa lập";

    private static ICaseCommand? Command(string verb, int token, IFormCollection form, Typed? typed) => verb switch
    {
        VerbWords.Claim => new ClaimWork(token),
        VerbWords.Release => new ReleaseWork(token),
        VerbWords.Mark => new MarkOnePart(token, form["part"].ToString(), form["good"] == "true", form["reason"]),
        Verbs.Accept => new AcceptCase(token, typed),
        Verbs.Supplement => new AskForPapers.AskForPapers(token, [.. form["asked"].OfType<string>().Select(part => new AskedItem(part, form[$"reason.{part}"]))], form["note"]),
        Verbs.Approve or Verbs.Refuse or Verbs.Return or Verbs.Agree or Verbs.Object or Verbs.Escalate or Verbs.Done => new DecideStep(token, verb, form["reason"], form["law"], typed),
        _ => null,
    };

    /// <summary>The case again while its work is still this official's, else their queue with word of what was done.</summary>
    private static string Next(string verb, Case after, Actor who, QueueKey? queue, IFormCollection form)
    {
        if (verb is VerbWords.Claim or VerbWords.Release)
            return $"{new CasePlace(after.Number, Queue: queue?.ToString(), Tab: verb == VerbWords.Claim ? InboxLink.NameOf(QueueTab.Mine) : null)}&done={verb}";
        // The case may be nobody's at this counter now; the receipt is still to be printed here.
        if (verb == VerbWords.TakePayment) return $"{new CasePlace(after.Number, View: "letters", Queue: queue?.ToString())}&done={verb}&purpose={Uri.EscapeDataString(ToPrint)}";
        if (verb == VerbWords.Mark)
            return $"{new CasePlace(after.Number, File: form["file"].ToString() is { Length: > 0 } file ? file : null, Queue: queue?.ToString())}&done={verb}#part-{form["part"]}";
        return after.Open && CaseDoor.WorkFor(after, who) is { } next && after.Standing != next.Token && (next.ClaimedBy ?? who.Id) == who.Id
            ? $"{new CasePlace(after.Number, Queue: next.Queue.ToString())}&done={verb}"
            : $"{new InboxLink(queue?.ToString())}{(queue is null ? '?' : '&')}done={verb}&case={Uri.EscapeDataString(after.Number)}";
    }
}
