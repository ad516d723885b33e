using System.Text.Json;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Opinions;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Opinions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Opinions;

public sealed class OpinionTests(PostgresFixture postgres) : OpinionTest(postgres)
{
    [Fact]
    public async Task Unconfigured_NothingIsSentAndNothingIsQueued()
    {
        await using var model = await ModelEndpoint.StartAsync(EndpointKind.OpenAI, Stop);
        var article = await TellAsync();

        await Pipeline.Get<OpinionLoop>().StartAsync(Stop);
        Assert.Equal(0, await AskAsync());

        Assert.Equal("No language model is configured: an administrator names one in the section SecondOpinion.", (await Pipeline.Get<IOpinionCommands>().AskAsync(article, Caller.Local, Stop)).Error);
        Assert.False(Pipeline.Get<OutgoingModel>().IsOpen);
        Assert.Empty(model.Asked);
        Assert.Null(await Pipeline.Get<IOpinionQuery>().OfArticleAsync(article, Stop));
    }

    [Theory]
    [InlineData(EndpointKind.OpenAI, "/v1/chat/completions")]
    [InlineData(EndpointKind.Ollama, "/api/chat")]
    public async Task GoodAnswer_IsKeptValueByValueWithItsWords(EndpointKind kind, string path)
    {
        await using var model = await ModelAsync(kind);
        model.Says = Reading();
        (Options.QuestionPrice, Options.AnswerPrice) = (0.5m, 2m);
        var article = await TellAsync();
        var before = Assert.Single(await IncidentsAsync());

        Assert.Equal(1, await AskAsync());
        Assert.Equal(0, await AskAsync());

        var asked = Assert.Single(model.Asked);
        Assert.Equal((path, "Bearer sk-test"), (asked.Path, asked.Authorization));
        Assert.Equal((Headline, Bombing), (asked.Article.GetProperty("headline").GetString(), asked.Article.GetProperty("text").GetString()));
        var opinion = await OpinionAsync(article);
        Assert.Equal((OpinionState.Answered, "model/small", 0, false), (opinion.State, opinion.Extractor, opinion.Dropped, opinion.IsShortened));
        Assert.Equal(8, opinion.Claims.Count);
        Assert.All(opinion.Claims, claim => Assert.Equal(claim.Quote, Bombing[claim.QuoteStart..claim.QuoteEnd]));
        // The article has two spaces there.
        Assert.Equal("blamed  the Red Dawn group", opinion.Claims.Single(claim => claim.Value.Contains("Red Dawn", StringComparison.Ordinal)).Quote);
        Assert.Equal(new ClaimValue.Casualties(4, 4, 4), Value(opinion, ClaimField.Killed));
        Assert.Equal(new DateOnly(2026, 11, 17), Assert.IsType<ClaimValue.Occurred>(Value(opinion, ClaimField.Occurred)).From);
        Assert.Equal(("Bannu", "PK"), Value(opinion, ClaimField.Place) is ClaimValue.Place place ? (place.Name, place.CountryCode) : default);
        Assert.All(opinion.Claims.Where(claim => claim.Field is ClaimField.Killed or ClaimField.Injured or ClaimField.Kind or ClaimField.Place or ClaimField.Occurred), claim => Assert.Equal(OpinionVerdict.Agrees, claim.Verdict));
        var call = Assert.Single(await CallsAsync());
        Assert.Equal((true, 1500L, 1.2m), (call.Succeeded, call.Tokens, call.Cost));
        Assert.Equal(JsonSerializer.Serialize(Values(before)), JsonSerializer.Serialize(Values(Assert.Single(await IncidentsAsync()))));
        Assert.All(before.Reports.Single().Claims, claim => Assert.Equal("rules/1", claim.Extractor));
    }

    [Fact]
    public async Task OtherNumber_ChangesNoIncidentAndLiesOnTheDeskUntilAnEditorTakesIt()
    {
        await using var model = await ModelAsync();
        model.Says = Reading("9", "killed four policemen and wounded nine people");
        await TellAsync();
        await AskAsync();

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(4, incident.Killed.Best);
        Assert.False(incident.HasConflict);
        Assert.Equal(incident.Id, Assert.Single(await Pipeline.Get<IDeskQuery>().ItemsAsync(DeskLane.SecondOpinion, null, 10, Stop)).Row.Id);
        Assert.Equal(1, (await Pipeline.Get<IDeskQuery>().CountAsync(null, Stop)).SecondOpinion);

        var line = (await Pipeline.Get<IOpinionQuery>().OfIncidentAsync(incident.Id, Stop)).Single(line => line.Claim.Field == ClaimField.Killed);
        Assert.Equal((OpinionVerdict.Differs, "model/small"), (line.Verdict, line.Claim.Extractor));
        var quote = new RulingQuote(line.RevisionId, line.Claim.QuoteStart, line.Claim.QuoteEnd, line.Claim.Quote, line.Claim.InTitle);
        Assert.Null((await Pipeline.Get<IRulingCommands>().CorrectAsync(new(incident.Id, ClaimField.Killed, [line.Claim.Value], quote, null, null), Caller.Local, Stop)).Error);

        Assert.Equal(9, Assert.Single(await IncidentsAsync()).Killed.Best);
        Assert.Empty(await Pipeline.Get<IDeskQuery>().ItemsAsync(DeskLane.SecondOpinion, null, 10, Stop));
    }

    [Fact]
    public async Task ArticleReadAnew_OpinionStandsBesideTheNewReport()
    {
        await using var model = await ModelAsync();
        model.Says = Reading();
        var article = await TellAsync();
        await AskAsync();
        await using (var db = Pipeline.Open())
        {
            // As if an earlier extractor had read it otherwise.
            await db.Claims.Where(claim => claim.Field == ClaimField.Killed).ExecuteUpdateAsync(claim => claim.SetProperty(x => x.Value, new ClaimValue.Casualties(2, 2, 2).ToJson()), Stop);
        }

        Assert.Null((await Pipeline.Get<IReprocessing>().ApplyAsync(new(null, null, null), Caller.Local, null, Stop)).Error);

        var standing = Assert.Single(await IncidentsAsync()).Reports.Single(report => report.SupersededAt is null);
        Assert.Contains(Assert.Single(await IncidentsAsync()).Reports, report => report.SupersededAt is not null);
        Assert.All((await OpinionAsync(article)).Claims, claim => Assert.Equal(standing.Id, claim.ReportId));
    }

    [Fact]
    public async Task EditedArticle_IsAskedAboutAnewAndTheOldOpinionIsShownNoMore()
    {
        await using var model = await ModelAsync();
        model.Says = Reading();
        var article = await TellAsync();
        await AskAsync();

        await TellAsync(Bombing.Replace("four", "five", StringComparison.Ordinal));
        var incident = Assert.Single(await IncidentsAsync()).Id;
        Assert.Empty(await Pipeline.Get<IOpinionQuery>().OfIncidentAsync(incident, Stop));
        model.Says = Reading("5", "killed five policemen");
        Assert.Equal(1, await AskAsync());

        Assert.Equal(new ClaimValue.Casualties(5, 5, 5), (await Pipeline.Get<IOpinionQuery>().OfIncidentAsync(incident, Stop)).Single(line => line.Claim.Field == ClaimField.Killed).Claim.Value);
        Assert.Equal(OpinionState.Answered, (await OpinionAsync(article)).State);
    }

    [Fact]
    public async Task Choice_SendsWhatItNamesAndPastedTextsOnlyOnRequest()
    {
        await using var model = await ModelAsync();
        (Options.Articles, Options.UnsureBelow) = (OpinionChoice.Unsure, 0);
        var sure = await TellAsync();
        var pasted = (await TakeAsync(await SourceAsync("Second", "https://second.example/feed"), "", Sample.Bomb("Herat"))).ArticleId;
        Assert.Equal(0, await AskAsync());

        Options.UnsureBelow = 1;
        Assert.Equal(1, await AskAsync());
        Assert.Equal(OpinionState.Answered, (await OpinionAsync(sure)).State);

        var commands = Pipeline.Get<IOpinionCommands>();
        Assert.Null((await commands.AskAsync(pasted, Caller.Local, Stop)).Error);
        Assert.Equal("The model has been asked about this text already; its answer appears here.", (await commands.AskAsync(pasted, Caller.Local, Stop)).Error);
        Assert.Equal(1, await AskAsync());
        Assert.Equal((OpinionState.Answered, "local user"), ((await OpinionAsync(pasted)).State, (await OpinionAsync(pasted)).RequestedBy));
    }

    [Fact]
    public async Task LongArticle_IsCutAndSaysSo()
    {
        await using var model = await ModelAsync();
        (Options.TokensPerArticle, Options.AnswerTokens) = (3000, 500);
        var article = await TellAsync(Bombing + string.Concat(Enumerable.Repeat(" The road was closed until the evening while glass was swept up.", 400)));

        await AskAsync();

        Assert.True((await OpinionAsync(article)).IsShortened);
        var asked = Assert.Single(model.Asked);
        Assert.StartsWith(Bombing, asked.Article.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.InRange(asked.Body.GetProperty("messages").GetRawText().Length, 2000, 3 * 2500);
    }

    private static ClaimValue Value(SecondOpinion opinion, ClaimField field) => ClaimValue.Parse(opinion.Claims.Single(claim => claim.Field == field).Value);

    private static object Values(Incident of) =>
        new { of.Title, of.EventType, of.OccurredFrom, of.PlaceId, of.Killed, of.Injured, of.Weapon, of.HasConflict, of.Version, Claims = of.Reports.SelectMany(report => report.Claims).Select(claim => claim.Id) };
}
