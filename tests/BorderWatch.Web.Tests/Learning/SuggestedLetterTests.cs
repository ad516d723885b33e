using BorderWatch.Store.Learning;
using BorderWatch.Store.Sources;
using BorderWatch.Web.Learning;
using Bunit;

namespace BorderWatch.Web.Tests.Learning;

public sealed class SuggestedLetterTests : BunitContext
{
    [Fact]
    public void Letter_IsSuggestedWithItsFigures_AndAccepted()
    {
        SourceReliability? accepted = null;

        var shown = Show(new(114, 120), SourceReliability.FairlyReliable, letter => accepted = letter);

        Assert.Contains("of 120 values 95 %", Plain(shown.Markup), StringComparison.Ordinal);
        Assert.Equal("Accept B", Plain(shown.Find("button").TextContent));
        shown.Find("button").Click();
        Assert.Equal(SourceReliability.UsuallyReliable, accepted);
    }

    [Fact]
    public void SameLetter_HasNothingToAccept() => Assert.Empty(Show(new(114, 120), SourceReliability.UsuallyReliable).FindAll("button"));

    [Fact]
    public void FewValues_SuggestNothing()
    {
        var shown = Show(new(9, 9), null);

        Assert.Contains("Too little is known to suggest a letter: 9 of 9 values held.", Plain(shown.Markup), StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("button"));
    }

    private IRenderedComponent<SuggestedLetter> Show(BetaPosterior all, SourceReliability? given, Action<SourceReliability>? onAccept = null) => Render<SuggestedLetter>(parameters => parameters
        .Add(shown => shown.Standing, new SourceStanding(Guid.NewGuid(), "Racing Post", given, all, [])).Add(shown => shown.Given, given).Add(shown => shown.Months, 36).Add(shown => shown.OnAccept, letter => onAccept?.Invoke(letter)));

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
