using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Ingestion.Backfilling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Sources;

namespace BorderWatch.Cli.Imports;

/// <summary><c>borderwatch backfill</c>: takes in what a source published in the past, by its site maps.</summary>
internal static class BackfillCommand
{
    private static readonly Argument<string> Name = new("source") { Description = "The source's name." };

    private static readonly Option<string?> From = new("--from") { Description = "The first day (UTC); without it the source's unfinished backfill is taken up again.", HelpName = "yyyy-mm-dd" };

    private static readonly Option<string?> To = new("--to") { Description = "The last day (UTC); today where it is left out.", HelpName = "yyyy-mm-dd" };

    public static Command Create()
    {
        var command = StoreCommand.Create("backfill", "Takes in what a source published in the past, by its site maps. Ctrl+C leaves it to be taken up again, here, on the source's page, or by a running application.", RunAsync);
        command.Add(Name);
        command.Add(From);
        command.Add(To);
        return command;
    }

    private static async Task<int> RunAsync(OpenStore store, ParseResult parsed, CancellationToken cancellation)
    {
        if (!Days.Read(parsed.GetValue(From), out var from) || !Days.Read(parsed.GetValue(To), out var to)) return Refusal.Say(Days.HowTo);
        var name = parsed.GetRequiredValue(Name);
        var source = await NamedSource.FindAsync(store, name, cancellation);
        if (source is null) return Refusal.Say($"There is no source called \"{name}\".");
        var (id, error) = from is { } first ? await StartAsync(store, source, first, to, cancellation) : await ResumeAsync(store, source, cancellation);
        if (error is not null) return Refusal.Say(error);
        await store.Get<IBackfillWork>().RunAsync(id, cancellation);
        var progress = await store.Get<IBackfillQuery>().FindAsync(id, CancellationToken.None);
        BackfillPrinter.Print(progress!);
        return progress!.Backfill.State == BackfillState.Failed ? 1 : 0;
    }

    private static async Task<(Guid Id, string? Error)> StartAsync(OpenStore store, Source source, DateOnly from, DateOnly? to, CancellationToken cancellation)
    {
        var started = await store.Get<IBackfillCommands>().StartAsync(source.Id, from, to ?? DateOnly.FromDateTime(DateTime.UtcNow), Caller.Local, cancellation);
        return (started.Value, started.Error);
    }

    private static async Task<(Guid Id, string? Error)> ResumeAsync(OpenStore store, Source source, CancellationToken cancellation)
    {
        var open = (await store.Get<IBackfillQuery>().ListAsync(source.Id, cancellation)).FirstOrDefault(b => b.Backfill is { Kind: BackfillKind.SiteMaps, FinishedAt: null });
        if (open is null) return (default, "It has no backfill that could be taken up again: give the first day, --from 2026-01-01.");
        if (open.Backfill.State == BackfillState.Running) return (open.Backfill.Id, null);
        var resumed = await store.Get<IBackfillCommands>().ResumeAsync(open.Backfill.Id, Caller.Local, cancellation);
        return (resumed.Value, resumed.Error);
    }
}
