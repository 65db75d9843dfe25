namespace HaiDang.Platform.Background;

/// <summary>Lets a change wake the log's readers at once instead of at their next look.</summary>
public sealed class WakeUp
{
    private volatile TaskCompletionSource next = New();

    public void Readers() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Ends when something was written, or after the time given.</summary>
    public async Task Wait(TimeSpan most, CancellationToken stop)
    {
        var woken = next.Task;
        await Task.WhenAny(woken, Task.Delay(most, stop));
        stop.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
