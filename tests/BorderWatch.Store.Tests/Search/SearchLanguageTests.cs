using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Search;
using BorderWatch.Store.Timeline;
using CsCheck;

namespace BorderWatch.Store.Tests.Search;

public sealed class SearchLanguageTests(World world) : IClassFixture<World>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISearchLanguage Language => world.Store.Get<ISearchLanguage>();

    [Theory]
    [InlineData("killed:>3", "4..")]
    [InlineData("killed:>=3", "3..")]
    [InlineData("killed:3+", "3..")]
    [InlineData("killed:3", "3")]
    [InlineData("killed:<10", "..9")]
    [InlineData("killed:3..10", "3..10")]
    public async Task Counts(string text, string range) => Assert.Equal(range, (await FilterAsync(text)).Killed?.ToString());

    [Theory]
    [InlineData("after:2025-11", "2025-11-01", null)]
    [InlineData("before:2026", null, "2025-12-31")]
    [InlineData("during:2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("after:2025-11-24 before:2025-11-26", "2025-11-24", "2025-11-25")]
    public async Task Days(string text, string? from, string? to)
    {
        var filter = await FilterAsync(text);

        Assert.Equal((from, to), (filter.From?.ToString("O"), filter.To?.ToString("O")));
    }

    [Fact]
    public async Task Types_ByABeginning_AndSubTypesByAPart()
    {
        var filter = await FilterAsync("type:battle type:drone type:\"suicide bomb\"");

        Assert.Equal(["Battles"], filter.EventTypes);
        Assert.Equal(["Air/drone strike", "Suicide bomb"], filter.SubEventTypes);
    }

    [Fact]
    public async Task Names_BecomeWhatTheyStandFor_AndWordsStay()
    {
        var filter = await FilterAsync("fog actor:farmers by:\"border guards\" in:kyrgyzstan in:Khatlon source:pamir tag:water weapon:MORTAR status:confirmed has:conflict no:toll -is:demo precision:district confidence:80%");

        Assert.Equal("fog", filter.Text);
        Assert.Equal([new(Actor("Farmers")), new(Actor("Border Guards"), ActorRole.Perpetrator)], filter.Actors);
        Assert.Equal(("KG", "Khatlon"), (filter.Countries.Single(), filter.Admin1));
        Assert.Equal(world.All.SelectMany(i => i.Sources).First(source => source.Name == "Pamir Post").Id, filter.SourceId);
        Assert.Equal(("Water dispute", "mortar"), (filter.Tags.Single(), filter.Weapon));
        Assert.Equal((IncidentStatus.Confirmed, true, true, false, PlacePrecision.Admin2, 0.8),
            (filter.Status!.Value, filter.InConflict, filter.WithoutToll, filter.IsDemo!.Value, filter.Precision!.Value, filter.Confidence!.Value));
    }

    [Fact]
    public async Task Places_RegionBeforeProvinceBeforePlace()
    {
        Assert.Equal(world.Region, (await FilterAsync("in:\"Pamir and Kyrgyzstan\"")).RegionId);
        Assert.Equal("Osh", (await FilterAsync("in:osh")).Admin1);
        Assert.NotNull((await FilterAsync("in:Khorugh")).PlaceId);
    }

    [Theory]
    [InlineData("perpetrator:ISKP", "is nothing that can be searched by")]
    [InlineData("killed:many", "Write a number: killed:3")]
    [InlineData("killed:9..3", "Write a number")]
    [InlineData("after:yesterday", "after:2025-11")]
    [InlineData("type:football", "Write one of Battles")]
    [InlineData("actor:Zorro", "Nothing called “Zorro” is known")]
    [InlineData("actor:s", "can be several")]
    [InlineData("tag:", "a value is missing")]
    [InlineData("-actor:farmers", "Take the minus away")]
    [InlineData("status:maybe", "status:confirmed")]
    [InlineData("confidence:700%", "confidence:90%")]
    [InlineData("after:2026 before:2025", "end before they begin")]
    public async Task WhatCannotBeRead_IsSaid(string text, string sentence)
    {
        var read = await Language.ReadAsync(new() { Text = text }, Cancellation);

        Assert.Contains(sentence, Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    /// <summary>No text makes it fail, and every term is either a part of the filter or a sentence.</summary>
    [Fact]
    public async Task AnyText_IsReadOrComplainedAbout()
    {
        var piece = Gen.OneOf(
            Gen.OneOf([.. SearchKey.All.Select(key => key.Name + ":"), .. SearchKey.All.Select(key => key.Example + " "), "\"", " ", "-", "..", ">", "%", "\\", "_", "\0", "\ud83d", "'", "99999999999"]),
            Gen.String[Gen.Char, 0, 4]);
        await piece.Array[1, 8].Select(string.Concat).SampleAsync(async text =>
        {
            var terms = SearchText.Read(text).Terms.Count;
            var read = await Language.ReadAsync(new() { Text = text }, CancellationToken.None);
            var unchanged = read.Filter with { Text = null } == new TimelineFilter();
            await Language.CompleteAsync(text, CancellationToken.None);
            Assert.True(terms == 0 || read.Problems.Count > 0 || !unchanged, text);
        }, iter: 300);
    }

    [Theory]
    [InlineData("dro ac", "dro actor:")]
    [InlineData("killed:3 status:con", "killed:3 status:confirmed ")]
    [InlineData("actor:\"border g", "actor:\"Border Guards\" ")]
    [InlineData("in:khat", "in:Khatlon ")]
    [InlineData("source:post", "source:\"Pamir Post\" ")]
    public async Task Complete_OffersTheWholeText(string typed, string expected) =>
        Assert.Contains(expected, (await Language.CompleteAsync(typed, Cancellation)).Select(offer => offer.Text));

    [Theory]
    [InlineData("")]
    [InlineData("drone ")]
    [InlineData("\"ac")]
    [InlineData("nonsense:x")]
    public async Task Complete_OffersNothingWhereNothingIsBegun(string typed) => Assert.Empty(await Language.CompleteAsync(typed, Cancellation));

    private async Task<TimelineFilter> FilterAsync(string text)
    {
        var read = await Language.ReadAsync(new() { Text = text }, Cancellation);
        Assert.Empty(read.Problems);
        return read.Filter;
    }

    private Guid Actor(string name) => world.All.SelectMany(i => i.Actors).First(actor => actor.Name == name).Id;
}
