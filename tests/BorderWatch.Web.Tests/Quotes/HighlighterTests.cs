using BorderWatch.Web.Quotes;

namespace BorderWatch.Web.Tests.Quotes;

public sealed class HighlighterTests
{
    private static QuoteSpan Span(int start, int end, string key = "k") => new(start, end, new QuotedField("Killed", "killed"), key, "");

    private static string Shape(IEnumerable<TextSegment> segments) =>
        string.Concat(segments.Select(segment => segment.Spans.Count == 0 ? segment.Text : $"[{segment.Keys}:{segment.Text}]"));

    [Fact]
    public void Cut_NoSpans_IsOnePiece() => Assert.Equal("abc", Shape(Highlighter.Cut("abc", [])));

    [Fact]
    public void Cut_EmptyText_IsNothing() => Assert.Empty(Highlighter.Cut("", [Span(0, 3)]));

    [Fact]
    public void Cut_OverlappingSpans_MarksTheOverlapAsBoth() =>
        Assert.Equal("0[a:12][a b:34][b:56]78", Shape(Highlighter.Cut("012345678", [Span(1, 5, "a"), Span(3, 7, "b")])));

    [Fact]
    public void Cut_NestedSpans_PutTheShorterFirst() =>
        Assert.Equal("[long:01][short long:23][long:45]", Shape(Highlighter.Cut("012345", [Span(0, 6, "long"), Span(2, 4, "short")])));

    [Fact]
    public void Cut_TouchingSpans_StayApart() =>
        Assert.Equal("[a:01][b:23]", Shape(Highlighter.Cut("0123", [Span(0, 2, "a"), Span(2, 4, "b")])));

    [Theory]
    [InlineData(-5, 2, "[k:01]23")]
    [InlineData(2, 99, "01[k:23]")]
    [InlineData(3, 1, "0123")]
    [InlineData(2, 2, "0123")]
    [InlineData(50, 60, "0123")]
    public void Cut_SpanThatDoesNotFit_IsCutToTheText(int start, int end, string expected) =>
        Assert.Equal(expected, Shape(Highlighter.Cut("0123", [Span(start, end)])));

    [Fact]
    public void Cut_EdgeInsideASurrogatePair_TakesThePairWhole()
    {
        const string text = "a🔥b"; // The flame is two code units, at 1 and 2.

        Assert.Equal("[k:a🔥]b", Shape(Highlighter.Cut(text, [Span(0, 2)])));
        Assert.Equal("a[k:🔥b]", Shape(Highlighter.Cut(text, [Span(2, 4)])));
    }

    [Fact]
    public void Cut_AnySpans_LosesNoText()
    {
        const string text = "Three 🔥 soldiers — über the Pyandzh — were killed.";
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            var spans = Enumerable.Range(0, random.Next(8)).Select(_ => Span(random.Next(-3, text.Length + 3), random.Next(-3, text.Length + 3)));
            var segments = Highlighter.Cut(text, spans);

            Assert.Equal(text, string.Concat(segments.Select(segment => segment.Text)));
            Assert.All(segments, segment => Assert.False(char.IsLowSurrogate(segment.Text[0])));
        }
    }
}
