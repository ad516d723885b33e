using System.CommandLine;
using BorderWatch.Store.History;
using BorderWatch.Store.Tallies;

namespace BorderWatch.Cli.Database;

/// <summary><c>borderwatch verify</c>: whether the history of changes is as it was written, and the sums are those of the incidents.</summary>
internal static class VerifyCommand
{
    public static Command Create() => StoreCommand.Create("verify", "Checks that nobody has altered, removed or slipped in a row of the history, and that the sums beside the incidents are right. Exit status 1 where not.", static async (store, _, cancellation) =>
    {
        var check = await store.Get<IRevisionChain>().VerifyAsync(null, cancellation);
        if (check.Broken is { } broken)
        {
            Console.WriteLine($"The history is broken after {check.Checked} revisions. {broken}");
            return 1;
        }
        if (await store.Get<ITallies>().CheckAsync(cancellation) is > 0 and var wrong)
        {
            await store.Get<ITallies>().RebuildAsync(cancellation);
            Console.WriteLine($"{wrong} of the sums beside the incidents were wrong. They have been counted anew.");
            return 1;
        }
        Console.WriteLine(check.Checked == 0 ? "There is no history yet." : $"The history holds: {check.Checked} revisions, the last with hash {check.Head}. Kept elsewhere, this line tells later whether rows were cut off the end.");
        return 0;
    });
}
