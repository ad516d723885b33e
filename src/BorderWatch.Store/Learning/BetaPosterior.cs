using BorderWatch.Store.Sources;
using MathNet.Numerics.Distributions;

namespace BorderWatch.Store.Learning;

/// <summary>
/// What is known of a share after so many looks: a beta distribution, begun from Jeffreys' (half right, half wrong), which says little.
/// </summary>
/// <param name="Right">So many were right.</param>
/// <param name="All">Of so many.</param>
public readonly record struct BetaPosterior(int Right, int All)
{
    /// <summary>Fewer than this give no letter.</summary>
    public const int Least = 30;

    private double A => Right + 0.5;

    private double B => All - Right + 0.5;

    /// <summary>The share to be expected, 0 to 1.</summary>
    public double Mean => A / (A + B);

    /// <summary>The range that holds the share with 95 % probability, half of the rest on either side.</summary>
    public (double Low, double High) Range() => (Beta.InvCDF(A, B, 0.025), Beta.InvCDF(A, B, 0.975));

    /// <summary>
    /// The letter of the Admiralty code that the lower end of the range earns: A from 95 %, B from 85 %, C from 70 %, D from 50 %, else E; F with fewer than <see cref="Least"/> looks.
    /// An editor's own letter stands whatever this says.
    /// </summary>
    public SourceReliability Letter() => All < Least ? SourceReliability.CannotBeJudged : Range().Low switch
    {
        >= 0.95 => SourceReliability.CompletelyReliable,
        >= 0.85 => SourceReliability.UsuallyReliable,
        >= 0.70 => SourceReliability.FairlyReliable,
        >= 0.50 => SourceReliability.NotUsuallyReliable,
        _ => SourceReliability.Unreliable,
    };
}
