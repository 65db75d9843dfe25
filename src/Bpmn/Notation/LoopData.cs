using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about the data of multi-instance activities (BPMN 2.0 §10.3.8, table 10.28).</summary>
internal static class LoopData
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("multiInstanceLoopCharacteristics"))
        {
            Side(file, x, "loopDataInputRef", "inputDataItem", NotationFile.Inputs(x.Parent!), report);
            Side(file, x, "loopDataOutputRef", "outputDataItem", NotationFile.Outputs(x.Parent!), report);
            foreach (var complex in x.Elements(Names.Model + "complexBehaviorDefinition")) Complex(complex, report);
            if (x.Element(Names.Model + "loopCardinality") is { } cardinality && Constants.IsNoNumber(cardinality.Value))
                Wrong(cardinality, $"loopCardinality \"{cardinality.Value.Trim()}\" không phải số nguyên", $"the loopCardinality \"{cardinality.Value.Trim()}\" is no whole number", report);
        }
        foreach (var condition in file.All("loopCondition", "completionCondition", "activationCondition", "conditionExpression").Where(c => Constants.IsNoCondition(c.Value)))
            Wrong(condition, $"{condition.Name.LocalName} \"{condition.Value.Trim()}\" không thể đúng hay sai", $"the {condition.Name.LocalName} \"{condition.Value.Trim()}\" can be neither true nor false", report);
    }

    /// <summary>The list is a collection that the activity itself has (a sub-process sees those around it); its item is a single one of the same structure.</summary>
    private static void Side(NotationFile file, XElement x, string listRef, string itemName, IEnumerable<XElement> own, Report report)
    {
        var (list, item) = (file.Refers(x, listRef), x.Element(Names.Model + itemName));
        if (list is null) return;
        if (NotationFile.IsSubProcess(x.Parent!) ? list.Name.LocalName is "itemDefinition" : !own.Contains(list))
            Wrong(x, $"{listRef} \"{NotationFile.IdOf(list)}\" phải là dữ liệu của chính việc này", $"{listRef} \"{NotationFile.IdOf(list)}\" must be data of this very activity", report);
        if (file.ItemOf(list) is not { } many) return;
        if (!NotationFile.IsCollection(many))
            Wrong(x, $"{listRef} \"{NotationFile.IdOf(list)}\" phải là danh sách (isCollection)", $"{listRef} \"{NotationFile.IdOf(list)}\" must be a collection (isCollection)", report);
        if (item is null || file.ItemOf(item) is not { } one) return;
        if (NotationFile.IsCollection(one) || (string?)one.Attribute("structureRef") != (string?)many.Attribute("structureRef"))
            Wrong(item, $"{itemName} \"{NotationFile.IdOf(item)}\" phải là một phần tử cùng cấu trúc với danh sách, không phải danh sách",
                $"{itemName} \"{NotationFile.IdOf(item)}\" must be a single item of the structure of the list, no collection", report);
    }

    private static void Complex(XElement x, Report report)
    {
        var condition = x.Element(Names.Model + "condition");
        if (string.IsNullOrWhiteSpace(condition?.Value))
            Wrong(x, "complexBehaviorDefinition thiếu điều kiện (condition)", "a complexBehaviorDefinition lacks its condition", report);
        else if (Constants.IsNoCondition(condition.Value))
            Wrong(x, $"điều kiện \"{condition.Value.Trim()}\" của complexBehaviorDefinition không thể đúng hay sai", $"the condition \"{condition.Value.Trim()}\" of a complexBehaviorDefinition can be neither true nor false", report);
    }

    private static void Wrong(XElement at, string vi, string en, Report report) => report.Error(at, "bpmn.loop-data", $"\"{NotationFile.Title(at)}\": {vi}.", $"\"{NotationFile.Title(at)}\": {en}.");
}
