using System.Globalization;
using BorderWatch.Web.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>English sentences of other parts of the program, in Persian.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("Write something first.", "نخست چیزی بنویسید.")]
    [InlineData("The tag “border” is there already.", "برچسب «border» از پیش هست.")]
    [InlineData("“North” is a synonym of the tag “Border” already. Take it off there first, or choose another word.", "«North» از پیش مترادف برچسب «Border» است. نخست آن را از آنجا بردارید، یا واژهٔ دیگری برگزینید.")]
    [InlineData("“mir.example” has not answered for some time; it is asked again in 5 minutes.", "«mir.example» مدتی است پاسخ نداده؛ 5 دقیقه دیگر دوباره پرسیده می‌شود.")]
    [InlineData("Give one value for the weapon.", "برای سلاح یک مقدار بدهید.")]
    public void Sentence_IsSaidWithItsValues(string english, string persian) => Assert.Equal(persian, Persian(() => Say.Answer(english)));

    [Theory]
    [InlineData("Something that no command says")]
    [InlineData("نخست چیزی بنویسید.")]
    public void WhatIsNotKnown_StaysAsItIs(string text) => Assert.Equal(text, Persian(() => Say.Answer(text)));

    [Fact]
    public void Value_ThatReadsAsASentence_IsNotTakenApart() => Assert.Equal("برچسب «Herat reports» از پیش هست.", Persian(() => Say.Answer("The tag “Herat reports” is there already.")));

    [Fact]
    public void Reader_InEnglish_GetsTheSentenceItself() => Assert.Equal("There is nothing to undo.", Say.Answer("There is nothing to undo."));

    [Theory]
    [InlineData("same day, 0 km apart, same weapon; but killed 3 and 11", "همان روز، با 0 کیلومتر فاصله، همان سلاح؛ اما کشته: 3 و 11")]
    [InlineData("reported within three days, date not said, 4 killed in both, both name school, mosque", "گزارش با سه روز فاصله یا کمتر، تاریخ گفته نشده، 4 کشته در هر دو، هر دو از مدرسه نام می‌برند، مسجد")]
    [InlineData("same place; but guns and drone", "همان مکان؛ اما سلاح گرم و پهپاد")]
    [InlineData("the same text as the report of Steppe Wire, counted once", "همان متن گزارش Steppe Wire، یک بار شمرده شد")]
    public void ReasonsOfMatching_AreSaidPieceByPiece(string english, string persian) => Assert.Equal(persian, Persian(() => MatchWords.Of(english)));

    // Without the marks that set values apart.
    private static string? Persian(Func<string?> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Language.Persian.Culture;
            return say()?.Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2067", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
