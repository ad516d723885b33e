using BorderWatch.Extraction;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Articles;
using BorderWatch.Web.Tests.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BorderWatch.Web.Tests.Articles;

public sealed class AddArticleDialogTests : PageContext, IArticleDesk
{
    private const string Text = "Nine guards were killed near Ishkashim.";

    private readonly Guid _incident = Guid.CreateVersion7();
    private ArticlePreview? _saved;

    public AddArticleDialogTests()
    {
        Services.AddSingleton<IArticleDesk>(this);
        Services.AddScoped<ArticleDraft>();
    }

    private ArticleDraft Draft => Services.GetRequiredService<ArticleDraft>();

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync()
    {
        var provider = Render<MudDialogProvider>();
        await provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<AddArticleDialog>("Add an article"));
        return provider;
    }

    private static void Press(IRenderedComponent<MudDialogProvider> dialog, string label) =>
        dialog.FindAll("button").Single(button => button.TextContent.Trim() == label).Click();

    [Fact]
    public async Task Address_ThatIsNone_IsRefusedInWords()
    {
        var dialog = await OpenAsync();
        await dialog.Find("input[type=url]").InputAsync("outlet.test/a");

        Press(dialog, "Preview");

        Assert.Contains("Paste the whole address", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_IsPreviewedWithItsQuotes_ThenSaved()
    {
        var dialog = await OpenAsync();
        Press(dialog, "A text");
        await dialog.Find("textarea").ChangeAsync(Text);
        Press(dialog, "Preview");
        dialog.WaitForAssertion(() => Assert.Equal("Nine guards were killed", dialog.Find("mark").TextContent));
        Assert.Contains("Read with what was learnt from editors’ rulings", dialog.Markup, StringComparison.Ordinal);
        Assert.Null(_saved);

        Press(dialog, "Save");

        dialog.WaitForAssertion(() => Assert.EndsWith($"/incidents/{_incident}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(Text, _saved?.Article.Text);
        Assert.False(Draft.HasContent);
    }

    [Fact]
    public async Task Closing_WithSomethingPasted_AsksFirst()
    {
        var dialog = await OpenAsync();
        await dialog.Find("input[type=url]").InputAsync("https://outlet.test/a");

        Press(dialog, "Close");
        Assert.Contains("Discard it?", dialog.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.True(Draft.HasContent);

        Press(dialog, "Discard it");
        Assert.False(Draft.HasContent);
    }

    Task<DeskResult> IArticleDesk.PreviewUrlAsync(string url, Caller by, CancellationToken cancellation) => Task.FromResult(new DeskResult(null, "Nobody answers there."));

    DeskResult IArticleDesk.PreviewText(string? title, string text, DateTimeOffset? publishedAt, string? outlet, Caller by) => new(
        new ArticlePreview(null, "Pasted", null, new ArticleText(text, title, publishedAt), new ExtractionResult("en",
            [new ExtractedIncident(new EventKind("Battles", "Armed clash"), OccurrencePeriod.Unknown, null, [], CasualtyRange.Exactly(9), null, null, null, "Armed clash", 0.8,
                [new Evidence("killed", "Nine guards were killed", 0, 23)])], [], []), false), null);

    Task<DeskResult> IArticleDesk.ReadAsLearntAsync(ArticlePreview preview, Caller by, CancellationToken cancellation) => Task.FromResult(new DeskResult(preview with { HasLearnt = true }, null));

    Task<CommandResult<SavedArticle>> IArticleDesk.SaveAsync(ArticlePreview preview, Caller by, CancellationToken cancellation)
    {
        _saved = preview;
        return Task.FromResult(new CommandResult<SavedArticle>(new SavedArticle(Guid.CreateVersion7(), true, [_incident], 1), null));
    }
}
