using BorderWatch.Ingestion.Fetching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Asks the model about what is due, one article after the other. Articles are stored long before; nothing that happens here holds one up.</summary>
internal sealed partial class OpinionAsking(OpinionQueue queue, OpinionEnding ending, OutgoingModel model, IOptions<SecondOpinionOptions> options, TimeProvider time, ILogger<OpinionAsking> log)
{
    /// <summary>Asks about all that is due now and that the limits allow; returns how often it asked.</summary>
    public async Task<int> AskDueAsync(CancellationToken cancellation)
    {
        if (!options.Value.IsConfigured) return 0;
        await queue.FillAsync(cancellation);
        var asked = 0;
        for (; await queue.LeaseAsync(cancellation) is { } leased; asked++) await AskAsync(leased, cancellation);
        return asked;
    }

    private async Task AskAsync(LeasedOpinion leased, CancellationToken cancellation)
    {
        var charge = OpinionCharge.None;
        try
        {
            var question = OpinionQuestion.Of(leased.Article, options.Value);
            var response = await SendAsync(question, cancellation);
            charge = ChargeOf(response.Usage);
            if (response.FinishReason == ChatFinishReason.Length) throw new OpinionFault($"The answer did not fit into {options.Value.AnswerTokens:N0} tokens (SecondOpinion:AnswerTokens).", OpinionFaultKind.Answer);
            var answer = new OpinionValues(leased.Article).Check(OpinionAnswer.Read(response.Text));
            // What was paid for is written down even where this process is to stop.
            await ending.AnswerAsync(leased, answer, question.IsShortened, charge, CancellationToken.None);
            LogAnswered(leased.Id, answer.Kept.Count, answer.Dropped);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await ending.ReturnAsync(leased, CancellationToken.None);
            throw;
        }
        catch (OpinionFault fault)
        {
            // A garbled answer may have cost tokens that nobody told of.
            if (charge == OpinionCharge.None && fault.IsAnswered) charge = OpinionCharge.Unknown;
            await ending.FailAsync(leased, fault, charge, CancellationToken.None);
            LogFailed(leased.Id, fault.Message, fault.InnerException?.GetType().Name);
        }
    }

    private async Task<ChatResponse> SendAsync(OpinionQuestion question, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Value.TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await model.AskAsync(question.Messages, OpinionQuestion.Options(options.Value), stop.Token);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new OpinionFault($"No answer within {options.Value.TimeLimit.TotalSeconds:0.#} seconds (SecondOpinion:TimeLimit).", OpinionFaultKind.Endpoint, fault) { IsAnswered = true };
        }
    }

    private OpinionCharge ChargeOf(UsageDetails? usage)
    {
        // An endpoint that says nothing, or nonsense, is charged with the most that it can have been.
        var most = 10L * options.Value.TokensPerArticle;
        return usage is { InputTokenCount: > 0 and var question, OutputTokenCount: >= 0 and var answer }
            ? new(Math.Min(question, most) + Math.Min(answer, most), options.Value.Cost(Math.Min(question, most), Math.Min(answer, most))) : OpinionCharge.Unknown;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Second opinion {Opinion}: {Kept} values kept, {Dropped} dropped")]
    private partial void LogAnswered(Guid opinion, int kept, int dropped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Second opinion {Opinion} could not be had: {Reason} ({Fault})")]
    private partial void LogFailed(Guid opinion, string reason, string? fault);
}
