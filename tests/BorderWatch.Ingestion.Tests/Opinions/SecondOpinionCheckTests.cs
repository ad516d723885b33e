using BorderWatch.Ingestion.Opinions;

namespace BorderWatch.Ingestion.Tests.Opinions;

public sealed class SecondOpinionCheckTests
{
    [Fact]
    public void NothingSet_IsFine() => Assert.True(Check(_ => { }).Succeeded);

    [Fact]
    public void PublicEndpoint_IsFine() => Assert.True(Check(Public).Succeeded);

    [Fact]
    public void AllowedLoopback_IsFine() =>
        Assert.True(Check(o => (o.Endpoint, o.Model, o.Kind, o.AllowedNetworks) = (new("http://localhost:11434"), "small", EndpointKind.Ollama, ["127.0.0.1/32"])).Succeeded);

    [Fact]
    public void Faults_AreSentencesThatSayWhatToSet()
    {
        Fails("SecondOpinion: Model or Key is set, but no Endpoint: give the model's address, or remove both.", o => o.Key = "x");
        Fails("SecondOpinion: Endpoint must be an address such as https://api.openai.com/v1 or http://localhost:11434.", o => o.Endpoint = new Uri("model", UriKind.Relative));
        Fails("SecondOpinion: Endpoint must be an address such as https://api.openai.com/v1 or http://localhost:11434.", o => o.Endpoint = new Uri("file:///etc/passwd"));
        Fails("SecondOpinion: Endpoint must hold no user and password: the key goes into Key.", o => o.Endpoint = new Uri("https://a:b@model.example/v1"));
        Fails("SecondOpinion: Endpoint is at 127.0.0.1, which is not public: allow it with AllowedNetworks:0=127.0.0.1/32.", o => o.Endpoint = new Uri("http://localhost:11434"));
        Fails("SecondOpinion: Endpoint is at 169.254.169.254, which is not public: allow it with AllowedNetworks:0=169.254.169.254/32.", o => o.Endpoint = new Uri("http://169.254.169.254/"));
        Fails("SecondOpinion: Endpoint is at ::1, which is not public: allow it with AllowedNetworks:0=::1/128.", o => o.Endpoint = new Uri("http://[::1]:11434"));
        Fails("SecondOpinion: AllowedNetworks: “home” is no network; write one as 127.0.0.1/32.", o => o.AllowedNetworks = ["home"]);
        Fails("SecondOpinion: Endpoint must begin with https://: articles and the key would cross the network in the clear. Plain http is for networks that AllowedNetworks names.", o => o.Endpoint = new Uri("http://model.example/v1"));
        Fails("SecondOpinion: Model must name the model, as the endpoint calls it.", o => o.Model = " ");
        Fails("SecondOpinion: TokensPerDay must hold at least one article (TokensPerArticle).", o => o.TokensPerDay = 7999);
        Fails("SecondOpinion: AnswerTokens must be at least 100, and TokensPerArticle at least 2,000 more.", o => o.TokensPerArticle = 3000);
        Fails("SecondOpinion: CostPerDay needs QuestionPrice and AnswerPrice, and must hold at least one article of TokensPerArticle.", o => o.CostPerDay = 5);
        Fails("SecondOpinion: QuestionPrice and AnswerPrice must not be negative.", o => o.QuestionPrice = -1);
        Fails("SecondOpinion: UnsureBelow must be from 0 to 1.", o => o.UnsureBelow = double.NaN);
    }

    private static void Public(SecondOpinionOptions options) => (options.Endpoint, options.Model, options.Key) = (new("https://model.example/v1"), "small", "sk");

    private static void Fails(string sentence, Action<SecondOpinionOptions> change) => Assert.Equal(sentence, Check(o =>
    {
        if (!sentence.Contains("no Endpoint", StringComparison.Ordinal)) Public(o);
        change(o);
    }).FailureMessage);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(Action<SecondOpinionOptions> change)
    {
        var options = new SecondOpinionOptions();
        change(options);
        return new SecondOpinionCheck().Validate(null, options);
    }
}
