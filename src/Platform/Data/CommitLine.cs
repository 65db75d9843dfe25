using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;

namespace HaiDang.Platform.Data;

/// <summary>
/// Those who can only write one after another stand in a line and share a commit: each writes in turn behind a savepoint of its
/// own, the last in the line commits for all, and only then is any of them told that its change is safe. The disk is waited for once
/// instead of once for each. Other programs are waited for as the database does.
/// </summary>
internal sealed class CommitLine
{
    private const int Most = 48;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(30);
    private static readonly ConcurrentDictionary<(Database, string), CommitLine> Lines = new();

    private readonly Database database;
    private readonly SemaphoreSlim turn = new(1, 1);
    private int waiting;

    // Of whoever has the turn.
    private DbConnection? connection;
    private Group? open;

    private CommitLine(Database database) => this.database = database;

    public static CommitLine Of(Database database, string name) => Lines.GetOrAdd((database, name), static key => new CommitLine(key.Item1));

    /// <summary>Waits for one's turn; null when the line does not move: then the database itself decides.</summary>
    public async Task<Place?> Enter(CancellationToken stop)
    {
        Interlocked.Increment(ref waiting);
        var entered = false;
        try
        {
            entered = await turn.WaitAsync(Patience, stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            // Whoever wrote before may have left the commit to us.
            if (!entered) _ = CloseWhatIsLeft();
        }
        return entered ? await Join(stop) : null;
    }

    private async Task<Place> Join(CancellationToken stop)
    {
        try
        {
            if (open is null)
            {
                connection ??= await database.Open(stop);
                open = new Group(await Place.Begin(connection, stop));
            }
            else
            {
                await open.Transaction.SaveAsync(open.Savepoint, CancellationToken.None);
            }
            return new Seat(this, open);
        }
        catch (Exception broken)
        {
            await Leave(open is null ? null : () => Fail(open, broken));
            throw;
        }
    }

    /// <summary>Gives the turn on. Whoever comes next writes on in the same transaction; where nobody does, or enough have, it is committed.</summary>
    private async Task Leave(Func<Task>? first = null)
    {
        try
        {
            if (first is not null) await first();
            if (open is { } group && (group.Members == 0 || Volatile.Read(ref waiting) == 0 || group.Members >= Most || group.Age.Elapsed > Longest)) await Close(group);
            if (open is null && Volatile.Read(ref waiting) == 0 && connection is { } idle)
            {
                connection = null;
                await idle.DisposeAsync();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Close(Group group)
    {
        open = null;
        try
        {
            if (group.Members > 0) await group.Transaction.CommitAsync(CancellationToken.None);
            await group.Transaction.DisposeAsync();
            group.Done.SetResult();
        }
        catch (Exception broken)
        {
            await Fail(group, broken);
        }
    }

    /// <summary>Nothing of it is kept, and each who wrote in it is told so. The connection may be broken and is not used again.</summary>
    private async Task Fail(Group group, Exception why)
    {
        open = null;
        group.Done.TrySetException(why);
        if (connection is not { } broken) return;
        connection = null;
        try
        {
            await group.Transaction.DisposeAsync();
            await broken.DisposeAsync();
        }
        catch (DbException)
        {
        }
    }

    private async Task CloseWhatIsLeft()
    {
        await turn.WaitAsync();
        await Leave();
    }

    private sealed class Group
    {
        public Group(DbTransaction transaction)
        {
            Transaction = transaction;
            // Its failure reaches whoever wrote in it; where nobody did, nobody need hear of it.
            _ = Done.Task.ContinueWith(static t => t.Exception, TaskScheduler.Default);
        }

        public DbTransaction Transaction { get; }
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Stopwatch Age { get; } = Stopwatch.StartNew();
        public int Members { get; set; }
        public string Savepoint => $"after_{Members}";
    }

    private sealed class Seat(CommitLine line, Group group) : Place
    {
        private readonly int before = group.Members;
        private bool left;

        public override DbTransaction Transaction => group.Transaction;

        public override async Task Commit(CancellationToken stop)
        {
            left = true;
            group.Members++;
            await line.Leave();
            await group.Done.Task;
        }

        public override async ValueTask DisposeAsync()
        {
            if (left) return;
            left = true;
            await line.Leave(TakeBack);
            // What made it give up may be what others of the group wrote: it is told so once they are safe, not before.
            if (before > 0) await Task.WhenAny(group.Done.Task);
        }

        /// <summary>The first of a group takes back everything; others only what came after their savepoint.</summary>
        private async Task TakeBack()
        {
            if (group.Members == 0) return; // closed without a commit
            try
            {
                await group.Transaction.RollbackAsync(group.Savepoint, CancellationToken.None);
            }
            catch (Exception broken) when (broken is DbException or InvalidOperationException)
            {
                await line.Fail(group, broken);
            }
        }
    }
}
