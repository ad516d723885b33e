using BorderWatch.Store.Accounts;
using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Web.Comments;
using BorderWatch.Web.Review;
using BorderWatch.Web.Tests.Shell;
using Bunit;

namespace BorderWatch.Web.Tests.Review;

public sealed class CompanyWordsTests : PageContext
{
    private static readonly Caller s_leyla = new(Guid.NewGuid(), "Leyla Aziz", RolePermissions.Of(Role.Editor));
    private static readonly Guid s_idris = Guid.NewGuid();

    private DateTimeOffset Now => Time.GetUtcNow();

    [Fact]
    public void Hold_SaysWhoseAndSinceWhen()
    {
        Assert.Null(CompanyWords.OfHold(null, s_leyla, Now));
        Assert.Equal("You have taken this, just now.", CompanyWords.OfHold(new(s_leyla.Id, "Leyla Aziz", Now), s_leyla, Now));
        Assert.Equal("Idris Vale has taken this, 3 min ago.", CompanyWords.OfHold(new(s_idris, "Idris Vale", Now.AddMinutes(-3)), s_leyla, Now));
    }

    [Fact]
    public void Visits_LeaveTheReaderOut_AndNameWhoCorrectsFirst()
    {
        VisitView me = new(s_leyla.Id, "Leyla Aziz", true);

        Assert.Null(CompanyWords.OfVisits([me], s_leyla));
        Assert.Equal("Idris Vale is correcting this; Ana Lind is reading it.", CompanyWords.OfVisits([new(Guid.NewGuid(), "Ana Lind", false), new(s_idris, "Idris Vale", true), me], s_leyla));
        // Somebody else of the same name, without the reader's account, is somebody else.
        Assert.Equal("Leyla Aziz is reading this.", CompanyWords.OfVisits([new(s_idris, "Leyla Aziz", false)], s_leyla));
    }

    [Theory]
    [InlineData("Idris Vale", "Idris Vale has it", false)]
    [InlineData("Leyla Aziz", "you have it", true)]
    public void Row_SaysWhoHasIt_AndOffersWhatTheReaderCan(string holder, string said, bool isOffered)
    {
        var row = Render<DeskRow>(parameters => parameters
            .Add(shown => shown.Item, new DeskItem(Sample.Row(), Now.AddHours(-3), false, [])).Add(shown => shown.Now, Now).Add(shown => shown.MayRule, true).Add(shown => shown.Reader, s_leyla)
            .Add(shown => shown.Company, new IncidentCompany(new(holder == "Leyla Aziz" ? s_leyla.Id : s_idris, holder, Now), [], new(s_idris, "Idris Vale"))));

        Assert.Equal(said, row.Find(".held").TextContent);
        Assert.Contains("for Idris Vale", row.Find(".age").TextContent, StringComparison.Ordinal);
        Assert.Equal(isOffered ? ["Let go"] : [], row.FindAll(".age button").Select(button => button.TextContent));
    }

    [Fact]
    public void Comment_IsText_WithItsNamesMarked_AndNothingBetween()
    {
        const string hostile = "<img src=x onerror=alert(1)>\n@Idris Vale & \"@Ana\"";
        var comment = new CommentView(Guid.NewGuid(), "Leyla Aziz", Now, hostile, null, false, [(hostile.IndexOf('@', StringComparison.Ordinal), 11), (hostile.LastIndexOf('@'), 4), (900, 5)]);

        var words = Render<CommentText>(parameters => parameters.Add(shown => shown.Comment, comment)).Find(".words");

        Assert.Equal(hostile, words.TextContent);
        Assert.Equal(["@Idris Vale", "@Ana"], words.Children.Select(part => part.TextContent));
        Assert.Empty(words.QuerySelectorAll("img"));
    }
}
