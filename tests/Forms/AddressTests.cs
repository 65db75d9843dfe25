using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>Components of our own: addresses and identity numbers with the pack's code lists; tables whose columns are computed; pictures in words.</summary>
public class AddressTests
{
    static readonly FormContext Lists = Now with
    {
        CodeLists = new(new Dictionary<string, JsonArray>
        {
            ["provinces"] = JsonNode.Parse("""[{"value":"31","label":"Hải Phòng"},{"value":"01","label":"Hà Nội"},{"value":"48","label":"Đà Nẵng"}]""")!.AsArray(),
            ["wards"] = JsonNode.Parse("""[{"value":"may-to","label":"Máy Tơ","parent":"31"},{"value":"hoan-kiem","label":"Hoàn Kiếm","parent":"01"}]""")!.AsArray(),
            ["identity-places"] = JsonNode.Parse("""[{"value":"031","label":"Hải Phòng"},{"value":"001","label":"Hà Nội"}]""")!.AsArray(),
        }),
    };

    const string Address = """ "path":"home","label":"Nơi ở","properties":{"haidang:kind":"address"},"validate":{"required":true} """;

    [Theory]
    [InlineData("""{"province":"31","ward":"may-to","street":"5 Cầu Đất"}""")]
    [InlineData("""{"province":"01","ward":"may-to","street":"5 Cầu Đất"}""", "home.ward form.not-an-option")]
    [InlineData("""{"province":"99","wardName":"Máy Tơ","street":"5 Cầu Đất"}""", "home.province form.not-an-option")]
    [InlineData("""{"province":"48","wardName":"Hải Châu","street":"2 Bạch Đằng"}""")]
    [InlineData("""{"province":"48","ward":"may-to","street":"2 Bạch Đằng"}""", "home.wardName form.required")]
    [InlineData("""{"province":"31","ward":"may-to"}""", "home.street form.required")]
    [InlineData("{}", "home.province form.required", "home.street form.required")]
    public void An_address_is_chosen_from_the_lists_of_the_pack(string home, params string[] problems) =>
        Assert.Equal(problems, Form(Group("g", Address)).Validate(Json($$"""{"home":{{home}}}"""), Lists).Codes());

    [Fact]
    public void Wards_are_those_of_the_province()
    {
        var ward = Form(Group("g", Address)).VisibleFields(Json("""{"home":{"province":"01"}}"""), Lists).Single(field => field.Path == "home.ward");
        Assert.Equal(["Hoàn Kiếm"], ward.Options.Select(option => option.Vi));
        Assert.Equal(("Phường, xã, đặc khu", "Ward or commune"), (ward.Label("vi"), ward.Label("en")));
    }

    [Fact]
    public void The_ward_is_asked_when_the_province_is_known_and_written_where_no_list_has_it()
    {
        var form = Form(Group("g", Address));
        Assert.Equal(["home.province", "home.street"], Asked("{}", Lists));
        Assert.Equal(["home.province", "home.ward", "home.street"], Asked("""{"province":"31"}""", Lists));
        Assert.Equal(["home.province", "home.wardName", "home.street"], Asked("""{"province":"48"}""", Lists));
        Assert.Equal(["home.province", "home.wardName", "home.street"], Asked("""{"province":"31"}""", Now));
        Assert.Equal(["home.province", "home.wardName", "home.street"], Asked("{}", Now));
        Assert.Equal(["home"], form.Addresses);

        IEnumerable<string> Asked(string home, FormContext context) => form.VisibleFields(Json($$"""{"home":{{home}}}"""), context).Select(field => field.Path);
    }

    [Fact]
    public void An_address_may_be_offered_from_another_one()
    {
        var form = Form(Group("g", Address), Group("h", """ "path":"office","label":"Nơi làm","properties":{"haidang:kind":"address","haidang:prefill":"if home.street = \"-\" then null else home"} """));
        Same("""{"office":{"province":"31","ward":"may-to","street":"5 Cầu Đất"}}""", Offered("""{"province":"31","ward":"may-to","street":"5 Cầu Đất"}"""));
        Same("{}", Offered("""{"province":"31","ward":"may-to","street":"-"}"""));

        System.Text.Json.Nodes.JsonObject Offered(string home)
        {
            return form.Prefill(form.Page("h")!, Json($$"""{"home":{{home}}}"""), Lists);
        }
    }

    [Fact]
    public void In_a_list_each_item_has_an_address_of_its_own()
    {
        var form = Form(List("people", "", Group("g", """ "path":"home","properties":{"haidang:kind":"address"} """)));
        var data = Json("""{"people":[{"home":{"province":"31","ward":"may-to"}},{"home":{"province":"01","ward":"may-to"}}]}""");
        Assert.Equal(["people[1].home.ward form.not-an-option"], form.Validate(data, Lists).Codes());
    }

    [Fact]
    public void An_identity_number_begins_with_a_place_of_the_list()
    {
        var number = A("textfield", """ "properties":{"haidang:kind":"identity-number"} """);
        number.Given(Lists).Takes("\"031190012345\"").Refuses("\"999190012345\"", "identity-place");
        number.Takes("\"999190012345\"");
    }

    [Fact]
    public void A_table_may_compute_its_columns()
    {
        var form = Form("""{"type":"table","id":"t","label":"Bảng","dataSource":"=rows","columnsExpression":"=[{key: \"a\", label: \"Cột A\"}, {key: \"b\"}]"}""");
        var table = Assert.Single(form.At([], Now with { Variables = Json("""{"rows":[{"a":1,"b":"x"},{"a":2}]}""") }).Pages[0].Nodes);
        Assert.Equal(["Cột A", "b"], table.Columns("vi"));
        Assert.Equal(["1 x", "2 "], table.Rows.Select(row => string.Join(' ', row)));
    }

    [Theory]
    [InlineData("""{"type":"image","id":"i","alt":"Bản đồ phường","source":"x.png","conditional":{"hide":"=hide"}}""", "Bản đồ phường")]
    [InlineData("""{"type":"iframe","id":"i","label":"Bản đồ","url":"https://example.vn","conditional":{"hide":"=hide"}}""", "Bản đồ")]
    [InlineData("""{"type":"documentPreview","id":"i","label":"Giấy tờ","dataSource":"=files","conditional":{"hide":"=hide"}}""", "Giấy tờ")]
    public void What_is_no_words_is_said_in_words(string component, string words)
    {
        var read = Read(component);
        Assert.Equal(["form.in-words"], read.Diagnostics.Select(d => d.Code));
        Assert.Equal(words, Assert.Single(read.Form!.At([], Now with { Variables = Json("""{"hide":false}""") }).Pages[0].Nodes).Text("vi"));
        Assert.Empty(read.Form!.At([], Now with { Variables = Json("""{"hide":true}""") }).Pages);
    }
}
