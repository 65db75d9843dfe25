using HaiDang.Cases.Life;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Cases.AnswerRequest;

/// <summary>An answer sent twice: whether the request that it is about was answered already.</summary>
internal sealed class AnsweredBefore(CityDb db, EventLog log)
{
    /// <param name="asked">When the request was made, as the form has it.</param>
    public async Task<bool> Find(Case matter, Instant? asked, CancellationToken stop) =>
        asked is { } at && (await log.Stream(db, matter.Stream, stop)).Any(line => line.Event is SupplementReceived answer && answer.At >= at);
}
