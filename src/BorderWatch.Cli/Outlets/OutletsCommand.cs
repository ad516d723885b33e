using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Ingestion.Catalogue;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Cli.Outlets;

/// <summary><c>borderwatch outlets</c>: the catalogue of outlets, to list and to switch on.</summary>
internal static class OutletsCommand
{
    private static readonly Option<string[]> On = new("--on") { Description = "Switches an outlet on, by its name.", HelpName = "name" };

    public static Command Create()
    {
        var command = StoreCommand.Create("outlets", "Lists outlets of the region and which of them are on; switches them on.", static async (store, parsed, cancellation) =>
        {
            var status = 0;
            foreach (var name in parsed.GetValue(On) ?? [])
            {
                var switched = await store.Get<IOutletCatalogue>().SwitchOnAsync(name, Caller.Local, cancellation);
                if (switched.Error is null) continue;
                await Console.Error.WriteLineAsync(switched.Error.AsMemory(), cancellation);
                status = 1;
            }
            foreach (var (outlet, _, isOn) in await store.Get<IOutletCatalogue>().ListAsync(cancellation))
                Console.WriteLine($"{(isOn ? "on " : "   ")} {outlet.CountryCode ?? "  "}  {outlet.Language}  {outlet.Kind,-12} {outlet.Name}  {outlet.FeedUrl}");
            return status;
        });
        command.Add(On);
        return command;
    }
}
