using System.Collections.Immutable;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.AskForPapers;

/// <summary>Asks the applicant for more, item by item with the reason. The clock stands until they answer.</summary>
internal sealed record AskForPapers(int Token, IReadOnlyList<AskedItem> Items, string? Note) : ICaseCommand
{
    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        var may = Guard.Work(matter, Token, Verbs.Supplement, who);
        if (!may.Ok) return may.Map<IReadOnlyList<IEvent>>(_ => []);
        if (Items.Count == 0) return CaseProblems.NothingAsked.At("asked");

        var problems = new List<Problem>();
        var asked = ImmutableList.CreateBuilder<AskedPart>();
        foreach (var item in Items)
        {
            var reason = Guard.Words(item.Reason, $"reason.{item.Part}", CaseProblems.ReasonNeeded);
            problems.AddRange(reason.Problems);
            if (setting.Service.NameOfPart(item.Part) is not { } name) problems.Add(CaseProblems.NothingAsked.At($"asked.{item.Part}"));
            else if (reason.Ok) asked.Add(new AskedPart(item.Part, name.Vi, reason.Value));
        }
        if (Note is { Length: > CaseProblems.LongestReason }) problems.Add(CaseProblems.TooLong.At("note", CaseProblems.LongestReason));
        if (problems.Count > 0) return problems.ToArray();

        var respondBy = setting.Now + Duration.FromDays(setting.Service.SupplementDays);
        var note = Guard.Optional(Note);
        return new IEvent[]
        {
            new SupplementRequested(
                new SupplementRequest(Token, asked.ToImmutable(), note, who.Id, who.Name, setting.Now, respondBy, Lapsed: false),
                LegalClock.Stopped(matter, setting, "supplement")),
        };
    }
}

internal sealed record AskedItem(string Part, string? Reason);
