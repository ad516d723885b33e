using BorderWatch.Store.Learning;
using BorderWatch.Store.Sources;

namespace BorderWatch.Store.Tests.Learning;

/// <summary>When something learnt may be switched on, what letter a source earns, and from which confidence on incidents are incidents.</summary>
public sealed class LearningFigureTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(1, 7, 0.0703125)]
    [InlineData(3, 3, 1)]
    [InlineData(1000, 1100, 0.0307)]
    public void Chance_IsMcNemarsExactTest(int onlyRules, int onlyLearnt, double chance)
    {
        Assert.Equal(chance, new CrossValidation(4000, 2000 + onlyRules, 2000 + onlyLearnt, onlyRules, onlyLearnt).Chance(), 0.00005);
        Assert.Equal(chance, new CrossValidation(4000, 2000 + onlyLearnt, 2000 + onlyRules, onlyLearnt, onlyRules).Chance(), 0.00005);
    }

    [Theory]
    [InlineData(3, 0, 3, 0, null)]
    [InlineData(2, 0, 2, 0, "needs 3")]
    [InlineData(9, 1, 8, 1, null)] // Eight to one is no chance.
    [InlineData(8, 1, 6, 1, "too few to tell it from chance")]
    [InlineData(8, 5, 3, 5, "not better than the rules")]
    [InlineData(5, 5, 0, 0, "not better than the rules")]
    public void Preference_MayBeSwitchedOn_WhereItMendsAndDoesNotSpoil(int tested, int rulesRight, int mended, int spoilt, string? lacks)
    {
        var figures = new CrossValidation(tested, rulesRight, rulesRight - spoilt + mended, spoilt, mended);
        if (lacks is null) Assert.Null(figures.Lacks(LearntKind.PlacePreference));
        else Assert.Contains(lacks, figures.Lacks(LearntKind.PlacePreference), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, 30, 0, "needs 200")]
    [InlineData(200, 5, 0, "chance makes too often")]
    [InlineData(200, 6, 0, null)]
    public void Classifier_NeedsTwoHundredIncidents_AndADifferenceThatIsNoChance(int tested, int mended, int spoilt, string? lacks)
    {
        var figures = new CrossValidation(tested, 100, 100 - spoilt + mended, spoilt, mended);
        if (lacks is null) Assert.Null(figures.Lacks(LearntKind.Relevance));
        else Assert.Contains(lacks, figures.Lacks(LearntKind.EventType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, 29, SourceReliability.CannotBeJudged)]
    [InlineData(500, 500, SourceReliability.CompletelyReliable)]
    [InlineData(30, 30, SourceReliability.UsuallyReliable)] // Thirty of thirty may still be nine in ten.
    [InlineData(80, 100, SourceReliability.FairlyReliable)]
    [InlineData(60, 100, SourceReliability.NotUsuallyReliable)]
    [InlineData(40, 100, SourceReliability.Unreliable)]
    public void Letter_IsWhatTheLowerEndOfTheRangeEarns(int right, int all, SourceReliability letter) => Assert.Equal(letter, new BetaPosterior(right, all).Letter());

    [Fact]
    public void Range_IsJeffreys()
    {
        var (low, high) = new BetaPosterior(7, 10).Range();
        Assert.Equal(0.39, low, 2); // Brown, Cai and DasGupta's table for 7 of 10: 0.393 to 0.907 by Jeffreys.
        Assert.Equal(0.91, high, 2);
    }

    [Fact]
    public void Confidence_IsChosenWhereNineInTenHoldForSure()
    {
        ConfidenceStep[] steps = [new(0.9, 95, 95), new(0, 150, 200), new(0.8, 118, 124), new(0.5, 140, 170)];
        Assert.Equal(0.8, ConfidenceStep.Choose(steps)!.From);
        Assert.Null(ConfidenceStep.Choose([new(0.9, 20, 20)]));
    }
}
