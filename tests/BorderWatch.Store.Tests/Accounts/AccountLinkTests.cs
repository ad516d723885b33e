using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Accounts;

public sealed class AccountLinkTests(PostgresFixture postgres) : AccountTest(postgres)
{
    [Fact]
    public async Task FirstAdministrator_IsMadeOnce()
    {
        var secret = (await Links.FirstAdministratorAsync(Cancellation))!;

        Assert.Equal(LinkPurpose.FirstAdministrator, (await Links.FindAsync(secret, Cancellation))!.Purpose);
        Assert.Null((await Links.UseAsync(secret, "Rosa Blum", "rosa@desk.example", Password, Cancellation)).Error);
        Assert.StartsWith("This link works no more", (await Links.UseAsync(secret, "Other One", "other@desk.example", Password, Cancellation)).Error);
        Assert.Null(await Links.FirstAdministratorAsync(Cancellation));
        await using var db = Open();
        var rosa = await db.Accounts.SingleAsync(Cancellation);
        Assert.Equal((Role.Administrator, "Rosa Blum"), (rosa.Role, rosa.Name));
        Assert.Equal("made the first administrator", (await db.Revisions.SingleAsync(r => r.SubjectType == "account", Cancellation)).Action);
    }

    [Fact]
    public async Task FirstAdministrator_NewStart_ReplacesTheLink()
    {
        var before = (await Links.FirstAdministratorAsync(Cancellation))!;
        var now = (await Links.FirstAdministratorAsync(Cancellation))!;

        Assert.Null(await Links.FindAsync(before, Cancellation));
        Assert.NotNull(await Links.FindAsync(now, Cancellation));
        await using var db = Open();
        Assert.DoesNotContain(now, System.Text.Encoding.Latin1.GetString((await db.AccountLinks.SingleAsync(Cancellation)).SecretHash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstAdministrator_AtOnce_OneIsMade()
    {
        var secret = (await Links.FirstAdministratorAsync(Cancellation))!;

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Links.UseAsync(secret, $"Person {n}", $"p{n}@desk.example", Password, Cancellation)));

        Assert.Single(results, result => result.Succeeded);
        await using var db = Open();
        Assert.Equal(1, await db.Accounts.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("", "rosa@desk.example", Password, "Give the person's name")]
    [InlineData("Pipeline", "rosa@desk.example", Password, "“Pipeline” stands for somebody else in the history")]
    [InlineData("Rosa Blum", "rosa", Password, "This is no e-mail address")]
    [InlineData("Rosa Blum", "ro sa@desk.example", Password, "This is no e-mail address")]
    [InlineData("Rosa Blum", "rosa@desk.example", "short", "The password has 5 characters; use at least 12.")]
    public async Task Use_Refused_LeavesTheLink(string name, string email, string password, string error)
    {
        var secret = (await Links.FirstAdministratorAsync(Cancellation))!;

        Assert.StartsWith(error, (await Links.UseAsync(secret, name, email, password, Cancellation)).Error);
        Assert.Null((await Links.UseAsync(secret, "Rosa Blum", "rosa@desk.example", Password, Cancellation)).Error);
    }

    [Fact]
    public async Task Invitation_GivesTheAccountThatItSays_OnceAndForThreeDays()
    {
        var rosa = await AdministratorAsync();
        var late = (await Commands.InviteAsync("Late Comer", "late@desk.example", Role.Viewer, rosa, Cancellation)).Value!;
        Clock.Advance(TimeSpan.FromDays(3));
        var secret = (await Commands.InviteAsync("Idris Vale", "idris@desk.example", Role.Editor, rosa, Cancellation)).Value!;

        // What the form sends beside the password does not count.
        var account = await Links.UseAsync(secret, "Somebody Else", "else@desk.example", Password, Cancellation);

        await using var db = Open();
        var idris = await db.Accounts.SingleAsync(a => a.Id == account.Value, Cancellation);
        Assert.Equal(("Idris Vale", "idris@desk.example", Role.Editor), (idris.Name, idris.Email, idris.Role));
        Assert.Null(await Links.FindAsync(secret, Cancellation));
        Assert.Null(await Links.FindAsync(late, Cancellation));
        Assert.StartsWith("This link works no more", (await Links.UseAsync(late, null, null, Password, Cancellation)).Error);
    }

    [Fact]
    public async Task Invitation_Anew_OrWithdrawn_WorksNoMore()
    {
        var rosa = await AdministratorAsync();
        var first = (await Commands.InviteAsync("Idris Vale", "idris@desk.example", Role.Editor, rosa, Cancellation)).Value!;
        var second = (await Commands.InviteAsync("Idris Vale", "IDRIS@desk.example", Role.Viewer, rosa, Cancellation)).Value!;
        Assert.Null(await Links.FindAsync(first, Cancellation));
        var listed = Assert.Single((await Get<IAccountQuery>().ListAsync(rosa, Cancellation)).Value!.Invitations);

        Assert.True((await Commands.WithdrawAsync(listed.Id, rosa, Cancellation)).Succeeded);

        Assert.Null(await Links.FindAsync(second, Cancellation));
    }

    [Fact]
    public async Task PasswordReset_ChangesThePassword_AndEndsSessions()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var session = await SessionAsync("idris@desk.example");
        var secret = (await Commands.ResetPasswordAsync(idris.Id!.Value, rosa, Cancellation)).Value!;
        Assert.NotNull(await Sessions.CallerAsync(session, Cancellation));

        Assert.Null((await Links.UseAsync(secret, null, null, "nine brown umbrellas", Cancellation)).Error);

        Assert.Null(await Sessions.CallerAsync(session, Cancellation));
        Assert.IsType<SignInStep.Refused>(await SignIn.WithPasswordAsync("idris@desk.example", Password, Here, Cancellation));
        await SessionAsync("idris@desk.example", "nine brown umbrellas");
        Assert.Null(await Links.FindAsync(secret, Cancellation));
    }
}
