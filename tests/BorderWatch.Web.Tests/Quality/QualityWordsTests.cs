using BorderWatch.Store.Incidents;
using BorderWatch.Store.Quality;
using BorderWatch.Web.Quality;

namespace BorderWatch.Web.Tests.Quality;

public sealed class QualityWordsTests
{
    private static readonly DateOnly s_today = new(2026, 11, 30);

    [Theory]
    [InlineData(0, 0, "none")]
    [InlineData(7, 9, "7 of 9, few")]
    [InlineData(29, 29, "29 of 29, few")]
    [InlineData(81, 100, "81 % (72–87)")]
    [InlineData(213, 213, "100 % (98–100)")]
    [InlineData(30, 30, "100 % (89–100)")]
    [InlineData(999, 1000, "99 % (99–100)")]
    [InlineData(1, 1000, "1 % (0–1)")]
    public void Agreement_SaysNoMoreThanIsKnown(int agreed, int all, string words) => Assert.Equal(words, QualityWords.Of(new Agreement(agreed, all)));

    [Fact]
    public void Address_IsReadAsItWasWritten()
    {
        var address = new QualityAddress(3, null);
        var source = Guid.NewGuid();

        Assert.Equal(new QualitySlice(new(2026, 9, 1)) { Field = ClaimField.Killed, Outcome = FieldOutcome.Added }, Read(address.To(ClaimField.Killed, FieldOutcome.Added)));
        Assert.Equal(new QualitySlice(new(2026, 9, 1)) { Month = new DateOnly(2026, 10, 1) }, Read(address.To(month: new DateOnly(2026, 10, 1))));
        Assert.Equal(new QualitySlice(new(2026, 9, 1)) { SourceId = source }, Read(address.To(source: source)));
        Assert.Equal(new QualitySlice(new(2026, 9, 1)) { Field = ClaimField.Kind, BetweenEditors = true }, Read(address.To(ClaimField.Kind, betweenEditors: true)));
    }

    [Theory]
    [InlineData("?months=12")]
    [InlineData("?months=7&field=99&what=Left&month=2026-99&source=x&between=us")]
    [InlineData("?field=%00&what=drop")]
    public void Address_OfNonsense_IsTheUsualPage(string query) => Assert.Equal(new QualityAddress(12, null), QualityAddress.Parse($"http://127.0.0.1/quality{query}", s_today));

    private static QualitySlice? Read(string address) => QualityAddress.Parse($"http://127.0.0.1{address}", s_today).Behind;
}
