using BorderWatch.Ingestion.Opinions;
using BorderWatch.Store.Opinions;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Tests.Opinions;

/// <summary>Tests of second opinions: an article of a bombing, and a model on loopback.</summary>
public abstract class OpinionTest(PostgresFixture postgres) : PipelineTest(postgres)
{
    protected const string Headline = "Bomb kills four in Bannu";

    protected const string Bombing = "A roadside bomb killed four policemen and wounded nine people in Bannu in Pakistan on Tuesday, officials said. The police blamed  the Red Dawn group for the attack.";

    private Source? _source;

    private protected SecondOpinionOptions Options => Pipeline.Get<IOptions<SecondOpinionOptions>>().Value;

    /// <summary>What a model says that reads well, but for the killed.</summary>
    protected static string Reading(string killed = "4", string quote = "killed four policemen") => ModelEndpoint.Incident(
        ("type", "Remote explosive/landmine/IED", "roadside bomb"), ("date", "2026-11-17", "on Tuesday"), ("place", "Bannu", "in Bannu in Pakistan"), ("killed", killed, quote), ("injured", "9", "wounded nine people"),
        ("perpetrator", "Red Dawn group", "blamed the Red Dawn group"), ("target", "policemen", "killed four policemen"), ("weapon", "roadside bomb", "A roadside bomb"));

    private protected async Task<ModelEndpoint> ModelAsync(EndpointKind kind = EndpointKind.OpenAI, Pipeline? of = null)
    {
        var model = await ModelEndpoint.StartAsync(kind, Stop);
        Use(model, of ?? Pipeline);
        return model;
    }

    private protected static void Use(ModelEndpoint model, Pipeline pipeline)
    {
        var options = pipeline.Get<IOptions<SecondOpinionOptions>>().Value;
        (options.Endpoint, options.Kind, options.Model, options.Key, options.AllowedNetworks, options.Articles) = (model.Address, model.Kind, "small", "sk-test", ["127.0.0.1/32"], OpinionChoice.All);
    }

    /// <summary>Takes the bombing in as a feed brings it.</summary>
    protected async Task<Guid> TellAsync(string text = Bombing, string title = Headline, string id = "1")
    {
        _source ??= await SourceAsync("First", "https://first.example/feed", "PK");
        return (await TakeAsync(_source, title, text, url: $"https://first.example/{id}", id: id)).ArticleId;
    }

    private protected Task<int> AskAsync() => Pipeline.Get<OpinionAsking>().AskDueAsync(Stop);

    protected async Task<SecondOpinion> OpinionAsync(Guid article) =>
        await Pipeline.Get<IOpinionQuery>().OfArticleAsync(article, Stop) ?? throw new InvalidOperationException("Nobody asked for an opinion on it.");

    protected async Task<List<OpinionCall>> CallsAsync()
    {
        await using var db = Pipeline.Open();
        return await db.OpinionCalls.AsNoTracking().OrderBy(call => call.At).ThenBy(call => call.Id).ToListAsync(Stop);
    }
}
