using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace BorderWatch.Web.Languages;

/// <summary>
/// Sentences that other parts of the program give in English, with their values in them already: refusals of commands, faults of fetching, what the history says was done.
/// They are recognised by the words around the values, which are a text's key as in <see cref="TextTable"/>.
/// </summary>
/// <param name="file">The resource file, beside this one.</param>
internal sealed class SentenceTable(string file)
{
    private readonly TextTable _texts = new(file);
    private readonly ConcurrentDictionary<Language, Sentences> _sentences = new();

    /// <summary>The sentence in the language of who reads; null where it is none that is known.</summary>
    /// <param name="english">As it was given.</param>
    /// <param name="isValue">True for what stands in another sentence: it may be a name that somebody gave, so a sentence that begins with a value has to begin with a number.</param>
    /// <param name="say">Says the values.</param>
    public string? Find(string english, bool isValue, Func<string, string> say)
    {
        var sentences = _sentences.GetOrAdd(Language.Current, Read);
        if (sentences.Whole.TryGetValue(english, out var whole)) return whole;
        foreach (var (pattern, text) in sentences.Patterns)
        {
            if (pattern.Values(english) is not { } values) continue;
            if (isValue && pattern.BeginsWithValue && !values[0].All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.')) continue;
            return string.Format(null, text, [.. values.Select(value => (object)say(value))]);
        }
        return null;
    }

    private Sentences Read(Language language)
    {
        var texts = _texts.All(language);
        var patterns = texts.Where(text => text.Key.Contains('{', StringComparison.Ordinal)).Select(text => (SentencePattern.Of(text.Key), text.Value));
        return new(texts.Where(text => !text.Key.Contains('{', StringComparison.Ordinal)).ToFrozenDictionary(StringComparer.Ordinal),
            [.. patterns.OrderByDescending(one => one.Item1.Words)]);
    }

    // Of the patterns those with the most words come first.
    private sealed record Sentences(FrozenDictionary<string, string> Whole, IReadOnlyList<(SentencePattern Pattern, string Text)> Patterns);
}
