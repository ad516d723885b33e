using System.Globalization;
using BorderWatch.Store.Opinions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Opinions;

/// <summary>What second opinions come to, in words.</summary>
public static class OpinionWords
{
    /// <summary>How a model's value stands to the extractor's.</summary>
    public static string Of(OpinionVerdict verdict) => verdict switch
    {
        OpinionVerdict.Agrees => Say.It("agrees"),
        OpinionVerdict.Differs => Say.It("differs"),
        _ => Say.It("adds"),
    };

    /// <summary>How far an opinion has come.</summary>
    public static string Of(SecondOpinion opinion) => opinion.State switch
    {
        OpinionState.Answered => Say.It("Answered {0} by {1}: {2} kept, {3} dropped.", DateWords.Moment(opinion.AnsweredAt!.Value), opinion.Extractor, CountWords.Of(opinion.Claims.Count, "value"), opinion.Dropped),
        OpinionState.Failed => Say.It("Not to be had. {0}", Say.Answer(opinion.Error)),
        _ when opinion.Error is { } error => Say.It("Not to be had so far; it is tried again. {0}", Say.Answer(error)),
        _ => Say.It("Asked for; the answer appears here when it comes."),
    };

    /// <summary>An amount of money.</summary>
    public static string Money(decimal amount, string currency) => $"{amount.ToString(amount is > 0 and < 0.01m ? "0.####" : "N2", CultureInfo.InvariantCulture)} {currency}";

    /// <summary>Large numbers with their thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
