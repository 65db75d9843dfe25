using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class ChoiceTests
{
    const string Sizes = """ "values":[{"label":"Nhỏ","value":"s"},{"label":"Lớn","value":"l"},{"label":"Mười","value":10}] """;
    const string Wards = """[{"label":"Hồng Bàng","label_en":"Hong Bang","value":"hb"},"le-chan"]""";

    [Fact] public void Radio() => A("radio", Sizes).Takes("\"s\"", "10", "null").Refuses("\"m\"", "not-an-option", "Hãy chọn “Ô” trong các mục có sẵn.").Refuses("\"10\"", "not-an-option");
    [Fact] public void Required() => A("radio", Sizes + ""","validate":{"required":true}""").Refuses("null", "required", "Hãy chọn một mục ở “Ô”.").Takes("\"s\"");
    [Fact] public void Posted_values_find_their_type() => A("radio", Sizes).Reads("10", "10").Reads("s", "\"s\"").Reads("", "null").Misreads("m", "not-an-option");
    [Fact] public void Unchosen_radio_is_no_answer() => A("radio", Sizes).Reads([("other", "1")], "null");
    [Fact] public void Shown_by_label() => A("select", Sizes).Shows("\"l\"", "Lớn").Shows("null", "");
    [Fact] public void Code_list() => A("select", """ "valuesKey":"wards" """).Lists("wards", Wards).Takes("\"hb\"", "\"le-chan\"").Refuses("\"x\"", "not-an-option").Reads("hb", "\"hb\"").Shows("\"hb\"", "Hồng Bàng", "Hong Bang");
    [Fact] public void Missing_code_list_lets_nothing_through() => A("select", """ "valuesKey":"wards" """).Refuses("\"hb\"", "not-an-option");
    [Fact] public void Answers_are_no_code_list() => Assert.Equal(["x form.not-an-option"], Form(Field("select", "x", """ "valuesKey":"wards" """)).Validate(Json("""{"x":"own","wards":["own"]}"""), Now).Codes());
    [Fact] public void Computed_options() => A("select", """ "valuesExpression":"=[\"a\",\"b\"]" """).Takes("\"a\"").Refuses("\"c\"", "not-an-option");
    [Fact] public void Options_filtered_by_an_answer()
    {
        var form = Form(Field("select", "city", """ "values":[{"label":"1","value":"hp"},{"label":"2","value":"hn"}] """), Field("select", "ward", """ "valuesExpression":"=wards[item.province = city]" """));
        var context = Now with { CodeLists = new(new Dictionary<string, System.Text.Json.Nodes.JsonArray> { ["wards"] = [Json("""{"value":"hb","label":"Hồng Bàng","province":"hp"}"""), Json("""{"value":"bd","label":"Ba Đình","province":"hn"}""")] }) };
        Assert.Empty(form.Validate(Json("""{"city":"hp","ward":"hb"}"""), context));
        Assert.Equal(["ward form.not-an-option"], form.Validate(Json("""{"city":"hn","ward":"hb"}"""), context).Codes());
    }
    [Fact] public void Checklist() => A("checklist", Sizes).Takes("[]", "[\"s\",10]").Refuses("[\"s\",\"m\"]", "not-an-option").Refuses("\"s\"", "wrong-type").Reads([("x", "s"), ("x", "10"), ("x", "s")], "[\"s\",10]").Reads([], "[]").Shows("[\"s\",\"l\"]", "Nhỏ, Lớn");
    [Fact] public void Required_checklist() => A("checklist", Sizes + ""","validate":{"required":true}""").Refuses("[]", "required", "Hãy chọn ít nhất một mục ở “Ô”.").Takes("[\"s\"]");
    [Fact] public void Taglist() => A("taglist", Sizes).Takes("[\"l\"]").Refuses("[1]", "not-an-option");
    [Fact] public void Checkbox() => A("checkbox").Reads("on", "true").Reads([("x", "false"), ("x", "true")], "true").Reads([], "false").Takes("true", "false").Refuses("\"yes\"", "wrong-type").Shows("true", "Có", "Yes").Shows("false", "Không", "No");
    [Fact] public void Required_checkbox() => A("checkbox", """ "label":"Tôi cam đoan.","validate":{"required":true} """).Takes("true").Refuses("false", "required", "Hãy đánh dấu vào ô “Tôi cam đoan” để tiếp tục.");

    static readonly FormFile Pdf = new("bản khai.PDF", "application/pdf", 10);
    static readonly FormFile Photo = new("anh.jpg", "image/jpeg", 10);

    [Fact] public void Required_file() => A("filepicker", """ "validate":{"required":true} """).Files().Refuses("null", "required", "Hãy tải lên “Ô”.").Files(Pdf).Takes("null", "[\"id\"]");
    [Fact] public void File_unknown_to_the_host() => A("filepicker", """ "validate":{"required":true} """).Refuses("null", "required").Takes("[\"id\"]");
    [Fact] public void File_kind() => A("filepicker", """ "accept":".pdf,image/*" """).Files(Pdf).Takes("null").Files(Photo).Takes("null").Files(new FormFile("a.exe", "application/octet-stream", 1)).Refuses("null", "file-kind", "Tệp “a.exe” ở “Ô” không đúng loại; hãy tải lên tệp PDF, ảnh.");
    [Fact] public void One_file() => A("filepicker").Files(Pdf, Photo).Refuses("null", "too-many");
    [Fact] public void Many_files() => A("filepicker", """ "multiple":true """).Files(Pdf, Photo).Takes("null").Shows("null", "bản khai.PDF, anh.jpg");
    [Fact] public void Computed_file_rules() => A("filepicker", """ "multiple":"=1 = 1","accept":"=\".pdf\"" """).Files(Pdf, Pdf).Takes("null").Files(Photo).Refuses("null", "file-kind");
    [Fact] public void File_ids_are_posted() => A("filepicker").Reads([("x", "a"), ("x", "b")], "[\"a\",\"b\"]").Reads("", "null");

    [Fact]
    public void A_code_is_offered_on_its_days_and_keeps_its_name_for_ever()
    {
        const string list = """[{"value":"34","label":"Thái Bình","validTo":"2026-11-21"},{"value":"33","label":"Hưng Yên"},{"value":"98","label":"Tỉnh mới","validFrom":"2026-11-22"},{"value":"97","label":"Tỉnh sau","validFrom":"2026-11-23"}]""";
        var chosen = A("select", """ "valuesKey":"provinces" """).Lists("provinces", list);
        Assert.Equal(["33", "98"], Node(chosen, "{}").Options.Select(option => option.Posted));
        chosen.Takes("\"33\"", "\"98\"").Refuses("\"34\"", "not-an-option").Refuses("\"97\"", "not-an-option");
        Assert.Equal("Thái Bình", Node(chosen, """{"x":"34"}""").ValueWords("vi"));

        var computed = A("select", """ "valuesExpression":"=provinces[item.value != \"33\"]" """).Lists("provinces", list);
        Assert.Equal(["98"], Node(computed, "{}").Options.Select(option => option.Posted));
        Assert.Equal("Thái Bình", Node(computed, """{"x":"34"}""").ValueWords("vi"));

        static FormNode Node(OneField field, string answers) => Assert.Single(field.Form.At(Json(answers), field.Context).Fields);
    }

    [Fact]
    public void A_form_tells_which_lists_it_may_speak_of()
    {
        var form = Form(Field("select", "a", """ "valuesKey":"genders" """), Field("select", "b", """ "valuesExpression":"=wards[item.parent = a]" """));
        Assert.Equal(["genders"], form.ListNames);
        Assert.Contains("wards", form.Mentions);
    }
}
