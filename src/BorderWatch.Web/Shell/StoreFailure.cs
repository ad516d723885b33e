using System.Data.Common;

namespace BorderWatch.Web.Shell;

/// <summary>What a page answers with a sentence, and not with the error page.</summary>
internal static class StoreFailure
{
    /// <summary>True for what queries and commands throw when the database is away, slow or refuses.</summary>
    public static bool IsOfStore(this Exception failure) => failure is DbException or InvalidOperationException or TimeoutException;
}
