using System.Text;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tests.Accounts;
using BorderWatch.Store.Tokens;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Tokens;

public sealed class TokenTests(PostgresFixture postgres) : AccountTest(postgres)
{
    private const TokenScopes Everything = TokenScopes.Read | TokenScopes.Export | TokenScopes.Rule;

    private IOwnTokens Tokens => Get<IOwnTokens>();

    private ITokenCheck Check => Get<ITokenCheck>();

    [Fact]
    public async Task Made_IsShownOnce_AndOnlyItsHashIsKept()
    {
        var rosa = await AdministratorAsync();

        var secret = await MakeAsync(rosa, "Nightly export", TokenScopes.Read | TokenScopes.Export);

        Assert.Matches("^bwt_[A-Za-z0-9_-]{43}$", secret);
        await using var db = Open();
        var kept = await db.ApiTokens.SingleAsync(Cancellation);
        Assert.Equal((secret[..10], "Nightly export"), (kept.Prefix, kept.Name));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret)), kept.SecretHash);
        var everything = await db.Database.SqlQuery<string>($"""SELECT concat(t::text, (SELECT string_agg(r::text, '') FROM revisions r)) AS "Value" FROM api_tokens t""").SingleAsync(Cancellation);
        Assert.DoesNotContain(secret[10..], everything, StringComparison.Ordinal);
        Assert.Contains("made the token “Nightly export” (read, export)", everything, StringComparison.Ordinal);
        Assert.Contains("Read, Export", everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Viewer, TokenScopes.Read)]
    [InlineData(Role.Analyst, TokenScopes.Read | TokenScopes.Export)]
    [InlineData(Role.Editor, Everything)]
    [InlineData(Role.Administrator, Everything)]
    public async Task Caller_MayWhatScopesAndRoleBothAllow(Role role, TokenScopes most)
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Administrator);
        var all = await MakeAsync(idris, "all", Everything);
        var one = await MakeAsync(idris, "one", TokenScopes.Export);
        await Commands.SetRoleAsync(idris.Id!.Value, role, rosa, Cancellation);

        Assert.Equal(ScopePermissions.Of(most, Role.Administrator).Order(), (await CallerOfAsync(all))!.Permissions.Order());
        Assert.Equal(most.HasFlag(TokenScopes.Export) ? [Permission.Export] : [], (await CallerOfAsync(one))!.Permissions);
        Assert.Equal("Idris Vale, by token “one”", (await CallerOfAsync(one))!.Name);
    }

    [Fact]
    public async Task Lock_Removal_Revoking_AndTime_EndItAtOnce()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Analyst);
        var (locked, revoked, short7) = (await MakeAsync(idris, "a", TokenScopes.Read), await MakeAsync(idris, "b", TokenScopes.Read), await MakeAsync(idris, "c", TokenScopes.Read, 7));

        await Commands.SetLockedAsync(idris.Id!.Value, true, rosa, Cancellation);
        Assert.Contains("is locked", await RefusalAsync(locked), StringComparison.Ordinal);
        await Commands.SetLockedAsync(idris.Id!.Value, false, rosa, Cancellation);
        Assert.Null(await RefusalAsync(locked));

        var row = (await Tokens.ListAsync(idris, Cancellation)).Single(token => token.Name == "b");
        Assert.True((await Tokens.RevokeAsync(row.Id, idris, Cancellation)).Succeeded);
        Assert.Contains("was revoked on 24 Nov 2026 12:00 UTC", await RefusalAsync(revoked), StringComparison.Ordinal);
        Assert.Null(await Check.CallerAsync(row.Id, Cancellation));

        var before = (await Check.PresentAsync(short7, Here, Cancellation)).Id!.Value;
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("ended on 1 Dec 2026", await RefusalAsync(short7), StringComparison.Ordinal);
        Assert.Null(await Check.CallerAsync(before, Cancellation));

        await Commands.RemoveAsync(idris.Id!.Value, rosa, Cancellation);
        Assert.Contains("no such token", await RefusalAsync(locked), StringComparison.Ordinal);
        await using var db = Open();
        Assert.False(await db.ApiTokens.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bwt_")]
    [InlineData("bwt_short")]
    [InlineData("\"bwt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"")]
    [InlineData("bwt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0")]
    [InlineData("' OR secret_hash IS NOT NULL --")]
    public async Task WhatIsNoToken_IsRefusedInWords(string secret)
    {
        await MakeAsync(await AdministratorAsync(), "a", Everything);

        Assert.Contains("one begins with bwt_", await RefusalAsync(secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_IsNoted_ToTheMinute()
    {
        var rosa = await AdministratorAsync();
        var secret = await MakeAsync(rosa, "a", TokenScopes.Read);
        Assert.Null((await Tokens.ListAsync(rosa, Cancellation)).Single().LastUsedAt);

        await Check.PresentAsync(secret, Origin.Of("10.0.0.7", null), Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(59));
        await Check.PresentAsync(secret, Origin.Of("10.0.0.8", null), Cancellation);
        var row = (await Tokens.ListAsync(rosa, Cancellation)).Single();
        Assert.Equal((Clock.GetUtcNow().AddSeconds(-59), "10.0.0.7"), (row.LastUsedAt, row.LastUsedFrom));

        Clock.Advance(TimeSpan.FromSeconds(2));
        await Check.PresentAsync(secret, Origin.Of("10.0.0.8", null), Cancellation);
        Assert.Equal("10.0.0.8", (await Tokens.ListAsync(rosa, Cancellation)).Single().LastUsedFrom);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaid_AndNothingIsMade()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Analyst);
        await MakeAsync(idris, "nightly", TokenScopes.Read);

        Assert.Contains("your role does not allow “rule”", await ErrorAsync(idris, new("a", Everything, 7)), StringComparison.Ordinal);
        Assert.Contains("Choose what", await ErrorAsync(idris, new("a", TokenScopes.None, 7)), StringComparison.Ordinal);
        Assert.Contains("Choose what", await ErrorAsync(idris, new("a", (TokenScopes)64, 7)), StringComparison.Ordinal);
        Assert.Contains("of 1 to 60 characters", await ErrorAsync(idris, new(" ", TokenScopes.Read, 7)), StringComparison.Ordinal);
        Assert.Contains("of 1 to 60 characters", await ErrorAsync(idris, new("a\nb", TokenScopes.Read, 7)), StringComparison.Ordinal);
        Assert.Contains("already", await ErrorAsync(idris, new(" NIGHTLY ", TokenScopes.Read, 7)), StringComparison.Ordinal);
        Assert.Contains("1 to 3660 days", await ErrorAsync(idris, new("a", TokenScopes.Read, 0)), StringComparison.Ordinal);
        Assert.Contains("not the password", await ErrorAsync(idris, new("a", TokenScopes.Read, 7), "guess"), StringComparison.Ordinal);
        Assert.Contains("account of your own", await ErrorAsync(Caller.Local, new("a", TokenScopes.Read, 7)), StringComparison.Ordinal);
        Assert.Single(await Tokens.ListAsync(idris, Cancellation));
    }

    [Fact]
    public async Task NobodyElse_RevokesIt_ButAdministrators()
    {
        var rosa = await AdministratorAsync();
        var idris = await InvitedAsync(rosa, "Idris Vale", Role.Analyst);
        var leyla = await InvitedAsync(rosa, "Leyla Aziz", Role.Editor);
        var secret = await MakeAsync(idris, "a", TokenScopes.Read);
        var id = (await Tokens.ListAsync(idris, Cancellation)).Single().Id;

        Assert.NotNull((await Tokens.RevokeAsync(id, leyla, Cancellation)).Error);
        Assert.NotNull((await Get<ITokenOversight>().RevokeAsync(id, leyla, Cancellation)).Error);
        Assert.Empty(await Tokens.ListAsync(leyla, Cancellation));
        Assert.Null(await RefusalAsync(secret));

        var seen = (await Get<ITokenOversight>().ListAsync(rosa, Cancellation)).Value!.Single();
        Assert.Equal(("Idris Vale", "a"), (seen.Owner, seen.Name));
        Assert.True((await Get<ITokenOversight>().RevokeAsync(id, rosa, Cancellation)).Succeeded);
        Assert.Contains("was revoked", await RefusalAsync(secret), StringComparison.Ordinal);
        Assert.NotNull((await Get<ITokenOversight>().RevokeAsync(id, rosa, Cancellation)).Error);
        await using var db = Open();
        Assert.Contains("revoked the token “a” Rosa Blum", await db.Revisions.Select(r => r.Action + " " + r.By).ToListAsync(Cancellation));
    }

    private async Task<string> MakeAsync(Caller by, string name, TokenScopes scopes, int? days = null)
    {
        var made = await Tokens.MakeAsync(new(name, scopes, days), Password, by, Cancellation);
        Assert.Null(made.Error);
        return made.Value!;
    }

    private async Task<string?> ErrorAsync(Caller by, TokenDraft draft, string password = Password) => (await Tokens.MakeAsync(draft, password, by, Cancellation)).Error;

    private async Task<string?> RefusalAsync(string secret) => (await Check.PresentAsync(secret, Here, Cancellation)).Refusal;

    private async Task<Caller?> CallerOfAsync(string secret) => await Check.CallerAsync((await Check.PresentAsync(secret, Here, Cancellation)).Id!.Value, Cancellation);
}
