using System.Globalization;
using System.Runtime.CompilerServices;

namespace BorderWatch.Postgres;

/// <summary>
/// Finds a PostgreSQL on this machine: one that is installed first, else the one beside the application, else the one that
/// npm brought at build.
/// </summary>
internal static class PostgresSearch
{
    /// <summary>
    /// Environment variable: the folder of the programs to use, or <see cref="Bundled"/> for those that came with BorderWatch even
    /// where PostgreSQL is installed.
    /// </summary>
    public const string Choice = "BORDERWATCH_POSTGRES";

    public const string Bundled = "bundled";

    /// <summary>The programs that a cluster of <paramref name="requiredMajor"/> needs; null for a new cluster, which any version may make.</summary>
    public static async Task<PostgresPrograms> FindAsync(int? requiredMajor, CancellationToken cancellationToken)
    {
        var found = new List<int>();
        await foreach (var programs in AllAsync(cancellationToken))
        {
            if (requiredMajor is null || requiredMajor == programs.Major)
                return programs;
            found.Add(programs.Major);
        }

        throw new PrivatePostgresException(requiredMajor is null
            ? $"No PostgreSQL {PostgresPrograms.OldestMajor} or later with pg_trgm and unaccent was found. Install one "
              + "(Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), run npm ci where BorderWatch is built, "
              + "or set ConnectionStrings__BorderWatch to a server of your own."
            : $"The database in the data folder was made by PostgreSQL {requiredMajor}, "
              + $"but {(found.Count == 0 ? "no PostgreSQL was" : $"only version {string.Join(", ", found.Distinct())} was")} found. "
              + $"Install PostgreSQL {requiredMajor}, or choose another folder with --data PATH.");
    }

    private static async IAsyncEnumerable<PostgresPrograms> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var choice = Environment.GetEnvironmentVariable(Choice);
        var installed = choice is null or "" ? InstalledFolders() : choice == Bundled ? [] : [choice];
        foreach (var folder in installed.Distinct())
        {
            if (await PostgresPrograms.TryOpenAsync(folder, null, cancellationToken) is { } found)
                yield return found;
        }

        if (!string.IsNullOrEmpty(choice) && choice != Bundled)
            yield break;

        foreach (var root in BundledPrograms.Folders())
        {
            if (await BundledPrograms.TryOpenAsync(root, cancellationToken) is { } found)
                yield return found;
        }
    }

    private static IEnumerable<string> InstalledFolders()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return folder;

        string[] patterns = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
            : OperatingSystem.IsMacOS()
                ? ["/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin", "/Library/PostgreSQL/*/bin",
                   "/Applications/Postgres.app/Contents/Versions/*/bin"]
                : ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*/", "/usr/local/pgsql/bin"];

        foreach (var folder in patterns.SelectMany(VersionsOf))
            yield return folder;
    }

    /// <summary>The folders that the pattern's one star stands for, newest version first.</summary>
    private static IEnumerable<string> VersionsOf(string pattern)
    {
        var segments = pattern.Split('*', 2);
        if (segments.Length == 1)
            return [pattern];

        var parent = Path.GetDirectoryName(segments[0] + "x")!;
        var prefix = Path.GetFileName(segments[0]);
        if (!Directory.Exists(parent))
            return [];

        return Directory.EnumerateDirectories(parent, prefix + "*")
            .OrderByDescending(folder => VersionOf(Path.GetFileName(folder)[prefix.Length..]))
            .Select(folder => folder + segments[1]);
    }

    private static decimal VersionOf(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
