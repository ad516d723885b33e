using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Resources;

namespace BorderWatch.Web.Languages;

/// <summary>A resource file's texts by their English words, read once for each language.</summary>
/// <param name="file">Its name, beside this one.</param>
internal sealed class TextTable(string file)
{
    /// <summary>Stands before a key that begins with a small letter: resource files do not tell "Close" and "close" apart.</summary>
    private const char Small = '~';

    /// <summary>Stands between a text and a word that tells it from one that reads the same in English and not elsewhere: "by {0}¦day".</summary>
    private const char Apart = '¦';

    private readonly ResourceManager _resources = new($"BorderWatch.Web.Languages.{file}", typeof(TextTable).Assembly);
    private readonly ConcurrentDictionary<Language, FrozenDictionary<string, string>> _texts = new();

    /// <summary>The text in the language of who reads; in English where that language has none.</summary>
    public string Find(string english)
    {
        var language = Language.Current;
        return All(language).GetValueOrDefault(english) ?? Plain(english);
    }

    /// <summary>What a language has, by its English words; nothing for English, which is its own key.</summary>
    public FrozenDictionary<string, string> All(Language language) => language == Language.English ? FrozenDictionary<string, string>.Empty : _texts.GetOrAdd(language, Read);

    private static string Plain(string english) => english.IndexOf(Apart) is var at && at < 0 ? english : english[..at];

    private FrozenDictionary<string, string> Read(Language language) =>
        _resources.GetResourceSet(language.Culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>()
            .ToFrozenDictionary(entry => ((string)entry.Key).TrimStart(Small), entry => (string)entry.Value!, StringComparer.Ordinal)
        ?? FrozenDictionary<string, string>.Empty;
}
