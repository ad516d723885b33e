using System.Globalization;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;
using Microsoft.AspNetCore.Http;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>What differs from reader to reader, and what does not.</summary>
public sealed class ReaderTests
{
    private static readonly ReaderSettings s_persian = new("fa");
    private static readonly DateOnly s_day = new(2026, 11, 30);

    [Theory]
    [InlineData("en", DateForm.Words, "30 Nov 2026")]
    [InlineData("en", DateForm.Numbers, "2026-11-30")]
    [InlineData("en", DateForm.SolarHijri, "9 Azar 1405")]
    [InlineData("fa", DateForm.Words, "30 نوامبر 2026")]
    [InlineData("fa", DateForm.Numbers, "2026-11-30")]
    [InlineData("fa", DateForm.SolarHijri, "9 آذر 1405")]
    public void Day_IsInTheFormOfTheReader(string language, DateForm form, string expected) =>
        Assert.Equal(expected, Speaking.For(new(language, Dates: form), () => DateWords.Day(s_day)));

    [Theory]
    [InlineData(null, "30 Nov 2026, 21:30 UTC")]
    [InlineData("Asia/Dushanbe", "1 Dec 2026, 02:30 UTC+5")]
    [InlineData("Asia/Kabul", "1 Dec 2026, 02:00 UTC+4:30")]
    [InlineData("America/New_York", "30 Nov 2026, 16:30 UTC−5")]
    public void Moment_IsInTheZoneOfTheReader(string? zone, string expected) =>
        Assert.Equal(expected, Speaking.For(new("en", zone), () => DateWords.Moment(new(2026, 11, 30, 21, 30, 0, TimeSpan.Zero))));

    [Fact]
    public void Month_StaysInTheCalendarOfTheReports() =>
        Assert.Equal("in November 2026", Speaking.For(new("en", Dates: DateForm.SolarHijri), () => DateWords.Period(new(2026, 11, 1), s_day, TimePrecision.Month)));

    [Fact]
    public void Persian_NumbersForMachinesStayAsTheyAre() =>
        Assert.Equal("1234.5 30/11/2026", Speaking.For(s_persian, () => $"{1234.5} {s_day:dd/MM/yyyy}"));

    [Fact]
    public void Persian_NounsStaySingularAfterNumbers() =>
        Assert.Equal("1,204 گزارش", Speaking.For(s_persian, () => CountWords.Of(1204, "report")));

    [Fact]
    public void Persian_CountryHasItsPersianName() => Assert.Equal("تاجیکستان", Speaking.For(s_persian, () => CountryName.Of("TJ")));

    [Fact]
    public void Persian_LatinNameIsKeptApart() => Assert.Equal("نزدیک \u2066Shuroobod\u2069", Speaking.For(s_persian, () => PlaceWords.Of("Shuroobod", PlacePrecision.Near)));

    [Fact]
    public void TextWithoutTranslation_IsSaidInEnglish() => Assert.Equal("no such name", Speaking.For(s_persian, () => Say.Name("no such name")));

    [Fact]
    public void Context_IsNotSaid() => Assert.Equal("by 30 Nov 2026", Say.It("by {0}¦day", DateWords.Day(s_day)));

    [Fact]
    public void NobodyInParticular_ReadsEnglishAndUtc() => Assert.Equal(("en", TimeZoneInfo.Utc, DateForm.Words), (Language.Current.Tag, Reader.Zone, Reader.Dates));

    [Fact]
    public void Keep_SpeaksToItsReaderFromElsewhere()
    {
        var said = "";
        var kept = Speaking.For(s_persian, () => Reader.Keep(() => said = Language.Current.Tag + CultureInfo.CurrentCulture.Name));
        kept();
        Assert.Equal("fa", said);
        Assert.Equal("en", Language.Current.Tag);
    }

    [Theory]
    [InlineData("fa|Asia/Kabul|Numbers", "fa", "Asia/Kabul", DateForm.Numbers)]
    [InlineData("xx|Mars/Olympus|17", null, null, null)]
    [InlineData("fa|../../etc/passwd|Words", "fa", null, DateForm.Words)]
    [InlineData("||", null, null, null)]
    [InlineData("nonsense", null, null, null)]
    public void Cookie_WhatMakesNoSenseIsNotChosen(string kept, string? language, string? zone, DateForm? dates)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{ReaderCookie.Name}={Uri.EscapeDataString(kept)}";
        Assert.Equal(new ReaderSettings(language, zone, dates), ReaderCookie.Of(context.Request));
    }
}
