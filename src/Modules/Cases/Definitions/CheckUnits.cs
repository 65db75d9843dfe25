using HaiDang.Bpmn;
using HaiDang.Contracts.Directory;
using HaiDang.Feel;

namespace HaiDang.Cases.Definitions;

/// <summary>Whether what <c>haidang:unit</c> and <c>haidang:waits-for</c> say means one unit, from every unit that settles the service.</summary>
internal sealed class CheckUnits(ServiceDefinition service, IUnits units)
{
    private readonly IReadOnlyList<Unit> settling = units.Handling(service);

    public void Unit(FlowNode node, NodeProblems told)
    {
        if (node.Properties.GetValueOrDefault(Property.Unit) is { } unit) Means(unit, Property.Unit, told);
        if (node.Properties.GetValueOrDefault(Property.WaitsFor) is { } waits and not ("applicant" or "system")) Means(waits, Property.WaitsFor, told);
    }

    private void Means(string text, string property, NodeProblems told)
    {
        if (OtherUnit.KindOf(text) is { } kind)
        {
            if (units.OfKind(kind).Count == 0)
                told.Tell($"cần đơn vị loại '{kind}' mà thành phố không có", $"needs a unit of the kind '{kind}', and the city has none", "thêm kind cho đơn vị trong units.yaml", "give a unit in units.yaml that kind");
            else if (settling.FirstOrDefault(u => OtherUnit.Nearest(kind, u.Id, units).Count > 1) is { } unclear)
            {
                var several = string.Join(", ", OtherUnit.Nearest(kind, unclear.Id, units).Take(5).Select(u => u.Id));
                told.Tell($"không rõ đơn vị loại '{kind}' nào cho hồ sơ của {unclear.Id}: {several}", $"leaves open which unit of the kind '{kind}' it means for cases of {unclear.Id}: {several}",
                    "đặt các đơn vị dưới đúng cấp trên, hoặc chọn bằng biểu thức =answers.…", "put the units below their own superiors, or choose by an expression =answers.…");
            }
        }
        else if (OtherUnit.IsFeel(text))
        {
            if (FeelExpression.Parse(text[1..]) is { Value: null, Diagnostics: [var first, ..] })
                told.Tell($"có biểu thức sai trong {property}: {first.Vi}", $"has a wrong expression in {property}: {first.En}", "sửa biểu thức FEEL", "mend the FEEL expression");
        }
        else if (units.Find(text) is null)
            told.Tell($"nêu đơn vị '{text}' không có trong {property}", $"names the unit '{text}' in {property}, which is not there", "viết kind:LOẠI, một biểu thức =…, hoặc mã đơn vị", "write kind:KIND, an expression =…, or the id of a unit");
    }
}
