using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Accounts;

public sealed class SignInTests(PostgresFixture postgres) : AccountTest(postgres)
{
    [Fact]
    public async Task RightPassword_BeginsASession_WithWhatTheRoleMay()
    {
        var rosa = await AdministratorAsync();
        await InvitedAsync(rosa, "Idris Vale", Role.Analyst);

        var caller = await Sessions.CallerAsync(await SessionAsync(" Idris@Desk.example "), Cancellation);

        Assert.Equal("Idris Vale", caller!.Name);
        Assert.Equal([Permission.Read, Permission.Export, Permission.KeepAlerts, Permission.AddArticles], caller.Permissions.Order());
    }

    [Fact]
    public async Task WrongUnknownAndLocked_GetOneAnswer_AndARecordEach()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Viewer);
        await Commands.SetLockedAsync(idris.Id!.Value, true, rosa, Cancellation);

        var answers = new[]
        {
            await SignIn.WithPasswordAsync("rosa@desk.example", "not her password", Here, Cancellation),
            await SignIn.WithPasswordAsync("nobody@desk.example", Password, Here, Cancellation),
            await SignIn.WithPasswordAsync("idris@desk.example", Password, Here, Cancellation),
            await SignIn.WithPasswordAsync("idris@desk.example", new('x', 100_000), Here, Cancellation),
        };

        Assert.Single(answers.Distinct());
        Assert.IsType<SignInStep.Refused>(answers[0]);
        await using var db = Open();
        Assert.Equal([SignInOutcome.SignedIn, SignInOutcome.SignedIn, SignInOutcome.WrongPassword, SignInOutcome.UnknownAddress, SignInOutcome.Locked, SignInOutcome.Locked],
            await db.SignIns.OrderBy(record => record.Id).Select(record => record.Outcome).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Failures_LockForAWhile_EvenForTheRightPassword()
    {
        await AdministratorAsync();
        for (var n = 0; n < 3; n++) await SignIn.WithPasswordAsync("rosa@desk.example", "not her password", Here, Cancellation);

        Assert.IsType<SignInStep.Refused>(await SignIn.WithPasswordAsync("rosa@desk.example", Password, Here, Cancellation));
        Clock.Advance(TimeSpan.FromMinutes(15));

        await SessionAsync("rosa@desk.example");
    }

    [Fact]
    public async Task Success_ForgetsFailures()
    {
        await AdministratorAsync();
        for (var n = 0; n < 8; n++)
        {
            await SignIn.WithPasswordAsync("rosa@desk.example", "not her password", Here, Cancellation);
            await SignIn.WithPasswordAsync("rosa@desk.example", "nor is this one", Here, Cancellation);
            await SessionAsync("rosa@desk.example");
        }
    }

    [Fact]
    public async Task ManyAttemptsAtOnce_DoNotEscapeTheCount()
    {
        await AdministratorAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => SignIn.WithPasswordAsync("rosa@desk.example", $"guess number {n}", Here, Cancellation)));

        await using var db = Open();
        Assert.Equal(3, await db.SignIns.CountAsync(record => record.Outcome == SignInOutcome.WrongPassword, Cancellation));
        Assert.Equal(9, await db.SignIns.CountAsync(record => record.Outcome == SignInOutcome.TooManyFailures, Cancellation));
    }

    [Fact]
    public async Task Session_EndsUnusedOrOldOrSignedOut()
    {
        await AdministratorAsync();
        var (idle, used, left) = (await SessionAsync("rosa@desk.example"), await SessionAsync("rosa@desk.example"), await SessionAsync("rosa@desk.example"));

        await SignIn.SignOutAsync(left, Here, Cancellation);
        Assert.Null(await Sessions.CallerAsync(left, Cancellation));
        for (var hours = 0; hours < 24 * 7; hours += 7)
        {
            Assert.NotNull(await Sessions.SeeAsync(used, Cancellation));
            Clock.Advance(TimeSpan.FromHours(7));
            Assert.Equal(hours == 0, await Sessions.CallerAsync(idle, Cancellation) is not null);
        }
        Assert.Null(await Sessions.SeeAsync(used, Cancellation));
    }

    [Fact]
    public async Task Authenticator_IsAskedFor_AndNoCodeCountsTwice()
    {
        var rosa = await AdministratorAsync();
        var session = await SessionAsync("rosa@desk.example");
        var other = await SessionAsync("rosa@desk.example");
        var key = (await Own.AuthenticatorKeyAsync(rosa, Cancellation)).Value!;
        Assert.StartsWith("That code did not fit", (await Own.UseAuthenticatorAsync("000000", session, rosa, Cancellation)).Error);
        var recovery = (await Own.UseAuthenticatorAsync(Code(key), session, rosa, Cancellation)).Value!;
        Assert.Equal(10, recovery.Count);
        Assert.NotNull(await Sessions.CallerAsync(session, Cancellation));
        Assert.Null(await Sessions.CallerAsync(other, Cancellation));

        var step = Assert.IsType<SignInStep.CodeNeeded>(await SignIn.WithPasswordAsync("rosa@desk.example", Password, Here, Cancellation));
        // The code that switched it on was used.
        Assert.IsType<SignInStep.Refused>(await SignIn.WithCodeAsync(step.Account, step.Stamp, Code(key), Here, Cancellation));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInStep.SignedIn>(await SignIn.WithCodeAsync(step.Account, step.Stamp, Code(key), Here, Cancellation));
        Assert.IsType<SignInStep.Refused>(await SignIn.WithCodeAsync(step.Account, step.Stamp, Code(key), Here, Cancellation));
        Assert.IsType<SignInStep.SignedIn>(await SignIn.WithCodeAsync(step.Account, step.Stamp, recovery[0], Here, Cancellation));
        Assert.IsType<SignInStep.Refused>(await SignIn.WithCodeAsync(step.Account, step.Stamp, recovery[0], Here, Cancellation));
    }

    [Fact]
    public async Task Codes_TriedTooOften_LockTheAccount()
    {
        var rosa = await AdministratorAsync();
        var key = (await Own.AuthenticatorKeyAsync(rosa, Cancellation)).Value!;
        await Own.UseAuthenticatorAsync(Code(key), await SessionAsync("rosa@desk.example"), rosa, Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var step = Assert.IsType<SignInStep.CodeNeeded>(await SignIn.WithPasswordAsync("rosa@desk.example", Password, Here, Cancellation));

        for (var n = 0; n < 2; n++) await SignIn.WithCodeAsync(step.Account, step.Stamp, "000000", Here, Cancellation);

        Assert.IsType<SignInStep.Refused>(await SignIn.WithCodeAsync(step.Account, step.Stamp, Code(key), Here, Cancellation));
    }

    [Theory]
    [InlineData("94287082", 59)]
    [InlineData("07081804", 1111111109)]
    [InlineData("14050471", 1111111111)]
    [InlineData("89005924", 1234567890)]
    [InlineData("69279037", 2000000000)]
    public void Codes_AreThoseOfRfc6238(string code, long seconds) =>
        Assert.Equal(code[^6..], Authenticator.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)));

    private string Code(string key) => Authenticator.Code(key, Clock.GetUtcNow());
}
