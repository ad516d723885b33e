using System.Security.Cryptography;
using System.Text;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Articles;

namespace BorderWatch.Ingestion.Articles;

/// <summary>An article as it arrives, read and cleaned, before anybody knows whether it is here already.</summary>
/// <param name="SourceId">Whose it is.</param>
/// <param name="SourceName">The outlet's name.</param>
/// <param name="CountryCode">The outlet's home country; null where it has none.</param>
/// <param name="CanonicalUrl">Its address as <see cref="Reading.PageAddress.Canonical"/> writes it; null for pasted text.</param>
/// <param name="FeedItemId">The identifier that its feed gave it; null where it came otherwise or none was given.</param>
/// <param name="PublishedAt">When the outlet published it, in the outlet's own offset; null where it does not say.</param>
/// <param name="Title">The headline; empty where there is none.</param>
/// <param name="Text">The body; see <see cref="ArticleWords.Clean"/>.</param>
/// <param name="Author">The byline; null where there is none.</param>
/// <param name="By">Who brings it, for the revisions: "pipeline" or an account's name.</param>
public sealed record IncomingArticle(
    Guid SourceId, string SourceName, string? CountryCode, string? CanonicalUrl, string? FeedItemId, DateTimeOffset? PublishedAt,
    string Title, string Text, string? Author, string By)
{
    /// <summary>Where the text was taken from.</summary>
    public TextOrigin TextFrom { get; init; } = TextOrigin.Given;

    /// <summary>Why a better text could not be had, in words; null where nothing is missing.</summary>
    public string? TextNote { get; init; }

    /// <summary>What it was read from; null where nothing was fetched.</summary>
    public RawBytes? Raw { get; init; }

    /// <summary>True where a stored article is extracted anew: the history says so.</summary>
    public bool IsReadAnew { get; init; }

    /// <summary>What it reports, where it came with its values and is not to be extracted; null for an outlet's article.</summary>
    public PreparedReport? Prepared { get; init; }

    /// <summary>The entries of a live blog, which are taken in, each as an article, in its place; empty for an article.</summary>
    public IReadOnlyList<IncomingArticle> Entries { get; init; } = [];

    /// <summary>SHA-256 of title and text: the same words give the same value.</summary>
    public byte[] ContentHash() => SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n\n{Text}"));
}

/// <summary>A report that nobody has to extract: a dataset's record.</summary>
/// <param name="Reader">What read it, with its version, as claims carry it: "acled/1".</param>
/// <param name="Draft">What it says; its quotes stand in the article's text.</param>
public sealed record PreparedReport(string Reader, ReportDraft Draft);

/// <summary>What taking an article in did.</summary>
/// <param name="ArticleId">The article, new or not.</param>
/// <param name="IsNew">True for a new article and for a new revision of an old one; false where it was here in these words and nothing was changed.</param>
/// <param name="Incidents">The incidents that it reports, the one that it is about first.</param>
/// <param name="NewIncidents">How many of them are new.</param>
/// <param name="JoinedReports">How many of its reports joined an incident that was here.</param>
/// <param name="Unreadable">Why nothing could be read from it; null where it could.</param>
public sealed record TakenArticle(
    Guid ArticleId, bool IsNew, IReadOnlyList<Guid> Incidents, int NewIncidents, int JoinedReports, string? Unreadable = null);
