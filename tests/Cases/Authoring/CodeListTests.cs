using System.Text.Json.Nodes;
using HaiDang.Cases.Authoring;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Questions;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Tests.Authoring;

/// <summary>Code lists of a city: where they come from, what is wrong with them, and that a version of a service keeps its own.</summary>
public sealed class CodeListTests
{
    private const string Slug = "xac-nhan-tinh-trang-hon-nhan";

    [Fact]
    public void A_question_offers_the_codes_of_its_list_in_two_languages()
    {
        using var city = new CityCopy("hai-phong");
        var (service, context) = city.Asks(Slug);
        var node = service.Form.VisibleFields([], context).Single(n => n.Path == "subjectEthnicity");
        Assert.Equal(("01", "Kinh", "Kinh"), (node.Options[0].Posted, node.Options[0].Vi, node.Options[0].En));
        Assert.Equal(54, node.Options.Count);
        var words = HaiDang.Cases.Letters.AnswersInWords.Of(new JsonObject { ["subjectEthnicity"] = "02", ["subjectGender"] = "female" }, service, city.Units, Language.English);
        var classes = HaiDang.Cases.Letters.AnswersInWords.Of(new JsonObject { ["changed"] = new JsonArray("name", "identity") }, city.Service("doi-giay-phep-lai-xe"), city.Units, Language.Vietnamese);
        Assert.Equal("Họ, chữ đệm, tên, Số định danh cá nhân", classes["changedName"]!.ToString());
        Assert.Equal(("02", "Tay", "Female"), (words["subjectEthnicity"]!.ToString(), words["subjectEthnicityName"]!.ToString(), words["subjectGenderName"]!.ToString()));
    }

    [Fact]
    public void An_address_is_one_line_beside_its_parts()
    {
        using var city = new CityCopy("hai-phong");
        var service = city.Service("dang-ky-khai-sinh");
        var answers = new JsonObject { ["motherResidence"] = new JsonObject { ["street"] = "12 Đà Nẵng", ["wardName"] = "phường Máy Tơ, quận Ngô Quyền", ["province"] = "31" }, ["fatherResidence"] = null };
        var vi = HaiDang.Cases.Letters.AnswersInWords.Of(answers, service, city.Units, Language.Vietnamese);
        var en = HaiDang.Cases.Letters.AnswersInWords.Of(answers, service, city.Units, Language.English);
        Assert.Equal("12 Đà Nẵng, phường Máy Tơ, quận Ngô Quyền, thành phố Hải Phòng", (string?)vi["motherResidenceName"]);
        Assert.Equal("12 Đà Nẵng, phường Máy Tơ, quận Ngô Quyền, Hai Phong City", (string?)en["motherResidenceName"]);
        Assert.True(vi.ContainsKey("fatherResidenceName"));
        Assert.Null(vi["fatherResidenceName"]);
        Assert.Equal("Thành phố Hải Phòng", (string?)vi["motherResidence"]!["provinceName"]);
    }

    /// <summary>The identity provider tells an address in one line; birth registration offers its parts, and again those to the mother who asks.</summary>
    [Theory]
    [InlineData("12 Đà Nẵng, phường Máy Tơ, quận Ngô Quyền, thành phố Hải Phòng", """{"province":"31","wardName":"phường Máy Tơ, quận Ngô Quyền","street":"12 Đà Nẵng"}""")]
    [InlineData("Xã Việt Hải, Thành phố Hải Phòng", """{"province":"31","street":"Xã Việt Hải"}""")]
    [InlineData("12 Đà Nẵng, Máy Tơ, Hải Phòng", """{"street":"12 Đà Nẵng, Máy Tơ, Hải Phòng"}""")]
    [InlineData(null, "{}")]
    public void An_address_told_in_one_line_is_offered_in_its_parts(string? told, string parts)
    {
        using var city = new CityCopy("hai-phong");
        var (service, context) = city.Asks("dang-ky-khai-sinh");
        context = context with { Variables = new JsonObject { ["applicant"] = new JsonObject { ["address"] = told } } };
        var offered = Offered("page-requester", []);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(parts), offered ?? []), offered?.ToJsonString());

        var answers = new JsonObject { ["relation"] = "mother", ["requesterResidence"] = offered?.DeepClone() };
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(parts), Offered("page-mother", answers) ?? []));
        answers["relation"] = "grandparent";
        Assert.Null(Offered("page-mother", answers));

        JsonObject? Offered(string page, JsonObject known)
        {
            var all = service.Form.Prefill(service.Form.Page(page)!, known, context);
            return (all["requesterResidence"] ?? all["motherResidence"]) as JsonObject;
        }
    }

    [Fact]
    public void A_list_of_the_city_replaces_that_of_the_pack_and_makes_a_new_version_of_the_services_that_use_it()
    {
        using var city = new CityCopy("hai-phong");
        var (before, other) = (city.Service(Slug), city.Service("to-khai-hai-quan"));
        city.Write("lists/ethnicities.csv", "code,vi,en\n01,Người Kinh,Kinh people\n");
        var after = city.Service(Slug);

        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal(other.Hash, city.Service("to-khai-hai-quan").Hash);
        Assert.Equal(("Kinh", "Người Kinh"), (before.Lists["ethnicities"].Find("01")!.Name.Vi, after.Lists["ethnicities"].Find("01")!.Name.Vi));
        var told = new ExplainService(city.Folder, city.Units).Of(Slug, new PackProblems(), Language.English)!;
        Assert.Contains(told, l => l.Value == "ethnicities: 1 codes" && l.From == "hai-phong/lists/ethnicities.csv (replaces vietnam/lists/ethnicities.csv)");
    }

    [Fact]
    public void A_version_that_is_kept_has_its_lists_as_they_were()
    {
        using var city = new CityCopy("hai-phong");
        var files = ServiceFiles.Of(city.Folder, Slug, new PackProblems());
        var kept = ServiceReader.Read(ServiceFiles.Unpack(Slug, files.Pack()), new PackProblems())!;
        Assert.Equal(files.Hash, kept.Hash);
        Assert.Equal("Tày", kept.Lists["ethnicities"].Find("02")!.Name.Vi);
    }

    [Fact]
    public void What_is_wrong_with_lists_is_told_with_file_and_line()
    {
        using var city = new CityCopy("thi-tran");
        city.Write("lists/wards.csv", "code,vi,en,parent:provinces\n01,A,A,31\n01,B,B,31\n");
        city.Write("lists/Tinh.txt", "x");
        var form = city.Text("services/cho-ban-hang/form.json");
        city.Write("services/cho-ban-hang/form.json", form.Replace("\"valuesKey\": \"units\"", "\"valuesKey\": \"markets\"", StringComparison.Ordinal));
        var line = form[..form.IndexOf("\"valuesKey\"", StringComparison.Ordinal)].Split('\n').Length;
        var problems = city.Problems();
        Assert.Contains("thi-tran/lists/wards.csv:3: the code '01' is already on line 2 → remove one of the rows or choose another code", problems);
        Assert.Contains("thi-tran/lists/wards.csv:1: there is no list 'provinces' for the parents → add lists/provinces.csv or mend the heading", problems);
        Assert.Contains(problems, p => p.StartsWith("thi-tran/lists/Tinh.txt:1: 'Tinh.txt' is no name of a code list", StringComparison.Ordinal));
        var missing = problems.Single(p => p.Contains("'markets'", StringComparison.Ordinal));
        Assert.Matches(@"^thi-tran/services/cho-ban-hang/form\.json:(\d+): there is no list 'markets', which the question 'market' asks for → add lists/markets\.csv or mend valuesKey$", missing);
        Assert.InRange(int.Parse(missing.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), line - 6, line);
    }

    [Fact]
    public void A_code_whose_days_are_over_is_not_offered_but_keeps_its_name()
    {
        using var city = new CityCopy("hai-phong");
        city.Write("lists/ethnicities.csv", "code,vi,en,validTo\n01,Kinh,Kinh,\n99,Cũ,Old,2020-12-31\n");
        var (service, context) = city.Asks(Slug);
        var answers = new JsonObject { ["subjectEthnicity"] = "99" };
        var node = service.Form.VisibleFields(answers, context).Single(n => n.Path == "subjectEthnicity");
        Assert.Equal(["01"], node.Options.Select(o => o.Posted));
        Assert.Equal("Old", node.ValueWords("en"));
        Assert.Contains(service.Form.Validate(answers, context), p => p.Path == "subjectEthnicity");
    }

    [Fact]
    public void An_address_is_asked_by_the_lists_of_the_pack()
    {
        const string goods = "to-khai-hai-quan";
        using var city = new CityCopy("hai-phong");
        var form = JsonNode.Parse(city.Text($"services/{goods}/form.json"))!.AsObject();
        form["components"]!.AsArray().Add(JsonNode.Parse("""{"type":"group","id":"page-home","label":"Nơi ở","path":"home","properties":{"haidang:kind":"address"},"validate":{"required":true}}"""));
        city.Write($"services/{goods}/form.json", form.ToJsonString());

        var (service, context) = city.Asks(goods);
        Assert.Equal(["countries", "provinces"], service.Lists.Keys.Order());
        Assert.Equal(["home.province", "home.wardName", "home.street"], Asked("{}"));
        Assert.Equal(63, service.Form.VisibleFields([], context).Single(n => n.Path == "home.province").Options.Count);
        Assert.Equal(["home.province", "home.wardName", "home.street"], Asked("""{"province":"31"}"""));

        city.Write("lists/wards.csv", "code,vi,en,parent:provinces\n11407,Máy Tơ,May To,31\n");
        (service, context) = city.Asks(goods);
        Assert.Equal(["home.province", "home.street"], Asked("{}"));
        Assert.Equal(["home.province", "home.ward", "home.street"], Asked("""{"province":"31"}"""));
        Assert.Equal(["home.province", "home.wardName", "home.street"], Asked("""{"province":"01"}"""));
        Assert.Equal("Máy Tơ", service.Form.VisibleFields(Home("""{"province":"31"}"""), context).Single(n => n.Path == "home.ward").Options.Single().Vi);

        IEnumerable<string> Asked(string home) => service.Form.VisibleFields(Home(home), context).Select(n => n.Path).Where(path => path.StartsWith("home.", StringComparison.Ordinal));

        static JsonObject Home(string home) => new() { ["home"] = JsonNode.Parse(home) };
    }
}
