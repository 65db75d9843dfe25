using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;

namespace HaiDang.Directory.Clients.One;

/// <summary>Lets a program do something else from its next request on.</summary>
internal static class ChangeClient
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(ApiClient client, ClientAsk ask, IUnits units)
    {
        if (!ask.Terms(units).Is(out var terms, out var problems)) return Outcome.Refuse<IReadOnlyList<IEvent>>(problems);
        return terms.Same(client) ? Array.Empty<IEvent>() : new IEvent[] { new ClientChanged(terms.Unit, terms.May, terms.PerMinute) };
    }
}
