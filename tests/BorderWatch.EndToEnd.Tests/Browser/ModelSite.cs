using BorderWatch.Ingestion.Opinions;
using BorderWatch.Ingestion.Tests.Opinions;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A site that has a language model to ask, on loopback beside it.</summary>
public sealed class ModelSite : Site
{
    /// <summary>The model.</summary>
    public ModelEndpoint Model { get; private set; } = null!;

    protected override string[] Settings =>
    [
        .. base.Settings, $"--SecondOpinion:Endpoint={Model.Address}", "--SecondOpinion:Kind=Ollama", "--SecondOpinion:Model=small", "--SecondOpinion:AllowedNetworks:0=127.0.0.1/32",
        "--SecondOpinion:Articles=OnRequest", "--SecondOpinion:LookEvery=00:00:01", "--SecondOpinion:QuestionPrice=0.1", "--SecondOpinion:AnswerPrice=0.4", "--SecondOpinion:CostPerDay=20",
    ];

    public override async ValueTask InitializeAsync()
    {
        Model = await ModelEndpoint.StartAsync(EndpointKind.Ollama, CancellationToken.None);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
