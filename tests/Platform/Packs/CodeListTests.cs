using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Platform.Tests.Packs;

/// <summary>A list of codes is read with what is wrong in it told at its line.</summary>
public sealed class CodeListTests
{
    [Fact]
    public void Codes_have_names_in_two_languages_parents_and_days()
    {
        var list = Good("# nguồn\ncode,vi,en,parent:provinces,validFrom,validTo\r\n11407,\"Máy Tơ, Ngô Quyền\",May To,31,,2024-12-31\n\nx, Gia Viên ,\"\"\"Gia Vien\"\"\",,2025-01-01,\n");
        Assert.Equal(("wards", "provinces"), (list.Name, list.ParentList));
        Assert.Equal(("Máy Tơ, Ngô Quyền", "31", null, 2024, 3), (list.Entries[0].Name.Vi, list.Entries[0].Parent, list.Entries[0].From, list.Entries[0].To?.Year, list.Entries[0].Line));
        Assert.Equal(("Gia Viên", "\"Gia Vien\"", null, 2025), (list.Find("x")!.Name.Vi, list.Find("x")!.Name.En, list.Find("x")!.Parent, list.Find("x")!.From?.Year));
        Assert.Null(list.Find("X"));
    }

    [Theory]
    [InlineData("code,vi,en\na,A,A\nb,B,B\na,Á,A\n", "city/lists/wards.csv:4: the code 'a' is already on line 2 → remove one of the rows or choose another code")]
    [InlineData("code,vi,en\na,A\n", "city/lists/wards.csv:2: the row has 2 cells and needs 3 → put cells with commas in quotes")]
    [InlineData("code,vi,en\na,\"A,A\n", "city/lists/wards.csv:2: the quotes are not balanced → put the whole cell in quotes and double the quotes inside")]
    [InlineData("code,vi,en\na b,A,A\n", "city/lists/wards.csv:2: 'a b' is no code → write a code without blanks, of at most 64 characters")]
    [InlineData("code,vi,en\na,A,\n", "city/lists/wards.csv:2: the English name is missing or too long → write the column en, at most 300 characters")]
    [InlineData("code,vi,en,validFrom\na,A,A,1/7/2025\n", "city/lists/wards.csv:2: '1/7/2025' is not a date → write it like 2025-07-01")]
    [InlineData("code,vi,en,validFrom,validTo\na,A,A,2025-07-01,2025-06-30\n", "city/lists/wards.csv:2: validTo is before validFrom → swap the two days")]
    [InlineData("code,vi,en,parent\na,A,A,\nb,B,B,c\n", "city/lists/wards.csv:3: the list 'wards' has no parent 'c' → use a code of lists/wards.csv")]
    [InlineData("code,vi\na,A\n", "city/lists/wards.csv:1: the heading 'code,vi' is not right → code,vi,en are needed; there may be more of: code,vi,en,parent,parent:LIST,validFrom,validTo")]
    [InlineData("code,vi,en,colour\n", "city/lists/wards.csv:1: the heading 'code,vi,en,colour' is not right → code,vi,en are needed; there may be more of: code,vi,en,parent,parent:LIST,validFrom,validTo")]
    [InlineData("code,vi,en\n", "city/lists/wards.csv:2: the list has no code → write the heading code,vi,en,parent,parent:LIST,validFrom,validTo, then one code on each line")]
    public void What_is_wrong_is_told_with_its_line(string text, string problem)
    {
        Read(text, out var problems);
        Assert.Equal([problem], problems);
    }

    [Fact]
    public void Parents_in_another_list_are_looked_up_there()
    {
        var problems = new PackProblems();
        var wards = Good("code,vi,en,parent:provinces\na,A,A,31\nb,B,B,99\n");
        CodeListReader.CheckParents(wards, CodeListReader.Read("provinces", "code,vi,en\n31,Hải Phòng,Hai Phong\n", "vietnam/lists/provinces.csv", problems), problems);
        CodeListReader.CheckParents(wards, null, problems);
        Assert.Equal(
            [
                "city/lists/wards.csv:1: there is no list 'provinces' for the parents → add lists/provinces.csv or mend the heading",
                "city/lists/wards.csv:3: the list 'provinces' has no parent '99' → use a code of lists/provinces.csv",
            ],
            problems.All.Select(p => p.In(Language.English)));
    }

    [Fact]
    public void Whatever_the_file_holds_is_a_list_or_problems()
    {
        string[] shards = ["code", ",", "vi", "en", "parent", "parent:", "validFrom", "validTo", "\"", "\n", "\r\n", "#", " ", "a", "ă", "2025-01-01", "2025-13-01", "\0", "\uD800", ",,", "\t", "code,vi,en\n", "a,A,A\n"];
        var dice = new Random(1996);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Next(20)).Select(_ => shards[dice.Next(shards.Length)]));
            var list = Read(text, out var problems);
            Assert.True(list is { Entries.Count: > 0 } || problems.Count > 0, text);
            if (list is not null) Assert.All(list.Entries, e => Assert.Same(e, list.Find(e.Code)));
        }
    }

    private static CodeList Good(string text)
    {
        var list = Read(text, out var problems);
        Assert.Empty(problems);
        return list!;
    }

    private static CodeList? Read(string text, out IReadOnlyList<string> problems)
    {
        var told = new PackProblems();
        var list = CodeListReader.Read("wards", text, "city/lists/wards.csv", told);
        problems = [.. told.All.Select(p => p.In(Language.English))];
        return list;
    }
}
