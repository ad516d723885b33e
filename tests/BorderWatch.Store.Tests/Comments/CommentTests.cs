using System.Security.Cryptography;
using System.Text;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tests.Accounts;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Comments;

public sealed class CommentTests(PostgresFixture postgres) : AccountTest(postgres)
{
    private ICommentCommands Comments => Get<ICommentCommands>();

    private ICommentQuery Query => Get<ICommentQuery>();

    [Fact]
    public async Task Comment_IsKeptAsWritten_InTheChain_AndLiesOnWhoseDeskItNames()
    {
        var (leyla, idris, incident) = await StageAsync();
        const string Hostile = "<script>alert(1)</script>\r\n\"; DROP TABLE incidents; -- @Idris Vale\t\u202Egnp.exe 😀";

        var said = await Comments.AddAsync(incident.Id, $"  {Hostile} ", leyla, Cancellation);

        Assert.Equal(["Idris Vale"], said.Value!);
        var kept = Assert.Single((await Query.ListAsync(incident.Id, idris, Cancellation)).Value!);
        Assert.Equal((Hostile.Replace("\r\n", "\n", StringComparison.Ordinal), "Leyla Aziz", false), (kept.Text, kept.By, kept.IsOwn));
        Assert.Equal("@Idris Vale", kept.Text!.Substring(kept.Names.Single().Start, kept.Names.Single().Length));
        var mention = Assert.Single((await Query.MentionsAsync(idris, Cancellation)).Value!);
        Assert.Equal((incident.Id, "A clash", kept.Id), (mention.IncidentId, mention.Title, mention.Comment.Id));
        Assert.Equal((1, 0), ((await Get<IDeskQuery>().CountAsync(idris.Id, Cancellation)).Mentions, (await Get<IDeskQuery>().CountAsync(leyla.Id, Cancellation)).Mentions));

        await using var db = Open();
        var revision = await db.Revisions.SingleAsync(r => r.SubjectId == incident.Id, Cancellation);
        Assert.Equal(("commented", "Leyla Aziz"), (revision.Action, revision.By));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.Text))), revision.Changes, StringComparison.Ordinal);
        Assert.Null((await Get<IRevisionChain>().VerifyAsync(null, Cancellation)).Broken);
    }

    [Fact]
    public async Task Mention_IsPutAside_ByWhomItNames()
    {
        var (leyla, idris, incident) = await StageAsync();
        await Comments.AddAsync(incident.Id, "@idris and @leyla", leyla, Cancellation);
        var comment = (await Query.MentionsAsync(idris, Cancellation)).Value!.Single().Comment.Id;

        Assert.True((await Comments.PutAsideAsync(comment, idris, Cancellation)).Succeeded);
        Assert.NotNull((await Comments.PutAsideAsync(comment, idris, Cancellation)).Error);
        Assert.Empty((await Query.MentionsAsync(idris, Cancellation)).Value!);
        Assert.Single((await Query.MentionsAsync(leyla, Cancellation)).Value!);
    }

    [Fact]
    public async Task Withdrawn_IsShownNoMore_AndOnlyByWhoWroteIt()
    {
        var (leyla, idris, incident) = await StageAsync();
        await Comments.AddAsync(incident.Id, "@idris look", leyla, Cancellation);
        var comment = (await Query.ListAsync(incident.Id, leyla, Cancellation)).Value!.Single();
        Assert.True(comment.IsOwn);

        Assert.Equal("Only who wrote a comment can withdraw it.", (await Comments.WithdrawAsync(comment.Id, idris, Cancellation)).Error);
        Assert.True((await Comments.WithdrawAsync(comment.Id, leyla, Cancellation)).Succeeded);
        Assert.NotNull((await Comments.WithdrawAsync(comment.Id, leyla, Cancellation)).Error);

        var shown = (await Query.ListAsync(incident.Id, idris, Cancellation)).Value!.Single();
        Assert.Equal((null, Clock.GetUtcNow()), (shown.Text, shown.WithdrawnAt));
        Assert.Empty((await Query.MentionsAsync(idris, Cancellation)).Value!);
        Assert.Equal(0, (await Get<IDeskQuery>().CountAsync(idris.Id, Cancellation)).Mentions);
        await using var db = Open();
        Assert.Equal("@idris look", (await db.IncidentComments.SingleAsync(Cancellation)).Text);
        Assert.Equal(["commented", "withdrew a comment"], await db.Revisions.Where(r => r.SubjectId == incident.Id).OrderBy(r => r.Id).Select(r => r.Action).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData(" \n ", "Write something")]
    [InlineData("a\0b", "control character")]
    [InlineData("a\u0007b", "control character")]
    public async Task WhatCannotBeKept_IsRefused(string text, string sentence)
    {
        var (leyla, _, incident) = await StageAsync();

        Assert.Contains(sentence, (await Comments.AddAsync(incident.Id, text, leyla, Cancellation)).Error, StringComparison.Ordinal);
        Assert.Contains("control character", (await Comments.AddAsync(incident.Id, $"half {(char)0xD83D} of a pair", leyla, Cancellation)).Error, StringComparison.Ordinal);
        Assert.Contains("at most 4000", (await Comments.AddAsync(incident.Id, new('x', 4001), leyla, Cancellation)).Error, StringComparison.Ordinal);
        Assert.Contains("no such incident", (await Comments.AddAsync(Guid.NewGuid(), "x", leyla, Cancellation)).Error, StringComparison.Ordinal);
        Assert.Empty((await Query.ListAsync(incident.Id, leyla, Cancellation)).Value!);
    }

    [Fact]
    public async Task Comments_OfWhatWasMerged_GoAlong()
    {
        var (leyla, _, incident) = await StageAsync();
        await using var db = Open();
        var (middle, last) = (Incident("Middle"), Incident("Last"));
        db.AddRange(middle, last);
        await db.SaveChangesAsync(Cancellation);
        await Comments.AddAsync(incident.Id, "first", leyla, Cancellation);
        await Comments.AddAsync(last.Id, "second", leyla, Cancellation);
        (await db.Incidents.SingleAsync(i => i.Id == incident.Id, Cancellation)).MergedIntoId = middle.Id;
        middle.MergedIntoId = last.Id;
        await db.SaveChangesAsync(Cancellation);

        Assert.Equal(["first", "second"], (await Query.ListAsync(last.Id, leyla, Cancellation)).Value!.Select(comment => comment.Text));
    }

    private static Incident Incident(string title) => new() { Title = title, EventType = "Battles", SubEventType = "Armed clash", TimelineDate = new DateOnly(2026, 11, 20) };

    private async Task<(Caller Leyla, Caller Idris, Incident Incident)> StageAsync()
    {
        var rosa = await AdministratorAsync();
        var (leyla, idris) = (await InvitedAsync(rosa, "Leyla Aziz", Role.Editor), await InvitedAsync(rosa, "Idris Vale", Role.Editor));
        await using var db = Open();
        var incident = Incident("A clash");
        db.Add(incident);
        await db.SaveChangesAsync(Cancellation);
        return (leyla, idris, incident);
    }
}
