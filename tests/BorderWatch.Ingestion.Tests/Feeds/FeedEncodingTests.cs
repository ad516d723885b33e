using System.Text;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Tests.Feeds;

/// <summary>Bytes to text, in the encodings that outlets of the region use and in those that they only say they use.</summary>
public sealed class FeedEncodingTests
{
    static FeedEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "Ҷаҳонгир дар Хоруғ")]
    [InlineData("windows-1251", "Взрыв на границе")]
    [InlineData("koi8-r", "Взрыв на границе")]
    [InlineData("windows-1256", "خبر از مرز")]
    [InlineData("iso-8859-1", "Échange de tirs")]
    [InlineData("gb18030", "边境事件")]
    public void Declared_IsBelieved(string encoding, string title) =>
        Assert.Equal(title, TitleOf(Encoding.GetEncoding(encoding).GetBytes(Feed(title, encoding)), null));

    [Fact]
    public void ContentType_OutranksTheDeclaration() =>
        Assert.Equal("Взрыв", TitleOf(Encoding.GetEncoding("windows-1251").GetBytes(Feed("Взрыв", "iso-8859-5")), "application/rss+xml; charset=windows-1251"));

    [Fact]
    public void WrongContentType_IsOverruledByBytesThatDoNotFit() =>
        Assert.Equal("Взрыв на мосту", TitleOf(Encoding.GetEncoding("windows-1251").GetBytes(Feed("Взрыв на мосту", "windows-1251")), "text/xml; charset=utf-8"));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void ByteOrderMark_OutranksAll(string encoding)
    {
        var named = Encoding.GetEncoding(encoding);
        Assert.Equal("Хоруғ", TitleOf([.. named.GetPreamble(), .. named.GetBytes(Feed("Хоруғ", "iso-8859-1"))], "text/xml; charset=iso-8859-1"));
    }

    [Fact]
    public void Utf16Declaration_OfBytesThatAreUtf8_IsNotBelieved() =>
        Assert.Equal("Хоруғ", TitleOf(Encoding.UTF8.GetBytes(Feed("Хоруғ", "utf-16")), null));

    [Fact]
    public void UnknownEncoding_IsReadAsUtf8() => Assert.Equal("Хоруғ", TitleOf(Encoding.UTF8.GetBytes(Feed("Хоруғ", "x-user-defined-9")), null));

    [Fact]
    public void Undeclared_IsGuessedFromTheBytes()
    {
        const string title = "Пограничники сообщили о перестрелке на участке границы, пострадавших среди них нет, дорога закрыта";
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes($"<rss version=\"2.0\"><channel><item><title>{title}</title></item></channel></rss>");

        Assert.Equal(title, TitleOf(bytes, null));
    }

    [Fact]
    public void StrayByte_CostsOneCharacterAndNoMore()
    {
        var bytes = Encoding.UTF8.GetBytes(Feed("Хоруғ и Панҷ", "utf-8"));
        bytes[Array.LastIndexOf(bytes, (byte)' ')] = 0xFF;

        Assert.Equal("Хоруғ и�Панҷ", TitleOf(bytes, null));
    }

    private static string Feed(string title, string encoding) =>
        $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><rss version=\"2.0\"><channel><item><title>{title}</title></item></channel></rss>";

    private static string? TitleOf(byte[] bytes, string? contentType)
    {
        var reading = FeedReader.Read(bytes, contentType);
        Assert.Null(reading.Error);
        return Assert.Single(reading.Feed!.Items).Title;
    }
}
