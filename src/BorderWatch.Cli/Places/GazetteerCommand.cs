using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;
using BorderWatch.Ingestion;
using BorderWatch.Postgres;

namespace BorderWatch.Cli.Places;

/// <summary><c>borderwatch gazetteer</c>: adds GeoNames' country dumps to the places that are known by name.</summary>
internal static class GazetteerCommand
{
    private static readonly Argument<string[]> Dumps = new("dumps") { Arity = ArgumentArity.OneOrMore, Description = "Country dumps of GeoNames, unpacked: TJ.txt AF.txt. All that are wanted, each time: they replace what was added before." };

    private static readonly Option<string?> Data = new("--data") { Description = "The data folder; by default that of the application.", HelpName = "folder" };

    public static Command Create()
    {
        var command = new Command("gazetteer", "Adds the settlements of GeoNames' country dumps to the places that are known by name, from the next start on.") { Dumps, Data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Dumps), DataFolder.Choose(parsed.GetValue(Data))));
        return command;
    }

    private static int Run(string[] dumps, DataFolder folder)
    {
        if (dumps.FirstOrDefault(dump => !File.Exists(dump)) is { } missing) return Refusal.Say($"There is no file {missing}.");
        try
        {
            Directory.CreateDirectory(folder.Path);
            var output = ExtendedGazetteer.In(folder.Path);
            var (added, known, others, unreadable) = GazetteerExtension.Write(Gazetteer.Load(), dumps.SelectMany(File.ReadLines), output);
            Console.WriteLine($"{added} settlements added; {known} known already, {others} lines of other features, {unreadable} no lines of a dump. {output} is used from the next start on; delete it to go back.");
            return added + known > 0 ? 0 : Refusal.Say("The files hold no settlements: give GeoNames' country dumps, unpacked (TJ.txt).");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refusal.Say($"The gazetteer could not be written: {fault.Message}");
        }
    }
}
