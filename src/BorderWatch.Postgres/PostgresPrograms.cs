using System.Text.RegularExpressions;

namespace BorderWatch.Postgres;

/// <summary>One installation of PostgreSQL's server programs.</summary>
/// <param name="BinFolder">Where initdb, pg_ctl and postgres are.</param>
/// <param name="Major">15, 16 …</param>
/// <param name="LibraryFolder">Where the programs' own shared libraries are; null when the system finds them by itself.</param>
internal sealed partial record PostgresPrograms(string BinFolder, int Major, string? LibraryFolder)
{
    /// <summary>The oldest version whose SQL we use.</summary>
    public const int OldestMajor = 15;

    public string InitDb => Program("initdb");

    public string Control => Program("pg_ctl");

    public void AddEnvironment(IDictionary<string, string?> environment)
    {
        if (LibraryFolder is null || OperatingSystem.IsWindows())
            return;

        environment[OperatingSystem.IsMacOS() ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH"] = LibraryFolder;
    }

    /// <summary>Null when the folder has no server of a usable version that comes with the extensions that we need.</summary>
    public static async Task<PostgresPrograms?> TryOpenAsync(string binFolder, string? libraryFolder, CancellationToken cancellationToken)
    {
        // A link such as /usr/local/bin/postgres leads to the folder that has the other programs.
        var postgres = Path.Combine(binFolder, Executable("postgres"));
        if (!File.Exists(postgres))
            return null;

        var real = File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres;
        var programs = new PostgresPrograms(Path.GetDirectoryName(real)!, 0, libraryFolder);
        if (!File.Exists(programs.InitDb) || !File.Exists(programs.Control))
            return null;

        var version = await ProgramRun.RunAsync(real, ["--version"], start => programs.AddEnvironment(start.Environment), cancellationToken);
        if (!version.Succeeded || MajorVersion().Match(version.Output) is not { Success: true } match)
            return null;

        programs = programs with { Major = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) };
        return programs.Major >= OldestMajor && programs.HasExtension("pg_trgm") && programs.HasExtension("unaccent") ? programs : null;
    }

    private bool HasExtension(string name)
    {
        string[] shares =
        [
            Path.Combine(BinFolder, "..", "share", "postgresql"),
            Path.Combine(BinFolder, "..", "share"),
            Path.Combine(BinFolder, "..", "share", $"postgresql@{Major}"),
            Path.Combine(BinFolder, "..", "share", "pgsql"),
            $"/usr/share/postgresql/{Major}",
            $"/usr/share/postgresql{Major}",
        ];
        return shares.Any(share => File.Exists(Path.Combine(share, "extension", $"{name}.control")));
    }

    private string Program(string name) => Path.Combine(BinFolder, Executable(name));

    private static string Executable(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
