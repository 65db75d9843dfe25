namespace HaiDang.Bpmn;

/// <summary>The signs inside shapes, as paths in a square from −1 to 1 that is scaled to its place.</summary>
internal static class SvgIcons
{
    /// <summary>The sign of a task's kind, or null.</summary>
    public static string? Of(TaskKind kind) => kind switch
    {
        TaskKind.User => "M0,-.9a.45,.45 0 1 0 .01,0z M-.85,.9v-.35a.85,.6 0 0 1 1.7,0v.35z",
        TaskKind.Manual => "M-.9,.1l.5,-.5h.9v.25h-.5h1v.25h-.8h.7v.25h-.7h.5v.25h-1.1l-.5,-.2z",
        TaskKind.Service => "M-.35,0a.35,.35 0 1 0 .7,0a.35,.35 0 1 0 -.7,0z M-.15,-.95h.3l.08,.3l.25,.1l.27,-.16l.21,.21l-.16,.27l.1,.25l.3,.08v.3l-.3,.08l-.1,.25l.16,.27l-.21,.21l-.27,-.16l-.25,.1l-.08,.3h-.3l-.08,-.3l-.25,-.1l-.27,.16l-.21,-.21l.16,-.27l-.1,-.25l-.3,-.08v-.3l.3,-.08l.1,-.25l-.16,-.27l.21,-.21l.27,.16l.25,-.1z",
        TaskKind.Script => "M-.5,-.9h1.2c-.5,.6 .4,1.2 -.1,1.8h-1.2c.5,-.6 -.4,-1.2 .1,-1.8z M-.3,-.45h.6 M-.25,0h.6 M-.15,.45h.6",
        TaskKind.BusinessRule => "M-.95,-.75h1.9v1.5h-1.9z M-.95,-.3h1.9 M-.95,.22h1.9 M-.35,-.3v1.05",
        TaskKind.Send or TaskKind.Receive => Envelope,
        _ => null,
    };

    private const string Envelope = "M-.9,-.62h1.8v1.24h-1.8z M-.9,-.62l.9,.72l.9,-.72";

    /// <summary>The sign of an event, or null for a plain one.</summary>
    public static string? Of(EventNode node) => node.Definitions.Count > 1
        ? node.NeedsAll ? "M-.25,-.85h.5v.6h.6v.5h-.6v.6h-.5v-.6h-.6v-.5h.6z" : "M0,-.85l.81,.59l-.31,.95h-1l-.31,-.95z"
        : node.Definition switch
        {
            MessageDefinition => Envelope,
            TimerDefinition => "M-.85,0a.85,.85 0 1 0 1.7,0a.85,.85 0 1 0 -1.7,0z M0,-.55v.55l.4,.2",
            ErrorDefinition => "M-.75,.7l.45,-1.3l.5,.65l.55,-.95l-.4,1.45l-.5,-.6z",
            EscalationDefinition => "M0,-.85l.6,1.6l-.6,-.55l-.6,.55z",
            SignalDefinition => "M0,-.8l.8,1.4h-1.6z",
            ConditionalDefinition => "M-.6,-.8h1.2v1.6h-1.2z M-.4,-.45h.8 M-.4,-.15h.8 M-.4,.15h.8 M-.4,.45h.8",
            LinkDefinition => "M-.8,-.3h.85v-.4l.75,.7l-.75,.7v-.4h-.85z",
            CompensateDefinition => "M-.9,0l.8,-.6v1.2z M-.1,0l.8,-.6v1.2z",
            CancelDefinition => "M-.75,-.5l.25,-.25l.5,.5l.5,-.5l.25,.25l-.5,.5l.5,.5l-.25,.25l-.5,-.5l-.5,.5l-.25,-.25l.5,-.5z",
            TerminateDefinition => "M-.75,0a.75,.75 0 1 0 1.5,0a.75,.75 0 1 0 -1.5,0z",
            _ => null,
        };

    /// <summary>The sign of a gateway's kind.</summary>
    public static string Of(GatewayKind kind) => kind switch
    {
        GatewayKind.Exclusive => "M-.5,-.5L.5,.5 M.5,-.5L-.5,.5",
        GatewayKind.Parallel => "M0,-.7V.7 M-.7,0H.7",
        GatewayKind.Inclusive => "M-.6,0a.6,.6 0 1 0 1.2,0a.6,.6 0 1 0 -1.2,0z",
        GatewayKind.Complex => "M0,-.7V.7 M-.7,0H.7 M-.5,-.5L.5,.5 M.5,-.5L-.5,.5",
        _ => "M-.75,0a.75,.75 0 1 0 1.5,0a.75,.75 0 1 0 -1.5,0z M0,-.48l.46,.33l-.18,.54h-.56l-.18,-.54z",
    };

    /// <summary>Scales a path to a centre and a half size.</summary>
    public static string Place(double x, double y, double half) => $"translate({SvgWriter.Number(x)} {SvgWriter.Number(y)}) scale({SvgWriter.Number(half)})";
}
