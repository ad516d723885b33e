using ArchUnitNET.Loader;
using AssemblyDefinition = System.Reflection.Assembly;

namespace BorderWatch.Architecture.Tests;

/// <summary>The rooms of the house, loaded once.</summary>
internal static class House
{
    public static readonly AssemblyDefinition Extraction = AssemblyDefinition.Load("BorderWatch.Extraction");
    public static readonly AssemblyDefinition Store = AssemblyDefinition.Load("BorderWatch.Store");
    public static readonly AssemblyDefinition Ingestion = AssemblyDefinition.Load("BorderWatch.Ingestion");
    public static readonly AssemblyDefinition Postgres = AssemblyDefinition.Load("BorderWatch.Postgres");
    public static readonly AssemblyDefinition Web = AssemblyDefinition.Load("BorderWatch.Web");
    public static readonly AssemblyDefinition Cli = AssemblyDefinition.Load("borderwatch");

    public static readonly ArchUnitNET.Domain.Architecture Rooms =
        new ArchLoader().LoadAssemblies(Extraction, Store, Ingestion, Postgres, Web, Cli).Build();

    /// <summary>The repository's folder, which holds BorderWatch.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every source file that people write, relative to <see cref="Root"/>; generated code and build output left out.</summary>
    public static IEnumerable<string> SourceFiles(params string[] extensions) =>
        new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("/Migrations/") && !path.Contains("/wwwroot/lib/"));

    /// <summary>The rooms of BorderWatch that an assembly refers to.</summary>
    public static IEnumerable<string> NeighboursOf(AssemblyDefinition room) =>
        room.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("BorderWatch.", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BorderWatch.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("BorderWatch.sln is in no folder above the test.");
    }
}
