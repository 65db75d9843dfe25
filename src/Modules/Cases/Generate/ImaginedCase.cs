using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Log;

namespace HaiDang.Cases.Generate;

/// <summary>A case that was lived in memory and is not written yet.</summary>
internal sealed record ImaginedCase(Case Matter, ServiceDefinition Service, Unit Unit, Inhabitant Applicant, IReadOnlyList<Moment> Moments);
