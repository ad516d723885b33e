using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Cli.Imports;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;

namespace BorderWatch.Cli.Reprocess;

/// <summary><c>borderwatch reprocess</c>: runs the present extractor over stored articles.</summary>
internal static class ReprocessCommand
{
    private static readonly Option<string?> Outlet = new("--source") { Description = "Only the articles of this source, by its name.", HelpName = "name" };

    private static readonly Option<string?> From = new("--from") { Description = "Only articles published on this day or later (UTC).", HelpName = "yyyy-mm-dd" };

    private static readonly Option<string?> To = new("--to") { Description = "Only articles published on this day or earlier (UTC).", HelpName = "yyyy-mm-dd" };

    private static readonly Option<bool> Apply = new("--apply") { Description = "Changes the store; without it the differences are printed and nothing is changed. A run that was broken off is taken up again." };

    public static Command Create()
    {
        var command = StoreCommand.Create("reprocess", "Runs the present extractor over stored articles and prints what they say otherwise: + appears, - vanishes, ~ changes.", RunAsync);
        foreach (var option in (Option[])[Outlet, From, To, Apply]) command.Add(option);
        return command;
    }

    private static async Task<int> RunAsync(OpenStore store, ParseResult parsed, CancellationToken cancellation)
    {
        if (!Days.Read(parsed.GetValue(From), out var from) || !Days.Read(parsed.GetValue(To), out var to)) return Refusal.Say(Days.HowTo);
        Source? source = null;
        if (parsed.GetValue(Outlet) is { } name)
        {
            source = await NamedSource.FindAsync(store, name, cancellation);
            if (source is null) return Refusal.Say($"There is no source called \"{name}\".");
        }
        var scope = new ReprocessScope(source?.Id, from, to);
        var apply = parsed.GetValue(Apply);
        var seen = new DifferencePrinter();
        var result = apply
            ? await store.Get<IReprocessing>().ApplyAsync(scope, Caller.Local, seen, cancellation)
            : await store.Get<IReprocessing>().CompareAsync(scope, Caller.Local, seen, cancellation);
        seen.End();
        if (result.TakenUpAfter > 0) Console.WriteLine($"Taken up again after {result.TakenUpAfter} articles.");
        Console.WriteLine($"{result.Articles} articles, {result.Differing} differ: {result.Appearing} incidents appear, {result.Vanishing} vanish, {result.Changing} change. {(apply ? "The store is changed." : "Nothing is changed; --apply changes it.")}");
        return 0;
    }
}
