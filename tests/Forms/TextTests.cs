using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

public class TextTests
{
    [Fact] public void Required() => A("textfield", """ "validate":{"required":true} """).Takes("\"Lan\"").Refuses("\"\"", "required", "Hãy nhập “Ô”.", "Enter “Ô”.").Refuses("\"  \"", "required").Refuses("null", "required");
    [Fact] public void Required_question() => A("textfield", """ "label":"Bạn tên gì?","validate":{"required":true} """).Refuses("\"\"", "required", "Hãy trả lời câu hỏi “Bạn tên gì?”.");
    [Fact] public void Own_words() => A("textfield", """ "validate":{"required":true},"properties":{"haidang:error":"Nhập họ, chữ đệm và tên như trên căn cước."} """).Refuses("\"\"", "required", "Nhập họ, chữ đệm và tên như trên căn cước.", "Enter “Ô”.");
    [Fact] public void Own_check() => A("textfield", """ "properties":{"haidang:check":"x != \"cấm\""} """).Takes("\"được\"", "\"\"").Refuses("\"cấm\"", "check");
    [Fact] public void Lengths() => A("textfield", """ "validate":{"minLength":3,"maxLength":5} """).Takes("\"abc\"", "\"abcde\"", "\"  abcde  \"", "\"\"").Refuses("\"ab\"", "too-short").Refuses("\"abcdef\"", "too-long", "“Ô” được nhiều nhất 5 ký tự, hiện có 6; hãy bớt 1 ký tự.");
    [Fact] public void Computed_lengths() => A("textfield", """ "validate":{"maxLength":"=2+1"} """).Takes("\"abc\"").Refuses("\"abcd\"", "too-long");
    [Fact] public void Sane_length_without_one() => A("textfield").Takes($"\"{new string('a', FormLimits.TextField)}\"").Refuses($"\"{new string('a', FormLimits.TextField + 1)}\"", "too-long");
    [Fact] public void Sane_length_of_areas() => A("textarea").Takes($"\"{new string('a', FormLimits.TextArea)}\"").Refuses($"\"{new string('a', FormLimits.TextArea + 1)}\"", "too-long");
    [Fact] public void Pattern() => A("textfield", """ "validate":{"pattern":"^[A-Z]{2}\\d+$"} """).Takes("\"HP12\"", "\"\"").Refuses("\"hp12\"", "pattern").Refuses("\"HP١٢\"", "pattern");
    [Fact] public void Pattern_anywhere() => A("textfield", """ "validate":{"pattern":"\\d"} """).Takes("\"a1b\"").Refuses("\"ab\"", "pattern");
    [Fact] public void Pattern_words() => A("textfield", """ "validate":{"pattern":"^a$","patternErrorMessage":"Chỉ nhận chữ a."} """).Refuses("\"b\"", "pattern", "Chỉ nhận chữ a.");
    [Fact] public void Pattern_that_never_ends() => A("textfield", """ "validate":{"pattern":"^(a+)+$"} """).Refuses($"\"{new string('a', 40)}!\"", "pattern");
    [Fact] public void Email() => A("textfield", """ "validate":{"validationType":"email"} """).Takes("\"a@b.vn\"", "\"lan.nguyen+1@example.com\"", "\"a@localhost\"", "\"\"").Refuses("\"a@\"", "email").Refuses("\"a b@c.vn\"", "email").Refuses("\"lan\"", "email", en: "“Ô” must be an e-mail address, for example lan.nguyen@example.vn.");
    [Fact] public void Email_by_meaning() => A("textfield", """ "properties":{"haidang:kind":"email"} """).Takes("\"a@b.vn\"").Refuses("\"a@localhost\"", "email");
    [Fact] public void International_phone() => A("textfield", """ "validate":{"validationType":"phone"} """).Takes("\"+4930664040900\"", "\"+84912345678\"", "\"0084912345678\"").Refuses("\"0912345678\"", "phone").Reads("0912 345 678", "\"+84912345678\"").Shows("\"+84912345678\"", "0912 345 678");
    [Fact] public void Phone() => A("textfield", """ "properties":{"haidang:kind":"phone"} """).Takes("\"0912345678\"", "\"02253842124\"", "\"+4930664040900\"").Refuses("\"12345\"", "phone").Refuses("\"0112345678\"", "phone").Reads("0912 345 678", "\"0912345678\"").Reads("+84 912.345.678", "\"0912345678\"").Shows("\"0912345678\"", "0912 345 678");
    [Fact] public void Identity_number() => A("textfield", """ "properties":{"haidang:kind":"identity-number"} """).Takes("\"031190012345\"").Reads("031 190 012 345", "\"031190012345\"").Refuses("\"03119001234\"", "identity-number").Refuses("\"03119001234a\"", "identity-number");
    [Fact] public void Old_identity_number() => A("textfield", """ "properties":{"haidang:kind":"identity-number"} """).Refuses("\"030123456\"", "old-identity-number", "“Ô” là số 9 chữ số của chứng minh nhân dân cũ, không còn dùng được; hãy nhập số căn cước 12 chữ số.");
    [Fact] public void Person_name() => A("textfield", """ "properties":{"haidang:kind":"person-name"} """).Takes("\"Nguyễn Thị Ánh\"", "\"Y Bliă\"", "\"K'Sor H'Nia\"", "\"Anne-Marie O’Neil\"").Refuses("\"Lan 2\"", "person-name").Refuses("\"<b>\"", "person-name").Reads("  Nguyễn   Thị  Lan ", "\"Nguyễn Thị Lan\"");
    [Fact] public void Composed() => A("textfield").Reads("Nguye\u0302\u0303n", "\"Nguyễn\"");
    [Fact] public void Lines_become_blanks() => A("textfield").Reads("a\r\nb\tc", "\"a b c\"");
    [Fact] public void Lines_stay() => A("textarea").Reads("a\r\nb", "\"a\\nb\"");
    [Fact] public void Strays_vanish() => A("textfield").Reads("\uFEFFLan\u200B", "\"Lan\"");
    [Fact] public void Control_characters() => A("textfield").Misreads("a\u0000b", "unreadable").Misreads("a\u001Bb", "unreadable").Misreads("\uD800", "unreadable").Misreads("\u202Eabc", "unreadable").Refuses("\"a\\u0000b\"", "unreadable");
    [Fact] public void Wrong_type() => A("textfield").Refuses("12", "wrong-type").Refuses("{}", "wrong-type").Refuses("[1]", "wrong-type").Refuses("true", "wrong-type");
}
