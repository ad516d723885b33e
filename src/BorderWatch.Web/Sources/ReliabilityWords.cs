using BorderWatch.Store.Sources;

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
        SourceReliability.CompletelyReliable => "completely reliable",
        SourceReliability.UsuallyReliable => "usually reliable",
        SourceReliability.FairlyReliable => "fairly reliable",
        SourceReliability.NotUsuallyReliable => "not usually reliable",
        SourceReliability.Unreliable => "unreliable",
        SourceReliability.CannotBeJudged => "cannot be judged",
        _ => throw new ArgumentOutOfRangeException(nameof(reliability), reliability, null),
    };
}
