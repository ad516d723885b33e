using System.Globalization;
using BorderWatch.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BorderWatch.Postgres.Tests;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private DataFolder Folder => new(_temporary["data"]);

    private string ClusterFile(string name) => _temporary[Path.Combine("data", "postgres", "cluster", name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Running_OthersAttach_AndNobodyElseStarts()
    {
        string attached;
        await using (var server = await StartAsync())
        {
            (attached, var started) = await PrivatePostgres.AttachOrStartAsync(Folder, NullLogger.Instance, Cancellation);
            var refusal = await Assert.ThrowsAsync<PrivatePostgresException>(StartAsync);

            Assert.Equal(server.ConnectionString, attached);
            Assert.Null(started);
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"already running on this folder (process {Environment.ProcessId})"), refusal.Message, StringComparison.Ordinal);
            Assert.Equal("on", await AskAsync(attached, "show fsync"));
            Assert.Equal("on", await AskAsync(attached, "show synchronous_commit"));
        }

        Assert.Null(await PrivatePostgres.AttachAsync(Folder, Cancellation));
        await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(attached, "select 1"));
    }

    [Fact]
    public async Task Connecting_TakesThePassword()
    {
        await using var server = await StartAsync();
        var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "borderwatch" }.ConnectionString;

        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(guess, "select 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_temporary["data/postgres-password"]));
    }

    [Fact]
    public async Task SecretCutShort_IsNotThere()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FolderAccess.WriteSecretAsync(_temporary["secret"], "whole", stopped.Token));
        Assert.False(File.Exists(_temporary["secret"]));

        await FolderAccess.WriteSecretAsync(_temporary["secret"], "whole", Cancellation);
        Assert.Equal("whole", await File.ReadAllTextAsync(_temporary["secret"], Cancellation));
    }

    [Fact]
    public async Task EmptyPasswordOfAStartThatWasCutShort_IsMadeAnew()
    {
        Directory.CreateDirectory(_temporary["data"]);
        await File.WriteAllTextAsync(_temporary["data/postgres-password"], "", Cancellation);

        await using var server = await StartAsync();

        Assert.Equal(1, await AskAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task CommandAlone_StartsItsOwnServer_AndStopsIt()
    {
        var database = await ApplicationDatabase.OpenToShareAsync(Folder, null, NullLogger.Instance, Cancellation);
        Assert.Equal(1, await AskAsync(database.ConnectionString, "select 1"));

        await database.DisposeAsync();

        Assert.False(File.Exists(ClusterFile("postmaster.pid")));
    }

    [Fact]
    public async Task ProcessNumberThatBelongsToAnotherByNow_IsNotTakenForTheServer()
    {
        await (await StartAsync()).DisposeAsync();
        // After a crash and a restart of the machine, the number in the file can be anybody's: here it is this test's.
        await File.WriteAllTextAsync(ClusterFile("postmaster.pid"), $"{Environment.ProcessId}\n{ClusterFile("")}\n", Cancellation);

        await using var server = await StartAsync();

        Assert.Equal(1, await AskAsync(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task SettingsOfOnesOwn_AreRead()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(ClusterFile("tuning.conf"), "work_mem = 33MB", Cancellation);

        await using var server = await StartAsync();

        Assert.Equal("33MB", await AskAsync(server.ConnectionString, "show work_mem"));
    }

    [Theory]
    [InlineData("9\n", "was made by PostgreSQL 9")]
    [InlineData("", "is not a PostgreSQL database")]
    public async Task ClusterThatNobodyHereCanRun_IsNamedInASentence(string version, string sentence)
    {
        Directory.CreateDirectory(ClusterFile(""));
        await File.WriteAllTextAsync(ClusterFile("PG_VERSION"), version, Cancellation);

        var refusal = await Assert.ThrowsAsync<PrivatePostgresException>(StartAsync);

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(version, await File.ReadAllTextAsync(ClusterFile("PG_VERSION"), Cancellation));
    }

    private Task<PrivatePostgres> StartAsync() => PrivatePostgres.StartAsync(Folder, NullLogger.Instance, Cancellation);

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
