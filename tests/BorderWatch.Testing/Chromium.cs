namespace BorderWatch.Testing;

/// <summary>The browser of this machine, for tests that need a real one.</summary>
public static class Chromium
{
    /// <summary>What keeps it from calling home.</summary>
    public static IReadOnlyList<string> QuietArguments { get; } =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>The same, and what makes it draw maps without a graphics card.</summary>
    public static IReadOnlyList<string> Arguments { get; } = [.. QuietArguments, "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

    /// <summary>The path of the browser's program: <c>CHROMIUM_PATH</c>, else the first that is installed.</summary>
    /// <exception cref="InvalidOperationException">There is none: the test must fail, and says what to install.</exception>
    public static string Find() =>
        Candidates().FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            "These tests need a browser and found none. Install Chromium (Debian: apt-get install chromium; macOS: brew install --cask chromium) "
            + "or Google Chrome, or name the program in the environment variable CHROMIUM_PATH.");

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } chosen)
            return [chosen];

        string[] names = OperatingSystem.IsWindows()
            ? ["chrome.exe", "msedge.exe"]
            : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            "/usr/bin/chromium", .. onPath.SelectMany(folder => names.Select(name => Path.Combine(folder, name))),
            "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ];
    }
}
