using BorderWatch.Ingestion.Alerts;
using BorderWatch.Ingestion.Briefs;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Tests.Alerts;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Tests.Briefs;

/// <summary>Briefs by mail, to a server that takes them, refuses, stalls and breaks off. The words are plain ones; those of the page have tests beside it.</summary>
public sealed class BriefMailTests(PostgresFixture postgres) : AlertTest(postgres)
{
    private IBriefMail Mail => Pipeline.Get<IBriefMail>();

    [Fact]
    public async Task ApprovedBrief_GoesOnceToEachAddress_AndTheLogSaysSo()
    {
        await using var server = new MailServer();
        Use(server);
        var brief = await ApprovedAsync();

        Assert.Equal(new BriefSending(2, 0), (await Mail.SendAsync(brief, 1, "rosa@desk.example, otto@desk.example", true, Caller.Local, Stop)).Value);
        Assert.Equal(new BriefSending(1, 2), (await Mail.SendAsync(brief, 1, "ROSA@desk.example, otto@desk.example, new@desk.example", false, Caller.Local, Stop)).Value);
        await SendAllAsync();
        Assert.Equal(new BriefSending(0, 1), (await Mail.SendAsync(brief, 1, "rosa@desk.example", true, Caller.Local, Stop)).Value);
        await SendAllAsync();

        Assert.Equal(["new@desk.example", "otto@desk.example", "rosa@desk.example"], server.Kept.Select(mail => mail.To.ToString()).Order());
        Assert.All(server.Kept, mail => Assert.Equal(("Brief Tajikistan, 1 Nov to 7 Nov 2026", "Approved 1", "auto-generated"), (mail.Subject, mail.TextBody!.Trim(), mail.Headers["Auto-Submitted"])));
        Assert.Equal(2, server.Kept.Count(mail => mail.Attachments.Any()));
        var log = (await Mail.LogAsync(brief, Caller.Local, Stop)).Value!;
        Assert.Equal(3, log.Count);
        Assert.All(log, row => Assert.Equal((DeliveryStatus.Sent, "The mail server took it."), (row.Delivery.Status, Assert.Single(row.Attempts).Outcome)));
    }

    [Theory]
    [InlineData(MailMood.IsAway)]
    [InlineData(MailMood.AsksForLater)]
    [InlineData(MailMood.Stalls)]
    [InlineData(MailMood.CutsBeforeTheEnd)]
    public async Task ServerInTroubleForAnHour_GetsItLaterAndOnce(MailMood mood)
    {
        await using var server = new MailServer { Mood = mood };
        Use(server);
        if (mood == MailMood.Stalls) Options.TimeLimit = TimeSpan.FromMilliseconds(300);
        var brief = await ApprovedAsync();
        await Mail.SendAsync(brief, 1, "rosa@desk.example", true, Caller.Local, Stop);
        await PassAllAsync(12);
        Assert.Empty(server.Kept);
        Assert.True(server.Connections > 2);
        Options.TimeLimit = TimeSpan.FromSeconds(30);
        server.Mood = MailMood.Takes;

        await PassAllAsync(24);

        Assert.Single(server.Kept);
        Assert.Equal(DeliveryStatus.Sent, Assert.Single((await Mail.LogAsync(brief, Caller.Local, Stop)).Value!).Delivery.Status);
    }

    [Fact]
    public async Task AddressThatNobodyKnows_IsGivenUp_AndCanBeSentToAgain()
    {
        await using var server = new MailServer { Mood = MailMood.KnowsNobody };
        Use(server);
        var brief = await ApprovedAsync();
        await Mail.SendAsync(brief, 1, "rosa@desk.example", false, Caller.Local, Stop);
        await SendAllAsync();
        var row = Assert.Single((await Mail.LogAsync(brief, Caller.Local, Stop)).Value!);
        Assert.Equal(DeliveryStatus.GivenUp, row.Delivery.Status);
        Assert.EndsWith("Send it to the right address, and correct the schedule where it names this one.", Assert.Single(row.Attempts).Outcome, StringComparison.Ordinal);
        server.Mood = MailMood.Takes;

        Assert.Equal(new BriefSending(1, 0), (await Mail.SendAsync(brief, 1, "rosa@desk.example", false, Caller.Local, Stop)).Value);
        await SendAllAsync();

        Assert.Single(server.Kept);
    }

    [Fact]
    public async Task Draft_IsMailedToNobody()
    {
        var brief = await ComposeAsync();

        Assert.Equal("It is a draft: approve it first. Nothing was sent.", (await Mail.SendAsync(brief, 1, "rosa@desk.example", false, Caller.Local, Stop)).Error);
        await Pipeline.Get<IBriefCommands>().ApproveAsync(brief, 1, Caller.Local, Stop);
        await Pipeline.Get<IBriefCommands>().SaveAsync(brief, 1, new("x", "", ""), false, Caller.Local, Stop);
        Assert.StartsWith("Version 2 has been saved meanwhile", (await Mail.SendAsync(brief, 1, "rosa@desk.example", false, Caller.Local, Stop)).Error, StringComparison.Ordinal);
        Assert.StartsWith("Say to whom", (await Mail.SendAsync(brief, 2, " , ", false, Caller.Local, Stop)).Error, StringComparison.Ordinal);
        Assert.Contains("is no mail address", (await Mail.SendAsync(brief, 2, "rosa@desk.example\nBcc: all@desk.example", false, Caller.Local, Stop)).Error, StringComparison.Ordinal);
        Assert.Empty(await DeliveriesAsync());
    }

    [Fact]
    public async Task Schedule_TellsOfTheDraft_AndMailsTheBriefOnlyOnceItIsApproved()
    {
        await using var server = new MailServer();
        Use(server);
        var region = (await Pipeline.Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Stop)).Value;
        var draft = new BriefScheduleDraft
        {
            RegionId = region,
            Rhythm = BriefRhythm.Daily,
            NoticeTo = "editor@desk.example",
            MailTo = "board@desk.example",
            AttachesWord = true,
        };
        Assert.Null((await Pipeline.Get<IBriefSchedules>().SaveAsync(null, draft, Caller.Local, Stop)).Error);
        Pipeline.Clock.Shows = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
        await Pipeline.Get<BriefLoop>().MakeDueAsync(Stop);
        await SendAllAsync();
        Assert.Equal(("editor@desk.example", "Draft"), (Assert.Single(server.Kept).To.ToString(), server.Kept[0].TextBody!.Trim()));
        var brief = (await Pipeline.Get<IBriefQuery>().ListAsync(Stop))[0].Id;

        Assert.Null((await Pipeline.Get<IBriefCommands>().SaveAsync(brief, 1, new("Ready\r\nBcc: all@desk.example\u2028x", "", ""), false, Caller.Local, Stop)).Error);
        await SendAllAsync();
        Assert.Single(server.Kept);
        Assert.Null((await Pipeline.Get<IBriefCommands>().ApproveAsync(brief, 2, Caller.Local, Stop)).Error);
        Assert.Null((await Pipeline.Get<IBriefCommands>().ApproveAsync(brief, 2, Caller.Local, Stop)).Error);
        await SendAllAsync();

        Assert.Equal(2, server.Kept.Count);
        var mail = server.Kept[1];
        Assert.Equal(("board@desk.example", "Approved 2", "Brief Ready Bcc: all@desk.example x"), (mail.To.ToString(), mail.TextBody!.Trim(), mail.Subject));
        Assert.Null(mail.Headers["Bcc"]);
        Assert.Single(mail.Attachments);
    }

    [Fact]
    public async Task WhatIsNoLongerWanted_IsNotSent()
    {
        await using var server = new MailServer();
        Use(server);
        var region = (await Pipeline.Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Stop)).Value;
        await using (var db = Pipeline.Open())
        {
            db.Add(new Account
            {
                Name = "Rosa",
                UserName = "rosa@desk.example",
                Email = "Rosa@desk.example",
                LockedAt = Pipeline.Clock.Shows,
            });
            await db.SaveChangesAsync(Stop);
        }
        await Pipeline.Get<IBriefSchedules>().SaveAsync(null, new() { RegionId = region, Rhythm = BriefRhythm.Daily, NoticeTo = "editor@desk.example", MailTo = "rosa@desk.example" }, Caller.Local, Stop);
        Pipeline.Clock.Shows = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
        await Pipeline.Get<BriefLoop>().MakeDueAsync(Stop);
        var brief = (await Pipeline.Get<IBriefQuery>().ListAsync(Stop))[0].Id;
        await Pipeline.Get<IBriefCommands>().ApproveAsync(brief, 1, Caller.Local, Stop);

        await SendAllAsync();

        Assert.Empty(server.Kept);
        Assert.Equal(["Not sent: the account of rosa@desk.example is locked or removed.", "Not sent: the draft has been approved already."],
            (await Mail.LogAsync(brief, Caller.Local, Stop)).Value!.Select(row => Assert.Single(row.Attempts).Outcome).Order());
    }

    private async Task<Guid> ComposeAsync()
    {
        var region = (await Pipeline.Get<IRegionCommands>().CreateAsync("Tajikistan", [new RegionPart.Area("TJ")], Caller.Local, Stop)).Value;
        return (await Pipeline.Get<IBriefCommands>().ComposeAsync(region, new(2026, 11, 1), new(2026, 11, 7), Caller.Local, Stop)).Value;
    }

    private async Task<Guid> ApprovedAsync()
    {
        var brief = await ComposeAsync();
        Assert.Null((await Pipeline.Get<IBriefCommands>().ApproveAsync(brief, 1, Caller.Local, Stop)).Error);
        return brief;
    }

    private void Use(MailServer server)
    {
        var smtp = Options.Smtp;
        (smtp.Host, smtp.Port, smtp.Security, smtp.From) = ("127.0.0.1", server.Port, SmtpSecurity.None, "BorderWatch <briefs@desk.example>");
    }

    private Task<int> SendAllAsync() => new AlertSending(
        Pipeline.Get<IAlertOutbox>(), Pipeline.Get<IBriefQuery>(), Pipeline.Get<OutgoingHttp>(), Pipeline.Get<OutgoingMail>(), Pipeline.Get<IOptions<AlertOptions>>(),
        Pipeline.Clock, NullLogger<AlertSending>.Instance, new PlainLetter()).SendDueAsync(Stop);

    private async Task PassAllAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Pipeline.Clock.Shows += TimeSpan.FromMinutes(5);
            await SendAllAsync();
        }
    }

    private sealed class PlainLetter : IBriefLetter
    {
        public BriefLetter Write(BriefReading brief, bool attachWord, Uri site) =>
            new($"Brief {brief.Text.Title}", $"{brief.Status} {brief.Number}", null, attachWord ? new("brief.docx", "application/octet-stream", [1, 2, 3]) : null);

        public BriefLetter Tell(BriefReading brief, Uri site) => new("Draft", $"{brief.Status}", null, null);
    }
}
