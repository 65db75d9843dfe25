namespace HaiDang.Feel.Reading;

/// <summary>What would have been right where something else stands.</summary>
internal sealed record Needed(string Vi, string En)
{
    internal static readonly Needed Expression = new("một biểu thức", "an expression");
    internal static readonly Needed Name = new("một tên", "a name");
    internal static readonly Needed Type = new("một kiểu", "a type");
    internal static readonly Needed Text = new("một chuỗi \"…\"", "a string \"…\"");
    internal static readonly Needed End = new("một phép toán, hoặc hết biểu thức", "an operator, or the end of the expression");
    internal static readonly Needed RangeEnd = new("«]», «)» hoặc «[» để đóng khoảng", "“]”, “)” or “[” to close the range");
    internal static readonly Needed AllNames = new("tên cho mọi đối số, hoặc không đối số nào có tên", "names for all arguments, or for none");

    internal static Needed Sign(string sign) => new($"«{sign}»", $"“{sign}”");
}
