using System.Text;
using BorderWatch.Ingestion.Opinions;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Opinions;
using BorderWatch.Testing;
using Microsoft.AspNetCore.Http;

namespace BorderWatch.Ingestion.Tests.Opinions;

/// <summary>An endpoint that stalls, breaks or talks nonsense costs a sentence, and no article anything.</summary>
public sealed class FailingModelTests(PostgresFixture postgres) : OpinionTest(postgres)
{
    private static readonly Dictionary<string, (Func<ModelEndpoint, HttpContext, Task> Does, string Says)> s_misbehaviours = new()
    {
        ["nonsense"] = ((model, http) => model.AnswerAsync(http, "I am sorry, Dave."), "The answer is no JSON."),
        ["nothing"] = ((model, http) => model.AnswerAsync(http, ""), "The answer is no JSON."),
        ["another form"] = ((model, http) => model.AnswerAsync(http, """{"killed":4}"""), "The answer is not of the form that was asked for."),
        ["a list"] = ((model, http) => model.AnswerAsync(http, "[[[]]]"), "The answer is not of the form that was asked for."),
        ["nested without end"] = ((model, http) => model.AnswerAsync(http, new string('[', 5000)), "The answer is no JSON."),
        ["broken off"] = ((model, http) => model.AnswerAsync(http, """{"incidents":[{"values":[{"field":"killed","val"""), "The answer is no JSON."),
        ["out of tokens"] = ((model, http) => model.AnswerAsync(http, """{"incidents":[{"values":[{"fi""", "length"), "The answer did not fit into 2,000 tokens (SecondOpinion:AnswerTokens)."),
        ["no endpoint at all"] = ((_, http) => http.Response.WriteAsync("<html>Welcome to nginx</html>"), "The endpoint answered, but not as an endpoint of its kind does."),
        ["bytes"] = (async (_, http) => await http.Response.Body.WriteAsync(Enumerable.Range(0, 4000).Select(n => (byte)(n * 37)).ToArray()), "The endpoint answered, but not as an endpoint of its kind does."),
        ["too much"] = ((model, http) => model.AnswerAsync(http, new string('x', 400_000)), "The answer is longer than 262,144 bytes (SecondOpinion:MostBytes); it was not read."),
        ["too much without end"] = (PourAsync, "The answer is longer than 262,144 bytes (SecondOpinion:MostBytes); it was not read."),
        ["500"] = (Status(500), "The endpoint answered 500."),
        ["503"] = (Status(503), "The endpoint answered 503."),
        ["429"] = (Status(429), "The endpoint asks to wait (429)."),
        ["401"] = (Status(401), "The endpoint does not take the key (401): an administrator sets SecondOpinion:Key."),
        ["404"] = (Status(404), "The endpoint has no such address or model (404): an administrator looks at SecondOpinion:Endpoint, Kind and Model."),
        ["400"] = (Status(400), "The endpoint does not take the request (400): the model may have no structured answers, or its limit of tokens may be lower than SecondOpinion:TokensPerArticle."),
        ["sent on"] = ((_, http) => { http.Response.Redirect("http://169.254.169.254/latest/meta-data"); return Task.CompletedTask; }, "The endpoint sends on elsewhere (302), which is not followed: put that address into SecondOpinion:Endpoint."),
        ["cut"] = ((_, http) => { http.Abort(); return Task.CompletedTask; }, "The connection to the endpoint failed."),
        ["stalls"] = ((_, http) => ModelEndpoint.StallAsync(http), "No answer within 1 seconds (SecondOpinion:TimeLimit)."),
        ["stalls in mid-answer"] = (StallInMidAnswerAsync, "No answer within 1 seconds (SecondOpinion:TimeLimit)."),
    };

    public static TheoryData<EndpointKind, string> Misbehaviours { get; } = [.. from kind in Enum.GetValues<EndpointKind>() from name in s_misbehaviours.Keys select (kind, name)];

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Misbehaviour_IsToldInWordsAndLeavesTheArticleAsItIs(EndpointKind kind, string name)
    {
        var (does, says) = s_misbehaviours[name];
        await using var model = await ModelAsync(kind);
        model.Behaviour = http => does(model, http);
        // A model that fails to answer in a second stalls; all others have time on a busy machine.
        Options.TimeLimit = name.StartsWith("stalls", StringComparison.Ordinal) ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
        var article = await TellAsync();
        var before = (await IncidentsAsync()).Select(incident => (incident.Id, incident.Version)).ToList();

        Assert.Equal(1, await AskAsync());

        var opinion = await OpinionAsync(article);
        Assert.Equal((OpinionState.Waiting, says, 1), (opinion.State, opinion.Error, opinion.Attempts));
        Assert.Empty(opinion.Claims);
        Assert.Equal((false, says), (await CallsAsync()) is [var call] ? (call.Succeeded, call.Outcome) : default);
        Assert.Equal(ArticleOutcome.HasIncidents, Assert.Single(await ArticlesAsync()).Outcome);
        Assert.Equal(before, (await IncidentsAsync()).Select(incident => (incident.Id, incident.Version)));
        Assert.Equal(0, await AskAsync()); // Not at once.

        // What gets better is asked again.
        model.Behaviour = null;
        model.Says = Reading();
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await AskAsync());
        Assert.Equal((OpinionState.Answered, 8, (string?)null), ((opinion = await OpinionAsync(article)).State, opinion.Claims.Count, opinion.Error));
    }

    [Theory]
    [InlineData("""{"incidents":{}}""")]
    [InlineData("""{"incidents":null}""")]
    public async Task IncidentsOfAnotherType_AreNoAnswer(string says)
    {
        await using var model = await ModelAsync();
        model.Says = says;
        var article = await TellAsync();

        await AskAsync();

        Assert.Equal("The answer is not of the form that was asked for.", (await OpinionAsync(article)).Error);
    }

    [Fact]
    public async Task PiecesOfAnotherType_CostThatPieceAlone()
    {
        await using var model = await ModelAsync();
        model.Says = """
            ```json
            {"incidents":[7,null,{"values":"none"},{"values":[null,3,{"field":"killed"},{"field":["killed"],"value":{},"quote":4},{"field":"killed","value":4,"quote":"killed four policemen"},
            {"field":"killed","value":"4","quote":"\ud800"}]}],"more":[[[]]]}
            ```
            """;
        var article = await TellAsync();

        await AskAsync();

        var opinion = await OpinionAsync(article);
        Assert.Equal((OpinionState.Answered, 3), (opinion.State, opinion.Dropped));
        Assert.Equal("killed four policemen", Assert.Single(opinion.Claims).Quote);
    }

    [Fact]
    public async Task NonsenseTwice_IsGivenUpUntilAnEditorAsksAgain()
    {
        await using var model = await ModelAsync();
        model.Says = "nonsense";
        var article = await TellAsync();

        await AskAsync();
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(2);
        await AskAsync();
        Pipeline.Clock.Shows += TimeSpan.FromHours(1);
        Assert.Equal(0, await AskAsync());
        Assert.Equal(OpinionState.Failed, (await OpinionAsync(article)).State);

        model.Says = Reading();
        Assert.Null((await Pipeline.Get<IOpinionCommands>().AskAsync(article, Store.Accounts.Caller.Local, Stop)).Error);
        await AskAsync();
        Assert.Equal(OpinionState.Answered, (await OpinionAsync(article)).State);
    }

    [Fact]
    public async Task FailuresInARow_LeaveTheEndpointAloneAndOneCallFindsOutWhetherItIsBack()
    {
        await using var model = await ModelAsync();
        model.Behaviour = http => Status(500)(model, http);
        for (var n = 0; n < 6; n++) await TellAsync(Sample.Bomb(n % 2 == 0 ? "Herat" : "Farah") + n, id: $"{n}");

        Assert.Equal(3, await AskAsync());
        var rest = (await CallsAsync())[^1].RestUntil;
        Assert.Equal(Pipeline.Clock.Shows + TimeSpan.FromMinutes(5), rest);
        Assert.Equal(rest, (await Pipeline.Get<IOpinionQuery>().SummaryAsync(Pipeline.Clock.Shows.AddDays(-1), Stop)).RestUntil);
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(4);
        Assert.Equal(0, await AskAsync());

        Pipeline.Clock.Shows += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await AskAsync());
        Assert.Equal(Pipeline.Clock.Shows + TimeSpan.FromMinutes(10), (await CallsAsync())[^1].RestUntil);

        model.Behaviour = null;
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(11);
        Assert.Equal(6, await AskAsync());
    }

    [Fact]
    public async Task RetryAfter_IsKeptTo()
    {
        await using var model = await ModelAsync();
        model.Behaviour = http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1800";
            return Task.CompletedTask;
        };
        await TellAsync();
        await TellAsync(Sample.Bomb("Herat"), id: "2");

        Assert.Equal(1, await AskAsync());
        model.Behaviour = null;
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(29);
        Assert.Equal(0, await AskAsync());
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(2);
        Assert.Equal(2, await AskAsync());
    }

    [Fact]
    public async Task EndpointOnAPrivateNetwork_IsRefusedWhereNobodyAllowedIt()
    {
        await using var model = await ModelAsync();
        Options.AllowedNetworks = [];
        var article = await TellAsync();

        await AskAsync();

        Assert.Empty(model.Asked);
        Assert.Equal("The endpoint is not at a public address: an administrator allows its network with SecondOpinion:AllowedNetworks.", (await OpinionAsync(article)).Error);
    }

    private static Func<ModelEndpoint, HttpContext, Task> Status(int status) => (_, http) =>
    {
        http.Response.StatusCode = status;
        // It repeats what it was sent; nothing of that is kept.
        return http.Response.WriteAsync("{\"error\":{\"message\":\"" + Headline + " sk-test\"}}");
    };

    private static async Task PourAsync(ModelEndpoint model, HttpContext http)
    {
        var bytes = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        try
        {
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // The reader has had enough.
        }
    }

    private static async Task StallInMidAnswerAsync(ModelEndpoint model, HttpContext http)
    {
        await http.Response.WriteAsync("{\"id\":\"1\",");
        await http.Response.Body.FlushAsync();
        await ModelEndpoint.StallAsync(http);
    }
}
