using System.CommandLine;

namespace BorderWatch.Cli.Database;

/// <summary><c>borderwatch migrate</c>: brings the database to this version.</summary>
internal static class MigrateCommand
{
    public static Command Create() => StoreCommand.Create("migrate", "Creates the database where there is none, and brings it to this version.", static (_, _, _) =>
    {
        Console.WriteLine("The database is ready.");
        return Task.FromResult(0);
    });
}
