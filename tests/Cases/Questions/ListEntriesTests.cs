using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Forms;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Tests.Questions;

public sealed class ListEntriesTests
{
    private static readonly Form Licence = Folder.Service(Folder.HaiPhong.Folder, "doi-giay-phep-lai-xe").Form;

    private readonly JsonObject answers = new() { ["classes"] = new JsonArray(Of("A1"), Of("B2"), Of("C")) };

    [Fact]
    public void One_more_entry_stands_empty_at_the_end()
    {
        Press(ListEntries.Add, "classes");
        Assert.Equal(["A1", "B2", "C", null], Classes());
    }

    [Fact]
    public void The_entry_that_is_removed_goes_and_the_others_stay()
    {
        Press(ListEntries.Remove, "classes[1]");
        Assert.Equal(["A1", "C"], Classes());
    }

    [Fact]
    public void Before_anything_is_typed_the_page_shows_one_entry_and_then_two()
    {
        answers.Clear();
        Press(ListEntries.Add, "classes");
        Assert.Equal(2, answers["classes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(ListEntries.Add, "holderName")]
    [InlineData(ListEntries.Add, "nothing[7]")]
    [InlineData(ListEntries.Remove, "classes[3]")]
    [InlineData(ListEntries.Remove, "classes")]
    public void What_the_page_does_not_show_is_left_alone(string button, string path)
    {
        Press(button, path);
        Assert.Equal(["A1", "B2", "C"], Classes());
        Assert.Single(answers);
    }

    [Fact]
    public void A_list_does_not_grow_without_end()
    {
        for (var i = 0; i < FormLimits.Items + 5; i++) Press(ListEntries.Add, "classes");
        Assert.Equal(FormLimits.Items, answers["classes"]!.AsArray().Count);
    }

    [Fact]
    public void The_files_of_an_entry_go_with_it_and_those_of_later_ones_move_up()
    {
        var left = Press(ListEntries.Remove, "classes[1]", File("a", "classes[0].paper"), File("b", "classes[1].paper"), File("c", "classes[2].paper"), File("d", "portrait"));
        Assert.Equal([("a", "classes[0].paper"), ("c", "classes[1].paper"), ("d", "portrait")], left.Select(f => (f.Id, f.Field)));
    }

    private ImmutableList<CaseFile> Press(string button, string path, params CaseFile[] files) => ListEntries.Change(
        Licence.At(answers, new FormContext(new DateTimeOffset(2023, 12, 4, 8, 0, 0, TimeSpan.FromHours(7)))), answers, [.. files],
        new FormCollection(new() { [button] = path }));

    private IEnumerable<string?> Classes() => answers["classes"]!.AsArray().Select(c => (string?)c!["licenceClass"]);

    private static JsonObject Of(string licenceClass) => new() { ["licenceClass"] = licenceClass };

    private static CaseFile File(string id, string field) => new(id, field, $"{id}.jpg", "", 1, "image/jpeg", Instant.FromUnixTimeSeconds(0));
}
