using BorderWatch.Ingestion.Alerts;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Alerts;

/// <summary>Mail to a server that is away, stalls, breaks off and asks for later.</summary>
public sealed class MailTests(PostgresFixture postgres) : AlertTest(postgres)
{
    [Fact]
    public async Task Notice_SaysTheRuleAndTheIncidents()
    {
        await using var server = Server();
        var rule = await RuleAsync(new() { Name = "Bombs in Herat", MailTo = "rosa@desk.example" });
        await TakeAttackAsync("Herat");
        await FireAsync();

        await SendAsync();

        var mail = Assert.Single(server.Kept);
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal("rosa@desk.example", mail.To.ToString());
        Assert.StartsWith("BorderWatch: Bombs in Herat: 1 incident", mail.Subject);
        Assert.Contains(incident.Title, mail.TextBody);
        Assert.Contains($"/incidents/{incident.Id}", mail.TextBody);
        Assert.Contains($"/alerts/{rule}", mail.TextBody);
        Assert.Contains("Outlets: Steppe Wire", mail.TextBody);
        Assert.Contains($"Killed low {incident.Killed.Low}, best {incident.Killed.Best}", mail.TextBody);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Theory]
    [InlineData(MailMood.IsAway)]
    [InlineData(MailMood.AsksForLater)]
    [InlineData(MailMood.Stalls)]
    [InlineData(MailMood.CutsBeforeTheEnd)]
    public async Task ServerInTrouble_GetsItLaterAndOnce(MailMood mood)
    {
        await using var server = Server();
        if (mood == MailMood.Stalls) Options.TimeLimit = TimeSpan.FromMilliseconds(300);
        await RuleAsync(new() { Name = "Trouble", MailTo = "rosa@desk.example" });
        server.Mood = mood;
        await TakeAttackAsync("Herat");
        await FireAsync();
        await SendAsync();
        await PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2));
        Assert.Empty(server.Kept);
        Assert.True(server.Connections > 1);
        Options.TimeLimit = TimeSpan.FromSeconds(30);
        server.Mood = MailMood.Takes;

        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        Assert.Single(server.Kept);
        Assert.Equal(DeliveryStatus.Sent, Assert.Single(await DeliveriesAsync()).Status);
    }

    [Fact]
    public async Task AnswerThatIsCutOff_IsSentAgain_UnderTheSameMessageId()
    {
        await using var server = Server();
        await RuleAsync(new() { Name = "Cut", MailTo = "rosa@desk.example" });
        server.Mood = MailMood.CutsBeforeTheAnswer;
        await TakeAttackAsync("Herat");
        await FireAsync();
        await SendAsync();
        server.Mood = MailMood.Takes;

        await PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Equal(2, server.Kept.Count);
        Assert.Single(server.Kept.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task AddressThatNobodyKnows_IsGivenUp()
    {
        await using var server = Server();
        var rule = await RuleAsync(new() { Name = "Unknown", MailTo = "nobody@desk.example" });
        server.Mood = MailMood.KnowsNobody;
        await TakeAttackAsync("Herat");
        await FireAsync();

        await SendAsync();

        var delivery = Assert.Single((await ViewAsync(rule)).Deliveries);
        Assert.Equal(DeliveryStatus.GivenUp, delivery.Delivery.Status);
        Assert.Contains("does not take mail for nobody@desk.example", Assert.Single(delivery.Attempts).Outcome);
    }

    [Fact]
    public async Task Digest_TellsADayInOneMail_AfterTheQuietHours()
    {
        await using var server = Server();
        // 12:00 UTC is 17:00 in Dushanbe; its 07:00 lies in the quiet hours.
        await RuleAsync(new()
        {
            Name = "Day",
            MailTo = "rosa@desk.example, otto@desk.example",
            Timing = AlertTiming.Digest,
            DigestAt = new(7, 0),
            QuietFrom = new(22, 0),
            QuietTo = new(7, 30),
            TimeZone = "Asia/Dushanbe",
        });
        foreach (var town in new[] { "Herat", "Kunduz" })
        {
            await TakeAttackAsync(town);
            Assert.Equal(1, await FireAsync());
        }

        Pipeline.Clock.Shows = new(2026, 11, 21, 2, 29, 0, TimeSpan.Zero);
        await SendAsync();
        Assert.Empty(server.Kept);
        Pipeline.Clock.Shows = new(2026, 11, 21, 2, 30, 0, TimeSpan.Zero);
        await SendAsync();

        Assert.Equal(["otto@desk.example", "rosa@desk.example"], server.Kept.Select(mail => mail.To.ToString()).Order());
        Assert.All(server.Kept, mail => Assert.EndsWith("2 notices", mail.Subject));
        Assert.All(server.Kept, mail => Assert.True(mail.TextBody!.Contains("Herat", StringComparison.Ordinal) && mail.TextBody.Contains("Kunduz", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Test_IsSentThoughNothingHappened()
    {
        await using var server = Server();
        var rule = await RuleAsync(new() { Name = "Try", MailTo = "rosa@desk.example" });

        Assert.Equal(1, (await Pipeline.Get<IAlertCommands>().TestAsync(rule, Caller.Local, Stop)).Value);
        await SendAsync();

        Assert.Equal("BorderWatch: Try: test", Assert.Single(server.Kept).Subject);
        Assert.True(Assert.Single((await ViewAsync(rule)).Deliveries).IsTest);
    }

    [Fact]
    public async Task NoServer_IsSaidInTheLog()
    {
        var rule = await RuleAsync(new() { Name = "None", MailTo = "rosa@desk.example" });
        await TakeAttackAsync("Herat");
        await FireAsync();

        await SendAsync();

        var delivery = Assert.Single((await ViewAsync(rule)).Deliveries);
        Assert.Equal(DeliveryStatus.Pending, delivery.Delivery.Status);
        Assert.Contains("No mail server is configured", Assert.Single(delivery.Attempts).Outcome);
    }

    private MailServer Server()
    {
        var server = new MailServer();
        var smtp = Options.Smtp;
        (smtp.Host, smtp.Port, smtp.Security, smtp.From) = ("127.0.0.1", server.Port, SmtpSecurity.None, "BorderWatch <alerts@desk.example>");
        return server;
    }
}
