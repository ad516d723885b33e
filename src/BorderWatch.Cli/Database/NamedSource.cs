using BorderWatch.Store.Sources;

namespace BorderWatch.Cli.Database;

/// <summary>Sources as options name them.</summary>
internal static class NamedSource
{
    /// <summary>The source of that name, whatever its case; null where there is none.</summary>
    public static async Task<Source?> FindAsync(OpenStore store, string name, CancellationToken cancellation) =>
        (await store.Get<ISourceQuery>().ListAsync(cancellation)).Select(view => view.Source).FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
