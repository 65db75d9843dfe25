namespace HaiDang.Conformance.Bpmn;

/// <summary>
/// For each rule that a model of <c>refuse/</c> breaks (by the number in its name) the codes that tell of that rule. A model of a rule
/// that is not here may be refused for any reason.
/// </summary>
internal static class RefusalRules
{
    public static IReadOnlyDictionary<string, string[]> Codes { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["EXT002"] = ["bpmn.no-id"], ["EXT003"] = ["bpmn.no-id"],
        ["EXT004"] = ["bpmn.text-format"], ["EXT010"] = ["bpmn.text-format"], ["EXT145"] = ["bpmn.text-format"],
        ["EXT006"] = ["bpmn.dangling"], ["EXT007"] = ["bpmn.dangling"], ["EXT008"] = ["bpmn.dangling"], ["EXT009"] = ["bpmn.dangling"], ["EXT028"] = ["bpmn.dangling"],
        ["EXT011"] = ["bpmn.incomplete"], ["EXT125"] = ["bpmn.incomplete"], ["EXT127"] = ["bpmn.incomplete"],
        ["EXT012"] = ["bpmn.not-formal"], ["EXT123"] = ["bpmn.not-formal"],
        ["EXT013"] = ["bpmn.loop-data", "bpmn.incomplete", "bpmn.timer-time"],
        ["EXT017"] = ["bpmn.gateway-direction"], ["EXT018"] = ["bpmn.gateway-direction"], ["EXT019"] = ["bpmn.gateway-direction"], ["EXT135"] = ["bpmn.gateway-direction"],
        ["EXT020"] = ["bpmn.data-collection"], ["EXT077"] = ["bpmn.data-collection"], ["EXT083"] = ["bpmn.data-collection"],
        ["EXT021"] = ["bpmn.flow-source", "bpmn.flow-target"], ["EXT022"] = ["bpmn.flow-source", "bpmn.flow-target"], ["EXT023"] = ["bpmn.flow-list"], ["EXT101"] = ["bpmn.flow-list"],
        ["EXT024"] = ["bpmn.not-immediate"], ["EXT025"] = ["bpmn.condition-here"], ["EXT137"] = ["bpmn.condition-here"],
        ["EXT029"] = ["bpmn.multiplicity"], ["EXT030"] = ["bpmn.multiplicity"],
        ["EXT031"] = ["bpmn.message-flow-inside"], ["EXT102"] = ["bpmn.message-flow-inside", "bpmn.message-flow-end"],
        ["EXT103"] = ["bpmn.message-flow-end"], ["EXT108"] = ["bpmn.message-flow-inside", "bpmn.message-flow-end"], ["EXT109"] = ["bpmn.message-flow-end"], ["EXT119"] = ["bpmn.message-flow-end"],
        ["EXT027"] = ["bpmn.unsupported"], ["EXT032"] = ["bpmn.unsupported"], ["EXT033"] = ["bpmn.unsupported"],
        ["EXT038"] = ["bpmn.quantity"], ["EXT039"] = ["bpmn.performer-twice"],
        ["EXT041"] = ["bpmn.two-loops"], ["EXT054"] = ["bpmn.two-loops"], ["EXT055"] = ["bpmn.two-loops"],
        ["EXT042"] = ["bpmn.task-data"], ["EXT043"] = ["bpmn.task-data"], ["EXT044"] = ["bpmn.data-item"], ["EXT045"] = ["bpmn.data-item"],
        ["EXT046"] = ["bpmn.task-data"], ["EXT047"] = ["bpmn.task-data"], ["EXT048"] = ["bpmn.data-item"], ["EXT049"] = ["bpmn.instantiate"],
        ["EXT050"] = ["bpmn.task-data"], ["EXT051"] = ["bpmn.task-data"], ["EXT052"] = ["bpmn.data-item"], ["EXT053"] = ["bpmn.script-format"],
        ["EXT057"] = ["bpmn.flow-target"], ["EXT058"] = ["bpmn.event-sub-process-start"], ["EXT059"] = ["bpmn.event-kind", "bpmn.event-sub-process-start"],
        ["EXT061"] = ["bpmn.empty"], ["EXT062"] = ["bpmn.ad-hoc-event", "bpmn.unsupported"], ["EXT063"] = ["bpmn.call-data"], ["EXT065"] = ["bpmn.io-binding"],
        ["EXT068"] = ["bpmn.loop-data"], ["EXT069"] = ["bpmn.loop-data"], ["EXT070"] = ["bpmn.loop-data"], ["EXT072"] = ["bpmn.loop-data"],
        ["EXT076"] = ["bpmn.data-name"], ["EXT078"] = ["bpmn.misplaced"], ["EXT079"] = ["bpmn.misplaced"],
        ["EXT080"] = ["bpmn.data-association"], ["EXT082"] = ["bpmn.data-association"], ["EXT092"] = ["bpmn.data-association"],
        ["EXT085"] = ["bpmn.data-set"], ["EXT086"] = ["bpmn.data-set"], ["EXT087"] = ["bpmn.data-set"], ["EXT088"] = ["bpmn.data-set"], ["EXT089"] = ["bpmn.data-set"], ["EXT090"] = ["bpmn.data-set"],
        ["EXT093"] = ["bpmn.event-data"], ["EXT094"] = ["bpmn.data-item"],
        ["EXT095"] = ["bpmn.dangling", "bpmn.flow-target", "bpmn.flow-source"], ["EXT096"] = ["bpmn.flow-target"], ["EXT098"] = ["bpmn.event-kind"], ["EXT099"] = ["bpmn.no-start"],
        ["EXT100"] = ["bpmn.sub-process-start"], ["EXT104"] = ["bpmn.flow-source"], ["EXT105"] = ["bpmn.no-end"], ["EXT106"] = ["bpmn.event-kind"],
        ["EXT110"] = ["bpmn.event-kind"], ["EXT111"] = ["bpmn.event-kind"], ["EXT112"] = ["bpmn.flow-target"], ["EXT113"] = ["bpmn.no-way-on"], ["EXT114"] = ["bpmn.flow-source"],
        ["EXT115"] = ["bpmn.unreachable"], ["EXT116"] = ["bpmn.no-way-on"], ["EXT117"] = ["bpmn.flow-target", "bpmn.flow-source"], ["EXT118"] = ["bpmn.link-source", "bpmn.incomplete"],
        ["EXT120"] = ["bpmn.event-kind"], ["EXT122"] = ["bpmn.event-kind"], ["EXT128"] = ["bpmn.no-operation"], ["EXT129"] = ["bpmn.event-sub-process-start"], ["EXT130"] = ["bpmn.event-kind"],
        ["EXT131"] = ["bpmn.timer-time"], ["EXT133"] = ["bpmn.timer-time"], ["EXT134"] = ["bpmn.timer-time"],
        ["EXT138"] = ["bpmn.event-gateway-target"], ["EXT139"] = ["bpmn.event-gateway-target"], ["EXT140"] = ["bpmn.event-gateway-target"], ["EXT141"] = ["bpmn.event-gateway-target"],
        ["EXT142"] = ["bpmn.instantiate", "bpmn.event-gateway-target"], ["EXT143"] = ["bpmn.instantiate", "bpmn.event-gateway-target"],
        ["EXT144"] = ["bpmn.not-for-compensation"], ["EXT146"] = ["bpmn.event-kind"], ["EXT147"] = ["bpmn.event-kind"], ["EXT148"] = ["bpmn.event-kind"], ["EXT149"] = ["bpmn.event-kind"],
        ["EXT150"] = ["bpmn.no-way-on", "bpmn.unreachable"], ["EXT151"] = ["bpmn.no-way-on", "bpmn.unreachable"], ["EXT152"] = ["bpmn.no-way-on", "bpmn.unreachable", "bpmn.flow-list"],
        ["REF"] = ["bpmn.dangling", "bpmn.reference-kind"],
    };
}
