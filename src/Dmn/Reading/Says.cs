using static HaiDang.Dmn.DmnSeverity;

namespace HaiDang.Dmn.Reading;

/// <summary>Every sentence of this engine. Codes are never reused and never renamed once released.</summary>
internal static class Says
{
    // The source
    public static readonly Saying TooLarge = new(Error, "dmn.too-large", "Tệp dài {0} ký tự, quá mức {1}; hãy chia thành nhiều tệp và dùng import", "The source has {0} characters, more than {1}; part it into several files with import");
    public static readonly Saying TooDeep = new(Error, "dmn.too-deep", "Các phần tử lồng nhau quá {0} tầng", "Elements nest deeper than {0}");
    public static readonly Saying DocumentType = new(Error, "dmn.document-type", "Không nhận khai báo DOCTYPE; hãy xóa nó ({0})", "A DOCTYPE declaration is not accepted; remove it ({0})");
    public static readonly Saying Malformed = new(Error, "dmn.malformed", "XML không đúng cú pháp: {0}", "The XML is not well-formed: {0}");
    public static readonly Saying NotDmn = new(Error, "dmn.not-dmn", "Phần tử gốc {0} không phải là definitions của DMN 1.1–1.5", "The root element {0} is no definitions of DMN 1.1 to 1.5");

    // Names and references
    public static readonly Saying IdTwice = new(Error, "dmn.id-twice", "Mã {0} được dùng hai lần", "The id {0} is used twice");
    public static readonly Saying NameTwice = new(Error, "dmn.name-twice", "Tên “{0}” được dùng hai lần trong cùng mô hình", "The name “{0}” is used twice in the model");
    public static readonly Saying NoName = new(Error, "dmn.no-name", "Phần tử {0} thiếu tên", "The element {0} has no name");
    public static readonly Saying NoSuchElement = new(Error, "dmn.no-such-element", "Không có phần tử nào mang mã {0}", "There is no element with the id {0}");
    public static readonly Saying WrongKind = new(Error, "dmn.wrong-kind", "{0} không phải là loại phần tử cần ở đây ({1})", "{0} is not the kind of element that is needed here ({1})");
    public static readonly Saying Cycle = new(Error, "dmn.cycle", "Các phần tử cần lẫn nhau theo vòng: {0}", "Elements require one another in a circle: {0}");
    public static readonly Saying ChainTooLong = new(Error, "dmn.chain-too-long", "Chuỗi phần tử cần nhau dài quá {0} mắt xích", "The chain of elements that require one another has more than {0} links");
    public static readonly Saying NoImport = new(Error, "dmn.no-import", "Không tìm thấy mô hình được nhập {0}", "The imported model {0} was not found");
    public static readonly Saying NoSuchType = new(Error, "dmn.no-such-type", "Không có kiểu dữ liệu “{0}”", "There is no type “{0}”");
    public static readonly Saying TypeCycle = new(Error, "dmn.type-cycle", "Kiểu “{0}” được định nghĩa bằng chính nó", "The type “{0}” is defined by itself");

    // Expressions
    public static readonly Saying NotFeel = new(Error, "dmn.not-feel", "Ngôn ngữ biểu thức {0} không được hỗ trợ; hãy viết bằng FEEL", "The expression language {0} is not supported; write FEEL");
    public static readonly Saying NoText = new(Warning, "dmn.no-text", "Biểu thức trống", "The expression is empty");
    public static readonly Saying UnknownExpression = new(Error, "dmn.unknown-expression", "Không biết loại biểu thức {0}", "The kind of expression {0} is not known");
    public static readonly Saying MissingPart = new(Error, "dmn.missing-part", "{0} thiếu phần {1}", "{0} lacks its {1}");
    public static readonly Saying ForeignFunction = new(Warning, "dmn.foreign-function", "Hàm loại {0} không chạy được ở đây và luôn cho giá trị rỗng", "A function of kind {0} cannot run here and always gives null");
    public static readonly Saying RelationWidth = new(Error, "dmn.relation-width", "Dòng {0} có {1} ô, bảng có {2} cột", "Row {0} has {1} cells, the relation has {2} columns");

    // Decision tables
    public static readonly Saying NoSuchHitPolicy = new(Error, "dmn.no-such-hit-policy", "Không có chính sách {0}; dùng UNIQUE, ANY, PRIORITY, FIRST, COLLECT, RULE ORDER hoặc OUTPUT ORDER", "There is no hit policy {0}; use UNIQUE, ANY, PRIORITY, FIRST, COLLECT, RULE ORDER or OUTPUT ORDER");
    public static readonly Saying NoSuchAggregation = new(Error, "dmn.no-such-aggregation", "Không có phép gộp {0}; dùng SUM, COUNT, MIN hoặc MAX", "There is no aggregation {0}; use SUM, COUNT, MIN or MAX");
    public static readonly Saying AggregationNeedsCollect = new(Warning, "dmn.aggregation-needs-collect", "Phép gộp chỉ có nghĩa với COLLECT và bị bỏ qua", "An aggregation only means something with COLLECT and is left aside");
    public static readonly Saying AggregationOfMany = new(Error, "dmn.aggregation-of-many", "Phép gộp cần bảng có đúng một cột kết quả", "An aggregation needs a table with exactly one output");
    public static readonly Saying NoOutput = new(Error, "dmn.no-output", "Bảng không có cột kết quả", "The table has no output");
    public static readonly Saying OutputNeedsName = new(Error, "dmn.output-needs-name", "Bảng có nhiều cột kết quả: cột {0} cần tên", "The table has several outputs: output {0} needs a name");
    public static readonly Saying RuleWidth = new(Error, "dmn.rule-width", "Luật {0} có {1} ô {2}, bảng có {3} cột; luật này bị bỏ qua", "Rule {0} has {1} {2} cells, the table has {3} columns; the rule is left out");
    public static readonly Saying PriorityNeedsValues = new(Error, "dmn.priority-needs-values", "{0} cần danh sách giá trị kết quả (outputValues) để biết thứ tự", "{0} needs output values to know the order");
    public static readonly Saying NoRules = new(Warning, "dmn.no-rules", "Bảng không có luật nào", "The table has no rules");

    // While it runs
    public static readonly Saying NotRunnable = new(Warning, "dmn.not-runnable", "Biểu thức này có lỗi khi đọc nên cho giá trị rỗng", "This expression could not be read and gives null");
    public static readonly Saying NoSuchDecision = new(Error, "dmn.no-such-decision", "Mô hình không có quyết định, dịch vụ hay tri thức nào tên “{0}”", "The model has no decision, service or knowledge model named “{0}”");
    public static readonly Saying NoLogic = new(Warning, "dmn.no-logic", "“{0}” không có lô-gic nên cho giá trị rỗng", "“{0}” has no logic and gives null");
    public static readonly Saying InputMissing = new(Warning, "dmn.input-missing", "Không có giá trị cho dữ liệu vào “{0}”", "No value was given for the input “{0}”");
    public static readonly Saying DoesNotConform = new(Warning, "dmn.does-not-conform", "Giá trị {0} của “{1}” không thuộc kiểu {2} nên bị bỏ", "The value {0} of “{1}” is no {2} and was dropped");
    public static readonly Saying NotAllowed = new(Warning, "dmn.not-allowed", "Giá trị {0} của “{1}” không nằm trong các giá trị cho phép: {2}", "The value {0} of “{1}” is not among the allowed values: {2}");
    public static readonly Saying SeveralMatch = new(Warning, "dmn.several-match", "Nhiều luật cùng khớp ({0}) mà bảng chỉ cho phép một; kết quả là rỗng", "Several rules match ({0}) where only one may; the result is null");
    public static readonly Saying MatchesDiffer = new(Warning, "dmn.matches-differ", "Các luật khớp ({0}) cho kết quả khác nhau; kết quả là rỗng", "The matching rules ({0}) give different results; the result is null");
    public static readonly Saying NoMatch = new(Warning, "dmn.no-match", "Không luật nào khớp và bảng không có giá trị mặc định", "No rule matches and the table has no default");
    public static readonly Saying NotAList = new(Warning, "dmn.not-a-list", "Cần một danh sách, nhưng có {0}", "A list is needed, but there is {0}");
    public static readonly Saying NotABoolean = new(Warning, "dmn.not-a-boolean", "Cần đúng hoặc sai, nhưng có {0}", "True or false is needed, but there is {0}");
    public static readonly Saying NotAFunction = new(Warning, "dmn.not-a-function", "“{0}” không phải là hàm gọi được", "“{0}” is no function that can be called");
    public static readonly Saying NoSuchParameter = new(Warning, "dmn.no-such-parameter", "“{0}” không có tham số “{1}”", "“{0}” has no parameter “{1}”");
    public static readonly Saying TooMuch = new(Error, "dmn.too-much", "Việc tính vượt giới hạn (quá sâu hoặc quá nhiều bước) và dừng lại", "The evaluation went beyond its limits (too deep or too many steps) and was stopped");

    // Checking tables
    public static readonly Saying Gap = new(Warning, "dmn.table-gap", "Không luật nào áp dụng khi {0}; thêm luật hoặc giá trị mặc định", "No rule applies when {0}; add a rule or a default");
    public static readonly Saying Overlap = new(Error, "dmn.table-overlap", "Luật {0} và {1} cùng khớp khi {2}; bảng {3} không cho phép", "Rules {0} and {1} both match when {2}; the table's policy {3} does not allow it");
    public static readonly Saying Unreachable = new(Warning, "dmn.rule-unreachable", "Luật {0} không bao giờ được dùng: các luật trước đã bao hết", "Rule {0} is never used: earlier rules cover all of it");
    public static readonly Saying NotAnalysed = new(Info, "dmn.table-not-analysed", "Chưa phân tích được khoảng trống của bảng: {0}", "The table was not analysed for gaps: {1}");
    public static readonly Saying MoreGaps = new(Warning, "dmn.table-more-gaps", "Còn những khoảng trống khác ngoài {0} khoảng đã nêu", "There are more gaps than the {0} listed");
}
