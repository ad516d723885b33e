using System.Text.RegularExpressions;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Search;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>What commands answer with, against the resource files: a refusal that no language has words for fails here.</summary>
public sealed partial class SentencesTests
{
    // What these say is for who operates the server, for programs or for files, and English whoever asks.
    private static readonly string[] s_noPages =
    [
        "OpenIdOptions.cs", "TokenCheck.cs", "RevisionChain.cs", "SecondOpinionCheck.cs", "PublicAddresses.cs", "MailText.cs", "DatasetImport.cs", "DatasetRow.cs", "ArchiveImport.cs",
    ];

    // These hold nothing but what pages show, sentences or not.
    private static readonly string[] s_pieces = ["TimeLikeness.cs", "PlaceLikeness.cs", "IncidentLedger.cs", "IncidentMoves.cs", "FieldWords.cs", "ReviewWords.cs"];

    [Fact]
    public void EverySentence_HasItsWords()
    {
        var known = ResourceFile.Texts("Sentences.fa.resx").Keys.ToHashSet();
        var said = Sources().SelectMany(source => s_pieces.Contains(source.Name)
            ? SourceSentences.In(source.Text).Where(text => Words().IsMatch(text) && text != "incident")
            : SourceSentences.In(source.Text).Where(SourceSentences.IsSentence));
        Assert.Empty(said.Except(known));
    }

    [Fact]
    public void Files_HoldNothingThatNobodySays()
    {
        var pieces = Sources().SelectMany(source => SourceSentences.In(source.Text)).ToHashSet();
        Assert.Empty(ResourceFile.Texts("Sentences.resx").Keys.Except(pieces).Where(key => !pieces.Contains(char.ToLowerInvariant(key[0]) + key[1..])));
        Assert.Equal(ResourceFile.Texts("Sentences.resx").Keys.Order(), ResourceFile.Texts("Sentences.fa.resx").Keys.Order());
    }

    [Fact]
    public void RulesAndSearchTerms_HaveTheirWords() =>
        Assert.Empty(DerivationRules.All.SelectMany(rule => new[] { rule.RuleName, rule.Says }).Concat(SearchKey.All.Select(key => key.Summary)).Except(ResourceFile.Texts("Sentences.fa.resx").Keys));

    private static IEnumerable<(string Name, string Text)> Sources() =>
        from project in new[] { "BorderWatch.Store", "BorderWatch.Ingestion" }
        let folder = Path.Combine(ResourceFile.Root, "src", project)
        from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        where Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin" or "Migrations") && !s_noPages.Contains(Path.GetFileName(path))
        select (Path.GetFileName(path), File.ReadAllText(path));

    [GeneratedRegex("[a-z]{2}")]
    private static partial Regex Words();
}
