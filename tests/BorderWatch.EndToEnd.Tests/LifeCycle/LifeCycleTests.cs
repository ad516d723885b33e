using System.Globalization;
using BorderWatch.Testing;

namespace BorderWatch.EndToEnd.Tests.LifeCycle;

/// <summary>Starting and stopping the real application, kindly and otherwise.</summary>
public sealed class LifeCycleTests : IDisposable
{
    private const string Write = "create table if not exists kept (line text); insert into kept values ('a line'); select count(*) from kept";
    private const string Count = "select count(*) from kept";

    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder["not/there/yet"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Restart_KeepsWhatWasSaved_AndCleanStopLeavesNoServer()
    {
        await using (var first = await ApplicationProcess.StartAsync(Folder, Cancellation))
        {
            Assert.Contains($"Data folder: {Folder}", first.Output, StringComparison.Ordinal);
            Assert.Equal(1L, await DatabaseOnDisk.AskAsync(Folder, Write, Cancellation));

            Assert.Equal(0, await first.StopAsync("TERM", Cancellation));
            Assert.Empty(DatabaseOnDisk.ServerProcesses(Folder));
        }

        await using var second = await ApplicationProcess.StartAsync(Folder, Cancellation);
        Assert.Equal(1L, await DatabaseOnDisk.AskAsync(Folder, Count, Cancellation));
    }

    [Fact]
    public async Task SecondStart_IsRefusedWithASentence_AndHarmsNothing()
    {
        await using var first = await ApplicationProcess.StartAsync(Folder, Cancellation);
        var address = await first.WaitForAddressAsync(Cancellation);

        await using var second = ApplicationProcess.Begin(Folder);

        Assert.Equal(1, await second.WaitForExitAsync(Cancellation));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"already running on this folder (process {first.Id}, {address.GetLeftPart(UriPartial.Authority)})"),
            second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
        Assert.Equal(1L, await DatabaseOnDisk.AskAsync(Folder, Write, Cancellation));
    }

    [Fact]
    public async Task Demo_OpenToOthers_IsRefusedWithASentence()
    {
        await using var open = ApplicationProcess.Begin(Folder, start =>
        {
            start.ArgumentList.Add("--demo");
            start.ArgumentList.Add("--urls");
            start.ArgumentList.Add("http://0.0.0.0:0");
        });

        Assert.Equal(1, await open.WaitForExitAsync(Cancellation));
        Assert.Contains("--demo signs in everybody who reaches the address", open.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task KilledApplication_NextStartTakesOver()
    {
        await using var killed = await ApplicationProcess.StartAsync(Folder, Cancellation);
        await DatabaseOnDisk.AskAsync(Folder, Write, Cancellation);
        var orphan = DatabaseOnDisk.ServerProcess(Folder);
        await killed.StopAsync("KILL", Cancellation);

        await using var next = await ApplicationProcess.StartAsync(Folder, Cancellation);

        Assert.Equal(1L, await DatabaseOnDisk.AskAsync(Folder, Count, Cancellation));
        Assert.NotEqual(orphan, DatabaseOnDisk.ServerProcess(Folder));
        Assert.Single(DatabaseOnDisk.ServerProcesses(Folder));
        await next.StopAsync("TERM", Cancellation);
        Assert.Empty(DatabaseOnDisk.ServerProcesses(Folder));
    }

    [Fact]
    public async Task KilledApplicationAndServer_NextStartRecovers()
    {
        await using var killed = await ApplicationProcess.StartAsync(Folder, Cancellation);
        await DatabaseOnDisk.AskAsync(Folder, Write, Cancellation);
        using var server = System.Diagnostics.Process.GetProcessById(DatabaseOnDisk.ServerProcess(Folder)!.Value);
        server.Kill();
        await killed.StopAsync("KILL", Cancellation);

        await using var next = await ApplicationProcess.StartAsync(Folder, Cancellation);

        Assert.Equal(1L, await DatabaseOnDisk.AskAsync(Folder, Count, Cancellation));
    }

    [Fact]
    public async Task ControlC_ReachesTheApplicationAlone_WhichStopsItsServer()
    {
        // setsid makes the application the leader of a process group, as a shell does for what it runs in the foreground.
        await using var application = await ApplicationProcess.StartAsync(Folder, Cancellation, start =>
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.FileName = "setsid";
        });
        Assert.NotEqual(DatabaseOnDisk.GroupOf(application.Id), DatabaseOnDisk.GroupOf(DatabaseOnDisk.ServerProcess(Folder)!.Value));

        Assert.Equal(0, await application.StopAsync("INT", Cancellation, wholeGroup: true));

        Assert.Empty(DatabaseOnDisk.ServerProcesses(Folder));
    }

    [Theory]
    [InlineData("Data folder:", 300)] // The cluster is being made.
    [InlineData("Private PostgreSQL", 500)] // Migrations are about to run, or run.
    public async Task StopBeforeThePagesAreServed_LeavesAFolderThatStarts(string printed, int milliseconds)
    {
        await using var impatient = ApplicationProcess.Begin(Folder);
        await impatient.WaitForOutputAsync(printed, Cancellation);
        await Task.Delay(milliseconds, Cancellation);
        await impatient.StopAsync("TERM", Cancellation);
        Assert.DoesNotContain("   at ", impatient.Output, StringComparison.Ordinal);
        Assert.Empty(DatabaseOnDisk.ServerProcesses(Folder));

        await using var next = await ApplicationProcess.StartAsync(Folder, Cancellation);

        Assert.Equal(1L, await DatabaseOnDisk.AskAsync(Folder, Write, Cancellation));
    }

    [Fact]
    public async Task FolderThatCannotBe_IsNamedInASentence()
    {
        await File.WriteAllTextAsync(_folder["a-file"], "", Cancellation);
        await using var application = ApplicationProcess.Begin(_folder["a-file/data"]);

        Assert.Equal(1, await application.WaitForExitAsync(Cancellation));

        Assert.Contains($"cannot write to its data folder {_folder["a-file/data"]}", application.Output, StringComparison.Ordinal);
        Assert.Contains("--data PATH", application.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", application.Output, StringComparison.Ordinal);
    }
}
