using System.Globalization;
using BorderWatch.Store.Opinions;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Opinions;

/// <summary>What second opinions come to, in words.</summary>
public static class OpinionWords
{
    /// <summary>How a model's value stands to the extractor's.</summary>
    public static string Of(OpinionVerdict verdict) => verdict switch
    {
        OpinionVerdict.Agrees => "agrees",
        OpinionVerdict.Differs => "differs",
        _ => "adds",
    };

    /// <summary>How far an opinion has come.</summary>
    public static string Of(SecondOpinion opinion) => opinion.State switch
    {
        OpinionState.Answered => $"Answered {DateWords.Moment(opinion.AnsweredAt!.Value)} by {opinion.Extractor}: {CountWords.Of(opinion.Claims.Count, "value")} kept, {opinion.Dropped} dropped.",
        OpinionState.Failed => $"Not to be had. {opinion.Error}",
        _ when opinion.Error is { } error => $"Not to be had so far; it is tried again. {error}",
        _ => "Asked for; the answer appears here when it comes.",
    };

    /// <summary>An amount of money.</summary>
    public static string Money(decimal amount, string currency) => $"{amount.ToString(amount is > 0 and < 0.01m ? "0.####" : "N2", CultureInfo.InvariantCulture)} {currency}";

    /// <summary>Large numbers with their thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
