using Microsoft.Extensions.Configuration;

namespace BorderWatch.Postgres.Tests;

public sealed class DataFolderTests
{
    [Theory]
    [InlineData("/srv/option", "/srv/setting", "/srv/option")]
    [InlineData(null, "/srv/setting", "/srv/setting")]
    [InlineData(" ", "/srv/setting", "/srv/setting")]
    public void From_OptionOutweighsSetting(string? option, string setting, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("data", option), new("Data:Folder", setting)])
            .Build();

        Assert.Equal(new DataFolder(expected), DataFolder.From(configuration));
    }

    [Fact]
    public void Path_IsAbsolute() =>
        Assert.Equal(System.IO.Path.Combine(Environment.CurrentDirectory, "here"), new DataFolder("here").Path);

    [Fact]
    public void Default_CanBeEnteredByTheAccountOfTheDatabase()
    {
        var folder = DataFolder.Default().Path;

        Assert.EndsWith("borderwatch", folder, StringComparison.Ordinal);
        // Under root the database runs as another account, which a closed home such as /root keeps out.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() && !File.GetUnixFileMode("/root").HasFlag(UnixFileMode.OtherExecute))
            Assert.Equal("/var/lib/borderwatch", folder);
    }
}
