using BorderWatch.Store.Articles;
using BorderWatch.Web.Articles;
using BorderWatch.Web.Tests.Shell;
using Bunit;

namespace BorderWatch.Web.Tests.Articles;

/// <summary>What an outlet changed in an article is shown in its words.</summary>
public sealed class RevisionDiffTests : PageContext
{
    [Fact]
    public void ChangedWords_AreMarked_AndParagraphsThatStand_AreLeftOut()
    {
        var diff = Show("Three killed in Herat\nThe road was closed.", "Five killed in Herat\nThe road was closed.\nA claim was made in the evening.");

        Assert.Equal("Three", diff.Find(".before del").TextContent.Trim());
        Assert.Equal("Five", diff.FindAll(".after ins")[0].TextContent.Trim());
        Assert.Equal("A claim was made in the evening.", diff.FindAll(".after")[1].TextContent.Replace("After", "", StringComparison.Ordinal).Trim());
        Assert.DoesNotContain("The road was closed", diff.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Show("x", "<script>alert(1)</script>").Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TextsThatAreTooLong_AreNotLaidSideBySide() =>
        Assert.Contains("too long", Show(new string('a', 50_000), "b").Markup, StringComparison.Ordinal);

    private IRenderedComponent<RevisionDiff> Show(string before, string after) =>
        Render<RevisionDiff>(p => p.Add(d => d.Before, Revision(1, before)).Add(d => d.After, Revision(2, after)));

    private static ArticleRevision Revision(int number, string text) =>
        new() { ArticleId = Guid.NewGuid(), Number = number, Title = "Blast", Text = text, Language = "en", ContentHash = [1], FetchedAt = DateTimeOffset.UnixEpoch };
}
