namespace BorderWatch.Extraction.Text;

/// <summary>Cuts a text into sentences and leaves nothing out: for asking what a text mentions, datelines and furniture included.</summary>
public static class WholeText
{
    /// <summary>Reads the body of <paramref name="article"/>; its headline, where there is one, is its first sentence.</summary>
    public static Document Read(ArticleText article)
    {
        var sentences = new List<Sentence>();
        if (!string.IsNullOrWhiteSpace(article.Title))
            sentences.Add(new Sentence(0, 0, article.Title.Length, true, -1, Tokenizer.Tokenize(article.Title, 0, article.Title.Length)));
        var paragraph = 0;
        var from = 0;
        foreach (var line in article.Text.Split('\n'))
        {
            foreach (var (start, end) in SentenceSplitter.Split(article.Text, from, from + line.Length))
                sentences.Add(new Sentence(sentences.Count, start, end, false, paragraph, Tokenizer.Tokenize(article.Text, start, end)));
            from += line.Length + 1;
            paragraph++;
        }
        return new Document(article, sentences, Dateline: null);
    }
}
