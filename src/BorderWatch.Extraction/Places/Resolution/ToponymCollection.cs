using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>The toponyms of a document by sentence, while they are collected: only those of one sentence can overlap.</summary>
internal sealed class ToponymCollection
{
    private readonly Dictionary<Sentence, List<Toponym>> _bySentence = [];

    public void Add(Sentence sentence, Toponym toponym)
    {
        if (_bySentence.TryGetValue(sentence, out var own)) own.Add(toponym);
        else _bySentence[sentence] = [toponym];
    }

    /// <summary>True where a border that is named covers some of these characters.</summary>
    public bool HasBorder(Sentence sentence, int start, int end) => Exists(sentence, t => t.Border is not null && t.Start < end && start < t.End);

    /// <summary>True where any toponym does.</summary>
    public bool Overlaps(Sentence sentence, int start, int end) => Exists(sentence, t => t.Start < end && start < t.End);

    public DocumentToponyms InOrder() => new(InOrder(inTitle: false), InOrder(inTitle: true));

    private List<Toponym> InOrder(bool inTitle) => [.. _bySentence.Where(s => s.Key.InTitle == inTitle).SelectMany(s => s.Value).OrderBy(t => t.Start)];

    private bool Exists(Sentence sentence, Predicate<Toponym> isSo) => _bySentence.TryGetValue(sentence, out var own) && own.Exists(isSo);
}
