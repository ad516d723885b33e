using BorderWatch.Store.Sources;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Sources;

/// <summary>The Admiralty code's letters with their meaning.</summary>
public static class ReliabilityWords
{
    /// <summary>"B, usually reliable".</summary>
    public static string Of(SourceReliability reliability) => $"{Letter(reliability)}, {Meaning(reliability)}";

    /// <summary>"B".</summary>
    public static char Letter(SourceReliability reliability) => (char)('A' + (int)reliability);

    private static string Meaning(SourceReliability reliability) => reliability switch
    {
        SourceReliability.CompletelyReliable => Say.It("completely reliable"),
        SourceReliability.UsuallyReliable => Say.It("usually reliable"),
        SourceReliability.FairlyReliable => Say.It("fairly reliable"),
        SourceReliability.NotUsuallyReliable => Say.It("not usually reliable"),
        SourceReliability.Unreliable => Say.It("unreliable"),
        SourceReliability.CannotBeJudged => Say.It("cannot be judged"),
        _ => throw new ArgumentOutOfRangeException(nameof(reliability), reliability, null),
    };
}
