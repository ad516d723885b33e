using BorderWatch.Store.Incidents;
using BorderWatch.Web.Quotes;
using BorderWatch.Web.Tests.Shell;
using Bunit;

namespace BorderWatch.Web.Tests.Quotes;

public sealed class QuotedTextTests : PageContext
{
    private const string Text = "Nine <b>guards</b> died near Ishkashim.\n\nMore follows.";

    [Fact]
    public void Text_WithMarks_IsLetterForLetterTheArticle()
    {
        var shown = Render<QuotedText>(parameters => parameters.Add(text => text.Text, Text).Add(text => text.Spans,
            [new(0, 20, QuotedField.Of(ClaimField.Killed), "a", "killed: 9"), new(10, 26, QuotedField.Of(ClaimField.Place), "b", "where")]));

        Assert.Equal(Text, shown.Find(".text").TextContent);
        Assert.Empty(shown.FindAll("b"));
        Assert.Equal(["a", "b a", "b"], shown.FindAll("mark").Select(mark => mark.GetAttribute("data-quotes")));
    }

    [Fact]
    public void Emphasised_FadesTheOthers()
    {
        var shown = Render<QuotedText>(parameters => parameters.Add(text => text.Text, Text).Add(text => text.Emphasised, "place").Add(text => text.Spans,
            [new(0, 4, QuotedField.Of(ClaimField.Killed), "a", ""), new(28, 37, QuotedField.Of(ClaimField.Place), "b", "")]));

        Assert.Equal([true, false], shown.FindAll("mark").Select(mark => mark.ClassList.Contains("faded")));
    }
}
