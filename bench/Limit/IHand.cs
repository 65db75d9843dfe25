namespace HaiDang.Bench.Limit;

/// <summary>
/// The same writes as the program's, written by hand as a good engineer would who needs nothing else: no rules, no form, no process, no session, no page,
/// no encryption and no hash; just the rows, in as few round trips as they allow.
/// </summary>
internal interface IHand : IAsyncDisposable
{
    Task<string> Submit(int unit, CancellationToken stop);

    Task Claim(string number, CancellationToken stop);

    Task Decide(string number, bool accept, CancellationToken stop);

    Task<IReadOnlyList<string>> Find(int unit, string number, CancellationToken stop);
}
