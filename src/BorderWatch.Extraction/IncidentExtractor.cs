using BorderWatch.Extraction.Assembly;
using BorderWatch.Extraction.Languages;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction;

/// <summary>
/// Reads one article and says which incidents it reports, each value with its quotation. Pure: no clock, no disk, no
/// network; safe for many threads, made once. Never throws on any text.
/// </summary>
/// <param name="toponymFinder">Finds and places toponyms.</param>
/// <param name="lexicons">The lexicons of languages other than English, by ISO 639-1 code; null for those that are built in.</param>
public sealed class IncidentExtractor(IToponymFinder toponymFinder, IReadOnlyDictionary<string, WordLexicon>? lexicons = null)
{
    private readonly IReadOnlyDictionary<string, WordLexicon> _lexicons = lexicons ?? WordLexicon.BuiltIn;

    /// <summary>Extracts with the built-in gazetteer.</summary>
    public IncidentExtractor() : this(new ToponymFinder(Gazetteer.Shared)) { }

    /// <summary>The incidents that <paramref name="article"/> reports, the one that it is about first.</summary>
    /// <param name="article">The article.</param>
    /// <param name="explain">True to get <see cref="ExtractionResult.Steps"/> as well.</param>
    public ExtractionResult Extract(ArticleText article, bool explain = false)
    {
        var language = Language.Detect(article.Title is null ? article.Text : article.Title + "\n" + article.Text);
        if (language != "en")
            return new ExtractionResult(language, _lexicons.TryGetValue(language, out var lexicon) ? WordReader.Read(DocumentReader.Read(article), lexicon, toponymFinder) : [], [], []);
        var document = DocumentReader.Read(article);
        var facts = new ArticleFacts(document, toponymFinder);
        var drafts = DraftMerger.Merge(MentionBuilder.Build(facts), facts.Anchor);
        var reported = Newsworthiness.Select(drafts, facts);
        var assembler = new IncidentAssembler(facts);
        var incidents = new List<ExtractedIncident>();
        var sentences = new HashSet<int>();
        foreach (var draft in reported)
        {
            if (assembler.Assemble(draft) is not { } incident) continue;
            incidents.Add(incident);
            foreach (var mention in draft.Mentions) sentences.Add(mention.Sentence.Index);
        }
        var reactions = incidents.Count > 0 ? ReactionFinder.Find(facts, sentences) : [];
        return new ExtractionResult(language, incidents, reactions, explain ? Explanation.Of(facts, drafts, reported) : []);
    }
}
