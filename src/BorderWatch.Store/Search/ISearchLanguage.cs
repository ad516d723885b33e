using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Search;

/// <summary>Reads what is written into the search box: free words beside terms such as <c>killed:&gt;3</c>.</summary>
public interface ISearchLanguage
{
    /// <summary>Turns the terms of a filter's text into the parts of the filter that they mean; the free words stay its text.</summary>
    /// <param name="filter">The terms narrow this filter; a part that can be asked for only once is replaced.</param>
    /// <param name="cancellation">Cancels the look-up of names.</param>
    /// <returns>The filter, and a sentence for every term that could not be read. Such a term has no part in the filter: ask before using it.</returns>
    Task<SearchReading> ReadAsync(TimelineFilter filter, CancellationToken cancellation);

    /// <summary>What could stand at the end of an unfinished text: keys, and the values of the key that stands there.</summary>
    Task<IReadOnlyList<SearchCompletion>> CompleteAsync(string text, CancellationToken cancellation);
}

/// <summary>What a search text means.</summary>
/// <param name="Filter">Its terms as parts of a filter.</param>
/// <param name="Problems">Sentences for the reader that say what to write; empty where all was understood.</param>
public sealed record SearchReading(TimelineFilter Filter, IReadOnlyList<string> Problems);

/// <summary>A way to go on writing.</summary>
/// <param name="Text">The whole text with it.</param>
/// <param name="Label">What is offered.</param>
/// <param name="Note">What it means; null where the label says all.</param>
public sealed record SearchCompletion(string Text, string Label, string? Note);
