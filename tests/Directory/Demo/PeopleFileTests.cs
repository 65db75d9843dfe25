using HaiDang.Contracts.Directory;
using HaiDang.Directory.Checking;
using HaiDang.Directory.Demo;
using HaiDang.Directory.Officials;
using HaiDang.Documents.Signing;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Directory.Tests.Demo;

public sealed class PeopleFileTests
{
    private const string Header = "kind,id,name,birthdate,gender,identity_number,phone,email,address,unit,position,roles\n";

    private static IReadOnlyList<string> Problems(string people)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("haidang-pack-").FullName;
        try
        {
            foreach (var file in (string[])["city.yaml", "units.yaml", "roles.yaml", "holidays.yaml"])
                if (File.Exists(Path.Combine(TestCity.Root, "cities/thi-tran", file))) File.Copy(Path.Combine(TestCity.Root, "cities/thi-tran", file), Path.Combine(folder, file));
            File.WriteAllText(Path.Combine(folder, "people.csv"), people);
            var problems = new PackProblems();
            var opened = CityFolder.Open(folder, problems)!;
            new DirectoryCheck().Check(opened, CityReader.Read(opened, problems)!, problems);
            return [.. problems.All.Select(p => p.In(Language.English)[(p.In(Language.English).IndexOf('/') + 1)..])];
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Bad_rows_are_told_with_their_line_all_at_once()
    {
        var problems = Problems(Header +
            "official,a,Lê Thử Ân,,,,,an@can-bo.example,,song-nho,Trưởng ban,admin\n" +
            "official,a,Lê Thử Bình,,,,,AN@can-bo.example,,nowhere,,boss;admin\n" +
            "clown,c,123,,,,,nobody,,,,\n" +
            "citizen,d,Đỗ Mẫu Dung,18/3/1969,other,12,,d@cong-dan.example,\"Số 5, Bờ Sông\",,,\n" +
            "official,e,Lê Thử Em,,,,,em@can-bo.example,Số 5, Bờ Sông,song-nho,Trưởng ban,admin\n" +
            "official,f,\"Lê \"Thử\" Phú\",,,,,phu@can-bo.example,,song-nho,Trưởng ban,admin\n");
        Assert.Collection(problems.Select(p => p.Split(" → ")[0]).Order(StringComparer.Ordinal),
            p => Assert.Equal("people.csv:3: the e-mail address 'an@can-bo.example' is already on line 2", p),
            p => Assert.Equal("people.csv:3: the id 'a' is already on line 2", p),
            p => Assert.Equal("people.csv:3: the position is missing", p),
            p => Assert.Equal("people.csv:3: there is no role 'boss'", p),
            p => Assert.Equal("people.csv:3: there is no unit 'nowhere'", p),
            p => Assert.Equal("people.csv:4: '123' is not a name", p),
            p => Assert.Equal("people.csv:4: 'clown' is no kind of person", p),
            p => Assert.Equal("people.csv:4: 'nobody' is not an e-mail address", p),
            p => Assert.Equal("people.csv:5: '18/3/1969' is not a date of birth", p),
            p => Assert.Equal("people.csv:5: 'other' is not a gender", p),
            p => Assert.Equal("people.csv:5: an identity number has 12 digits", p),
            p => Assert.Equal("people.csv:6: the row has 13 cells and needs 12", p),
            p => Assert.Equal("people.csv:7: the quotes are not balanced", p));
    }

    [Fact]
    public void A_wrong_header_is_told_with_the_right_one() => Assert.StartsWith("people.csv:1: the header is not right", Assert.Single(Problems("name,email\n")));

    [Theory]
    [InlineData("thi-tran")]
    [InlineData("hai-phong")]
    public void The_sample_cities_have_no_problems(string city)
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Path.Combine(TestCity.Root, "cities", city), problems)!;
        new DirectoryCheck().Check(folder, CityReader.Read(folder, problems)!, problems);
        Assert.Empty(problems.All);
    }

    [Fact]
    public async Task Under_demo_the_officials_are_there_and_leaders_can_sign()
    {
        await using var city = await TestCity.Open(demo: true);
        var leader = Assert.Single(await city.With((IOfficials o) => o.Holding(new("cho-dong", "leader"))));
        var file = await city.With((ISigningFiles f) => f.Of(leader.Id));
        using var opened = CertificateFile.Open(file!, DemoSigning.Passphrase, city.Clock.Now.ToDateTimeOffset()).Certificate;
        Assert.Contains("Hồ Thử Cường", opened!.Certificate.Subject);
        Assert.Equal(File.ReadAllBytes(Path.Combine(city.Start.Data, "demo-authority.cer")), Assert.Single(opened.Chain).RawData);
        var counter = Assert.Single(await city.With((IOfficials o) => o.Holding(new("cho-dong", "counter"))));
        Assert.Null(await city.With((ISigningFiles f) => f.Of(counter.Id)));
        await city.With<DemoPeople, int>(async p => { await p.Load(); return 0; });
        Assert.Equal(file, await city.With((ISigningFiles f) => f.Of(leader.Id)));
    }

    [Fact]
    public async Task Without_demo_there_is_nobody()
    {
        await using var city = await TestCity.Open();
        Assert.Empty(await city.With((IOfficials o) => o.Holding(new("cho-dong", "leader"))));
        Assert.False(File.Exists(Path.Combine(city.Start.Data, "demo-authority.cer")));
    }
}
