using BorderWatch.Store.Search;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Timeline;

/// <summary>An address whose words may hold terms of the search language.</summary>
public static class SearchAddress
{
    /// <summary>The address with every term turned into the part of the filter that it means, and sentences for the terms that cannot be read.</summary>
    public static async Task<(TimelineAddress Address, IReadOnlyList<string> Problems)> ReadAsync(
        ISearchLanguage language, TimelineAddress address, CancellationToken cancellation)
    {
        var read = await language.ReadAsync(address.Filter, cancellation);
        var keepsDays = (read.Filter.From, read.Filter.To) == (address.Filter.From, address.Filter.To);
        return (new(read.Filter, keepsDays ? address.LastDays : null), [.. read.Problems.Select(problem => Say.Answer(problem))]);
    }
}
