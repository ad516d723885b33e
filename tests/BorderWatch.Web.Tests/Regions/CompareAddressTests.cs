using BorderWatch.Store.Actors;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

public sealed class CompareAddressTests
{
    private static readonly DateOnly s_today = new(2026, 11, 24);
    private static readonly Guid s_one = Guid.Parse("0190aaaa-0000-7000-8000-000000000001");
    private static readonly Guid s_other = Guid.Parse("0190aaaa-0000-7000-8000-000000000002");

    [Theory]
    [InlineData("last=30", BesidePeriod.None, null)]
    [InlineData("last=90&beside=before&role=target", BesidePeriod.Before, ActorRole.Target)]
    [InlineData("from=2026-01-01&to=2026-03-31&beside=year&role=perpetrator", BesidePeriod.Year, ActorRole.Perpetrator)]
    [InlineData("from=2026-01-01&to=2026-03-31&beside=2024-01-01..2024-02-29", BesidePeriod.Own, null)]
    public void Href_IsReadBackTheSame(string query, BesidePeriod beside, ActorRole? role)
    {
        var href = $"/regions/compare?region={s_one}&region={s_other}&{query}";

        var address = CompareAddress.Read(href, s_today);

        Assert.Equal([s_one, s_other], address.Regions);
        Assert.Equal((beside, role), (address.Beside, address.Role));
        Assert.Equal(href, address.Href);
    }

    [Fact]
    public void Then_IsAsLongAsThePeriod_UnlessTheReaderSaysOtherwise()
    {
        Assert.Equal((new DateOnly(2026, 10, 26), new DateOnly(2026, 11, 24)), (Of("last=30").Period.From, Of("last=30").Period.To));
        Assert.Equal(new(new(2026, 9, 26), new(2026, 10, 25)), Of("last=30&beside=before").Then);
        Assert.Equal(new(new(2025, 10, 26), new(2025, 11, 24)), Of("last=30&beside=year").Then);
        Assert.Equal(new(new(2026, 1, 1), new(2026, 1, 5)), Of("last=30&beside=2026-01-05..2026-01-01").Then);

        CompareAddress Of(string query) => CompareAddress.Read($"?{query}", s_today);
    }

    [Theory]
    [InlineData("?region=x&region=&beside=2026-13-01..y&role=king&last=-1")]
    [InlineData("?beside=2026-01-01..&from=2026-01-01")]
    public void Read_Nonsense_IsAsIfItWereNotThere(string query)
    {
        var address = CompareAddress.Read(query, s_today);

        Assert.Equal((0, 90, BesidePeriod.None, null), (address.Regions.Count, address.Period.Days, address.Beside, address.Role));
    }

    [Fact]
    public void Read_MoreRegionsThanCanBeRead_TakesTheFirst()
    {
        var many = string.Join('&', Enumerable.Range(0, 9).Select(_ => $"region={Guid.NewGuid()}").Prepend($"region={s_one}").Prepend($"region={s_one}"));

        var address = CompareAddress.Read($"?{many}", s_today);

        Assert.Equal((CompareAddress.Most, s_one), (address.Regions.Distinct().Count(), address.Regions[0]));
    }
}
