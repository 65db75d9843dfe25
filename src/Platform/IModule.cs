using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Platform;

/// <summary>A capability of the city. A module introduces itself here; the one list of modules is in Web.</summary>
public interface IModule
{
    /// <summary>Lower-case name: prefix of its tables, of its event names and of its problem codes.</summary>
    string Name { get; }

    /// <summary>The event records that it writes to the log.</summary>
    IEnumerable<Type> Events => [];

    /// <summary>Its services: rules' shells, ports it offers, readers, background work, pack checks.</summary>
    void Register(IServiceCollection services);

    /// <summary>Its endpoints. Pages are found by their assembly; only posts and files are mapped here.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints) { }

    /// <summary>What must be done at each start once the schema is up to date.</summary>
    Task Prepare(IServiceProvider services, CancellationToken stop) => Task.CompletedTask;
}
