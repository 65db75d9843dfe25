namespace HaiDang.Bench.Lifecycle;

/// <summary>What can be asked of whoever is measured: the program itself, or the same writes by hand.</summary>
internal interface ILifecycle : IAsyncDisposable
{
    /// <summary>Makes ready for that many cases beside those that wait already; not measured.</summary>
    Task Prepare(int cases, CancellationToken stop);

    /// <summary>Sends a case to one unit; its number.</summary>
    Task<string> Submit(int unit, CancellationToken stop);

    Task Claim(int unit, string number, CancellationToken stop);

    /// <summary>Decides the case: every second one is accepted and goes on to the signature, the others are refused and closed.</summary>
    Task Decide(int unit, string number, bool accept, CancellationToken stop);

    /// <summary>Finds the case by its number, as the unit's official searches.</summary>
    Task Find(int unit, string number, CancellationToken stop);
}

/// <summary>The server said that it has too much to do now, and when to come again.</summary>
internal sealed class ShedException(TimeSpan retryAfter) : Exception("shed with 503")
{
    public TimeSpan RetryAfter => retryAfter;
}

/// <summary>An answer that nobody should get.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
