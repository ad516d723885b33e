using BorderWatch.Postgres;
using Microsoft.AspNetCore.DataProtection;

namespace BorderWatch.Web.Shell;

/// <summary>The keys that protect cookies and antiforgery tokens: in the data folder, so that a restart logs nobody out.</summary>
public static class Keys
{
    /// <summary>Keeps the keys in a folder that only this user can read.</summary>
    public static void AddKeys(this WebApplicationBuilder builder, DataFolder folder) =>
        builder.Services.AddDataProtection().SetApplicationName("BorderWatch").PersistKeysToFileSystem(folder.EnsureKeys());
}
