using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Cli.Tests.Accounts;

public sealed class UserCommandTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewPassword_MakesALinkThatWorks_AndSaysWhoIsUnknown()
    {
        await using var database = await postgres.CreateDatabaseAsync(Stop);
        await using var services = new ServiceCollection().AddStore(database.ConnectionString).BuildServiceProvider();
        var links = services.GetRequiredService<IAccountLinks>();
        await links.UseAsync((await links.FirstAdministratorAsync(Stop))!, "Rosa Blum", "rosa@desk.example", "seven green kettles", Stop);

        var listed = await CommandRun.RunAsync(["user"], connectionString: database.ConnectionString);
        var made = await CommandRun.RunAsync(["user", "--new-password", "ROSA@desk.example"], connectionString: database.ConnectionString);
        var unknown = await CommandRun.RunAsync(["user", "--new-password", "nobody@desk.example"], connectionString: database.ConnectionString);

        Assert.Equal("rosa@desk.example  Administrator  Rosa Blum", listed.Output.Trim());
        Assert.Equal(LinkPurpose.PasswordReset, (await links.FindAsync(made.Output.Trim().Split("/join/")[1], Stop))!.Purpose);
        Assert.Equal((1, true), (unknown.Status, unknown.Error.StartsWith("Nobody signs in with nobody@desk.example", StringComparison.Ordinal)));
    }
}
