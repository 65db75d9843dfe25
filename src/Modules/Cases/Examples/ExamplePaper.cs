using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Feel;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Examples;

/// <summary>The result that an example issues: filled in as it would be at that moment, so that what its template cannot say comes out.</summary>
internal sealed class ExamplePaper(ServiceDefinition service, City city, IUnits units, ICollection<PackProblem> notes)
{
    private static readonly OfficialCard Signer = new("example", "Nguyễn Thử Ký", "Phó Chủ tịch", "", null);
    private readonly LetterFacts facts = new(city, new Uri("https://example.invalid"), units);

    public IssuedResult Made(Case matter, Instant now)
    {
        var date = now.InZone(city.Zone).Date;
        var result = new IssuedResult("01", date, service.Result.Name.Vi, "", "", Signer.Id, Signer.Name, Signer.Position, now, null);
        var said = facts.Of(matter, service, Language.Vietnamese, now, Signer, result);
        var variables = said["variables"]!.AsObject();
        foreach (var name in ProcessNames.Of(service)) variables.TryAdd(name, null);
        var rendered = service.ResultTemplate.Render(new FeelScope(FeelValue.FromJson(said)));
        foreach (var n in rendered.Notes) notes.Add(new PackProblem(n.Source, n.Line, new(n.Vi, n.En), new("", "")));
        return result;
    }
}
