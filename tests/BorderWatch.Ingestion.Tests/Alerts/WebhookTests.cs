using System.Net;
using System.Security.Cryptography;
using System.Text;
using BorderWatch.Ingestion.Alerts;
using BorderWatch.Store.Alerts;
using BorderWatch.Testing;
using Microsoft.AspNetCore.Http;

namespace BorderWatch.Ingestion.Tests.Alerts;

/// <summary>Webhooks to a receiver that refuses, stalls, breaks off and fails: nothing is lost, and what arrives twice has one id.</summary>
public sealed class WebhookTests(PostgresFixture postgres) : AlertTest(postgres)
{
    [Fact]
    public async Task Notice_ArrivesSigned_WithWhatTheReportsSay()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        var rule = await RuleAsync(new() { Name = "Herat", WebhookUrl = receiver.Url });
        await TakeAttackAsync("Herat");

        Assert.Equal(1, await FireAsync());
        await SendAsync();

        var hook = Assert.Single(receiver.Kept);
        var key = Convert.FromBase64String((await ViewAsync(rule)).Rule.Secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{hook.Headers["webhook-id"]}.{hook.Headers["webhook-timestamp"]}.{Encoding.UTF8.GetString(hook.Body)}");
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}", hook.Headers["webhook-signature"]);
        Assert.Equal(hook.Headers["webhook-id"], hook.Headers["Idempotency-Key"]);
        var data = hook.Json.GetProperty("data");
        Assert.Equal("Herat", data.GetProperty("rule").GetProperty("name").GetString());
        var told = Assert.Single((await IncidentsAsync()));
        var incident = data.GetProperty("notices")[0].GetProperty("incidents")[0];
        Assert.Equal(told.Title, incident.GetProperty("title").GetString());
        Assert.Equal($"http://127.0.0.1:5080/incidents/{told.Id}", incident.GetProperty("link").GetString());
        Assert.Equal((told.Killed.Low, told.Killed.Best), (incident.GetProperty("killed").GetProperty("low").GetInt32(), incident.GetProperty("killed").GetProperty("best").GetInt32()));
        Assert.Equal("Steppe Wire", incident.GetProperty("outlets")[0].GetString());
        Assert.Equal(DeliveryStatus.Sent, Assert.Single(await DeliveriesAsync()).Status);
    }

    [Fact]
    public async Task ReceiverThatFailsForAnHour_GetsEverythingOnce()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        var rule = await RuleAsync(new() { Name = "All", WebhookUrl = receiver.Url });
        receiver.Behaviour = (http, _) =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        foreach (var town in new[] { "Herat", "Kunduz", "Faizabad" })
        {
            await TakeAttackAsync(town);
            Assert.Equal(1, await FireAsync());
            await SendAsync();
        }

        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        Assert.Empty(receiver.Kept);
        var tries = receiver.Requests;
        // Once a minute for an hour would be 180.
        Assert.InRange(tries, 15, 30);
        receiver.Behaviour = null;
        await PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));

        Assert.Equal(3, receiver.Kept.Count);
        Assert.Equal(3, receiver.Kept.Select(hook => hook.Headers["webhook-id"]).Distinct().Count());
        var log = (await ViewAsync(rule)).Deliveries;
        Assert.All(log, row => Assert.Equal(DeliveryStatus.Sent, row.Delivery.Status));
        Assert.Contains("204", log[0].Attempts[0].Outcome);
        Assert.Contains("503", log[0].Attempts[1].Outcome);
        Assert.Equal(tries + 3, log.Sum(row => row.Attempts.Count));
    }

    [Fact]
    public async Task ReceiverThatIsAwayAndStalls_GetsItLater()
    {
        Options.TimeLimit = TimeSpan.FromMilliseconds(300);
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        var away = await WebhookReceiver.StartAsync(Stop);
        var nobody = away.Url;
        await away.DisposeAsync();
        var (stalled, refused) = (await RuleAsync(new() { Name = "Stalls", WebhookUrl = receiver.Url }), await RuleAsync(new() { Name = "Refuses", WebhookUrl = nobody }));
        receiver.Behaviour = WebhookReceiver.StallAsync;
        await TakeAttackAsync("Herat");
        Assert.Equal(2, await FireAsync());

        await SendAsync();

        Assert.Contains("No answer within", Assert.Single(Assert.Single((await ViewAsync(stalled)).Deliveries).Attempts).Outcome);
        Assert.Contains("connection failed", Assert.Single(Assert.Single((await ViewAsync(refused)).Deliveries).Attempts).Outcome);
        Assert.All(await DeliveriesAsync(), delivery => Assert.Equal(DeliveryStatus.Pending, delivery.Status));
        receiver.Behaviour = null;
        await PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        Assert.Single(receiver.Kept);
    }

    [Fact]
    public async Task AnswerThatIsCutOff_IsAskedForAgain_UnderTheSameId()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        await RuleAsync(new() { Name = "Cut", WebhookUrl = receiver.Url });
        receiver.Behaviour = WebhookReceiver.KeepAndCutAsync;
        await TakeAttackAsync("Herat");
        await FireAsync();
        await SendAsync();
        receiver.Behaviour = null;

        await PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Equal(2, receiver.Kept.Count);
        Assert.Single(receiver.Kept.Select(hook => hook.Headers["Idempotency-Key"]).Distinct());
        Assert.Equal(receiver.Kept[0].Body, receiver.Kept[1].Body);
    }

    [Fact]
    public async Task WorkerThatIsStoppedInTheMiddle_LeavesItToTheNext()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        await RuleAsync(new() { Name = "Stopped", WebhookUrl = receiver.Url });
        receiver.Behaviour = WebhookReceiver.StallAsync;
        await TakeAttackAsync("Herat");
        await FireAsync();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var worker = Pipeline.Get<AlertSending>().SendDueAsync(stopping.Token);
        await receiver.Arrived.Task.WaitAsync(Stop);

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
        receiver.Behaviour = null;
        await SendAsync();

        Assert.Single(receiver.Kept);
        Assert.Equal(DeliveryStatus.Sent, Assert.Single(await DeliveriesAsync()).Status);
    }

    [Fact]
    public async Task WorkerThatDied_LosesItsLease()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        await RuleAsync(new() { Name = "Died", WebhookUrl = receiver.Url });
        await TakeAttackAsync("Herat");
        await FireAsync();
        var outbox = Pipeline.Get<IAlertOutbox>();
        var dead = Assert.Single(await outbox.LeaseAsync(8, TimeSpan.FromMinutes(3), Stop));

        await SendAsync();
        Assert.Empty(receiver.Kept);
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(4);
        await SendAsync();

        Assert.Equal(dead.Id.ToString(), Assert.Single(receiver.Kept).Headers["webhook-id"]);
        Assert.False(await outbox.EndAsync(dead, DeliveryStatus.Pending, Pipeline.Clock.Shows, "Too late.", Stop));
        Assert.Equal(DeliveryStatus.Sent, Assert.Single(await DeliveriesAsync()).Status);
    }

    [Fact]
    public async Task ManyWorkers_SendEachOnce()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        for (var n = 0; n < 6; n++) await RuleAsync(new() { Name = $"Rule {n}", WebhookUrl = receiver.Url });
        await TakeAttackAsync("Herat");
        await TakeAttackAsync("Kunduz");

        var fired = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FireAsync()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync()));

        Assert.Equal(fired.Sum(), receiver.Kept.Count);
        Assert.Equal(receiver.Kept.Count, receiver.Kept.Select(hook => hook.Headers["webhook-id"]).Distinct().Count());
        // Two incidents for each of six rules, none twice.
        Assert.Equal(12, receiver.Kept.SelectMany(hook => hook.Json.GetProperty("data").GetProperty("notices").EnumerateArray()).Sum(notice => notice.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task ReceiverThatNeverAnswersWell_IsTriedForDays_AndGivenUp()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        var rule = await RuleAsync(new() { Name = "Never", WebhookUrl = receiver.Url });
        receiver.Behaviour = (http, _) =>
        {
            http.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return Task.CompletedTask;
        };
        await TakeAttackAsync("Herat");
        await FireAsync();
        await SendAsync();

        await PassAsync(TimeSpan.FromDays(1), TimeSpan.FromMinutes(30));
        Assert.Equal(DeliveryStatus.Pending, Assert.Single(await DeliveriesAsync()).Status);
        await PassAsync(TimeSpan.FromDays(3), TimeSpan.FromHours(1));

        Assert.Equal(DeliveryStatus.GivenUp, Assert.Single(await DeliveriesAsync()).Status);
        Assert.Single((await ViewAsync(rule)).Notices);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]:80/hook")]
    [InlineData("http://10.0.0.8/hook")]
    [InlineData("http://0.0.0.0/hook")]
    public async Task AddressThatIsNotPublic_IsNotSentTo(string url)
    {
        var rule = await RuleAsync(new() { Name = "Inside", WebhookUrl = url });
        await TakeAttackAsync("Herat");
        await FireAsync();

        await SendAsync();

        var delivery = Assert.Single((await ViewAsync(rule)).Deliveries);
        Assert.Equal(DeliveryStatus.GivenUp, delivery.Delivery.Status);
        Assert.Contains("not public", Assert.Single(delivery.Attempts).Outcome);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Stop);
        var rule = await RuleAsync(new() { Name = "Redirect", WebhookUrl = receiver.Url });
        receiver.Behaviour = (http, _) =>
        {
            http.Response.Redirect("http://169.254.169.254/");
            return Task.CompletedTask;
        };
        await TakeAttackAsync("Herat");
        await FireAsync();

        await SendAsync();

        Assert.Equal(1, receiver.Requests);
        Assert.Contains("not followed", Assert.Single(Assert.Single((await ViewAsync(rule)).Deliveries).Attempts).Outcome);
    }
}
