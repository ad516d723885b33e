using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Text;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("Gen. Rahimi spoke on Monday. Two men fled.", "Gen. Rahimi spoke on Monday.|Two men fled.")]
    [InlineData("The U.S. forces left. They came back.", "The U.S. forces left.|They came back.")]
    [InlineData("He lives in the U.S. The others do not.", "He lives in the U.S.|The others do not.")]
    [InlineData("Post No. 5 was hit at 6 a.m. on Friday.", "Post No. 5 was hit at 6 a.m. on Friday.")]
    [InlineData("“Two of us were hit.” The guard left.", "“Two of us were hit.”|The guard left.")]
    [InlineData("They fled the district.The army followed.", "They fled the district.|The army followed.")]
    [InlineData("It cost 3.5 million. A. Karimov paid.", "It cost 3.5 million.|A. Karimov paid.")]
    [InlineData("First line ends here.\nSecond line is another.", "First line ends here.|Second line is another.")]
    [InlineData("The force killed a\nsuspected gunman near the river.", "The force killed a\nsuspected gunman near the river.")]
    public void Read_CutsSentences(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Sentences(new ArticleText(text)));

    [Theory]
    [InlineData("Guards were hit.\nThe post Guards hit at crossing appeared first on Amu Courier.", "Guards were hit.")]
    [InlineData("By Nadira Sharipova\nGuards were hit.", "Guards were hit.")]
    [InlineData("Guards were hit. (Reporting by A. Karimov; Editing by B. Olimov)", "Guards were hit.")]
    [InlineData("Guards were hit.\nRead more: Ten things to know", "Guards were hit.")]
    [InlineData("Guards were hit.\n© 2026 Amu Courier. All rights reserved.", "Guards were hit.")]
    [InlineData("Guards were hit. The post was burnt down.", "Guards were hit.|The post was burnt down.")]
    public void Read_LeavesBoilerplateOut(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Sentences(new ArticleText(text)));

    [Theory]
    [InlineData("KHOROG, Tajikistan (June 14, 2024) — Guards were hit.", "2024-06-14")]
    [InlineData("Quito, 23 Aug 88 (AGENCIA) -- [Text] Guards were hit.", "1988-08-23")]
    [InlineData("KABUL, Nov. 3 (Amu Wire) – Guards were hit.", "2025-11-03")]
    [InlineData("DUSHANBE (Amu Wire) - Guards were hit.", null)]
    [InlineData("DUSHANBE: Guards were hit.", null)]
    public void Read_TakesTheDatelineOff(string text, string? filed)
    {
        var document = DocumentReader.Read(new ArticleText(text, PublishedAt: new DateTimeOffset(2025, 11, 4, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(filed, document.Dateline!.Filed?.ToString("O"));
        Assert.Equal("Guards", document.Sentences[0].Tokens[0].Written);
    }

    [Theory]
    [InlineData("2012-03-S-011\nFor Immediate Release\n\nKHOST, Afghanistan (March 6, 2012)\nGuards were hit.", "KHOST, Afghanistan (March 6, 2012)")]
    [InlineData("Operational Update March 6, 2012\nGuards were hit.", "March 6, 2012")]
    [InlineData("KHOST, March 6 (Amu Wire) – Guards were hit.", null)]
    public void Read_PressRelease_KnowsWhereItNamesItsDay(string text, string? words)
    {
        var release = DocumentReader.Read(new ArticleText(text)).Dateline?.Release;
        Assert.Equal(words, release is { } span ? text[span.Start..span.End] : null);
    }

    [Fact]
    public void Read_OrdinaryOpeningWithDash_IsNoDateline() =>
        Assert.Null(DocumentReader.Read(new ArticleText("The governor of the province - a former officer - was hit.")).Dateline);

    [Fact]
    public void Read_Title_IsTheFirstSentence()
    {
        var document = DocumentReader.Read(new ArticleText("Guards were hit.", "Attack at crossing"));
        Assert.True(document.Sentences[0].InTitle);
        Assert.False(document.Sentences[1].InTitle);
    }

    private static string[] Sentences(ArticleText article) =>
        [.. DocumentReader.Read(article).Sentences.Select(s => article.Text[s.Start..s.End])];

    [Fact]
    public void Read_ArticleOnOneLineBehindAByline_IsRead()
    {
        const string text = "By our reporter. Four coal miners were killed when armed men stormed a mine in the hills near Mastung on Wednesday night, a police officer said. "
            + "The attackers came on foot, cut the telephone line and fired into the huts.";

        Assert.Contains(DocumentReader.Read(new ArticleText(text)).Sentences, sentence => text[sentence.Start..sentence.End].StartsWith("Four coal miners", StringComparison.Ordinal));
    }
}
