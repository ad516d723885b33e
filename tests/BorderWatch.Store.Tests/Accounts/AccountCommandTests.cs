using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Accounts;

public sealed class AccountCommandTests(PostgresFixture postgres) : AccountTest(postgres)
{
    private const string LastOne = "This is the only administrator who can sign in. Make somebody else administrator first.";

    [Fact]
    public async Task Role_CountsFromTheNextCommandOn()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var session = await SessionAsync("idris@desk.example");

        await Commands.SetRoleAsync(idris.Id!.Value, Role.Viewer, rosa, Cancellation);

        Assert.Equal([Permission.Read], (await Sessions.CallerAsync(session, Cancellation))!.Permissions);
        await using var db = Open();
        var change = await db.Revisions.SingleAsync(r => r.SubjectId == idris.Id && r.Action == "changed the role", Cancellation);
        Assert.Equal("Rosa Blum", change.By);
        Assert.Contains("Editor", change.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locked_LosesItsSessions_AndUnlockedSignsInAgain()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var session = await SessionAsync("idris@desk.example");

        Assert.True((await Commands.SetLockedAsync(idris.Id!.Value, true, rosa, Cancellation)).Succeeded);
        Assert.Null(await Sessions.CallerAsync(session, Cancellation));
        Assert.True((await Commands.SetLockedAsync(idris.Id.Value, false, rosa, Cancellation)).Succeeded);

        Assert.Null(await Sessions.CallerAsync(session, Cancellation));
        await SessionAsync("idris@desk.example");
    }

    [Fact]
    public async Task Removed_CannotSignIn_KeepsTheName_AndGivesTheAddressBack()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var session = await SessionAsync("idris@desk.example");

        Assert.True((await Commands.RemoveAsync(idris.Id!.Value, rosa, Cancellation)).Succeeded);

        Assert.Null(await Sessions.CallerAsync(session, Cancellation));
        Assert.IsType<SignInStep.Refused>(await SignIn.WithPasswordAsync("idris@desk.example", Password, Here, Cancellation));
        Assert.StartsWith("“idris vale” is in the history already", (await Commands.InviteAsync("idris vale", "idris@desk.example", Role.Editor, rosa, Cancellation)).Error);
        Assert.True((await Commands.InviteAsync("Idris B. Vale", "idris@desk.example", Role.Editor, rosa, Cancellation)).Succeeded);
        Assert.Equal("There is no such account any more; reload the page.", (await Commands.SetLockedAsync(idris.Id.Value, true, rosa, Cancellation)).Error);
        await using var db = Open();
        Assert.Null((await db.Accounts.SingleAsync(a => a.Id == idris.Id, Cancellation)).PasswordHash);
    }

    [Fact]
    public async Task LastAdministrator_Stays()
    {
        var rosa = await AdministratorAsync();
        var id = rosa.Id!.Value;

        Assert.Equal(LastOne, (await Commands.SetRoleAsync(id, Role.Manager, rosa, Cancellation)).Error);
        Assert.Equal(LastOne, (await Commands.SetLockedAsync(id, true, rosa, Cancellation)).Error);
        Assert.Equal(LastOne, (await Commands.RemoveAsync(id, rosa, Cancellation)).Error);
    }

    [Fact]
    public async Task TwoAdministrators_WhoRemoveEachOtherAtOnce_LeaveOne()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Administrator);

        var results = await Task.WhenAll(Commands.RemoveAsync(rosa.Id!.Value, idris, Cancellation), Commands.RemoveAsync(idris.Id!.Value, rosa, Cancellation));

        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(LastOne, results.Single(result => !result.Succeeded).Error);
    }

    [Fact]
    public async Task OwnPassword_NeedsTheOldOne_AndEndsOtherSessions()
    {
        var rosa = await AdministratorAsync();
        var (here, there) = (await SessionAsync("rosa@desk.example"), await SessionAsync("rosa@desk.example"));

        Assert.Equal("That is not the password of this account.", (await Own.ChangePasswordAsync("not her password", "nine brown umbrellas", here, rosa, Cancellation)).Error);
        Assert.StartsWith("The password holds “rosa”", (await Own.ChangePasswordAsync(Password, "rosa likes trains", here, rosa, Cancellation)).Error, StringComparison.OrdinalIgnoreCase);
        Assert.Null((await Own.ChangePasswordAsync(Password, "nine brown umbrellas", here, rosa, Cancellation)).Error);

        Assert.NotNull(await Sessions.CallerAsync(here, Cancellation));
        Assert.Null(await Sessions.CallerAsync(there, Cancellation));
        await SessionAsync("rosa@desk.example", "nine brown umbrellas");
    }

    [Fact]
    public async Task OwnSession_CanBeEnded_AnothersCannot()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var session = await SessionAsync("rosa@desk.example");

        Assert.False((await Own.EndSessionAsync(session, idris, Cancellation)).Value);
        Assert.NotNull(await Sessions.CallerAsync(session, Cancellation));
        Assert.True((await Own.EndSessionAsync(session, rosa, Cancellation)).Value);
        Assert.Null(await Sessions.CallerAsync(session, Cancellation));
    }

    [Fact]
    public async Task LostAuthenticator_IsTakenOff()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var key = (await Own.AuthenticatorKeyAsync(idris, Cancellation)).Value!;
        Assert.Null((await Own.UseAuthenticatorAsync(Authenticator.Code(key, Clock.GetUtcNow()), await SessionAsync("idris@desk.example"), idris, Cancellation)).Error);
        Assert.IsType<SignInStep.CodeNeeded>(await SignIn.WithPasswordAsync("idris@desk.example", Password, Here, Cancellation));

        await Commands.ForgetAuthenticatorAsync(idris.Id!.Value, rosa, Cancellation);

        await SessionAsync("idris@desk.example");
        Assert.NotEqual(key, (await Own.AuthenticatorKeyAsync(idris, Cancellation)).Value);
    }
}
