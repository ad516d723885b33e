using System.Text;
using BorderWatch.Ingestion.Datasets;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Datasets;

/// <summary>Records of other projects' datasets become reports whose every value is a quotation of the record.</summary>
public sealed class DatasetImportTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private const string AcledColumns = "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp";

    private const string AcledRow = "TAJ9001,26 November 2026,2026,1,Explosions/Remote violence,Air/drone strike,Unidentified Armed Group (Afghanistan),3,Civilians (China),7,Tajikistan,Khatlon,Shamsiddin Shohin,Istiqlol,37.61,70.05,1,Sample Wire,\"On 26 November, a drone crossed the river and hit the camp of a gold mine, killing three workers.\",3,1764400000";

    private const string UcdpColumns = "id,year,type_of_violence,side_a,side_b,source_article,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,best,high,low";

    [Fact]
    public async Task Acled_EveryValueIsAQuotationOfTheRecord()
    {
        var result = await ImportAsync($"{AcledColumns}\n{AcledRow}\n");

        Assert.Equal(("ACLED", 1, 1, 0), (result.Dataset, result.Result.Items, result.Result.NewIncidents, result.Result.Unreadable));
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(("Explosions/Remote violence", "Air/drone strike", "Air/drone strike in Istiqlol, Tajikistan"), (incident.EventType, incident.SubEventType, incident.Title));
        Assert.Equal((new DateOnly(2026, 11, 26), TimePrecision.Day), (incident.OccurredFrom, incident.TimePrecision));
        Assert.Equal(("Istiqlol", "Khatlon", "TJ", PlacePrecision.Exact), (incident.Place!.Name, incident.Place.Admin1, incident.Place.CountryCode, incident.PlacePrecision));
        Assert.Equal((3, 3, 3), (incident.Killed.Low!.Value, incident.Killed.Best!.Value, incident.Killed.High!.Value));
        Assert.Equal(
            [("Civilians (China)", ActorRole.Target, Attribution.Confirmed, "CN"), ("Unidentified Armed Group (Afghanistan)", ActorRole.Perpetrator, Attribution.Unidentified, "AF")],
            incident.Actors.Select(a => (a.Actor.Name, a.Role, a.Attribution, a.Actor.CountryCode)).OrderBy(a => a.Name));
        var article = Assert.Single(await ArticlesAsync());
        var claims = Assert.Single(incident.Reports).Claims;
        Assert.All(claims, c => Assert.Equal(c.Quote, article.Revisions[0].Text[c.QuoteStart..c.QuoteEnd]));
        Assert.All(claims, c => Assert.Equal("acled/1", c.Extractor));
        Assert.Equal("fatalities: 3", claims.Single(c => c.Field == ClaimField.Killed).Quote);
        Assert.Equal("acled/1", article.Extractor);
        Assert.Equal(SourceKind.Dataset, (await SourceAsync(article.SourceId)).Kind);
    }

    [Fact]
    public async Task SameFileAgain_ChangesNothing_AndAChangedRecordIsANewRevision()
    {
        await ImportAsync($"{AcledColumns}\n{AcledRow}\n");

        var again = await ImportAsync($"{AcledColumns}\n{AcledRow}\n");
        Assert.Equal((1, 0, 0, 0), (again.Result.Items, again.Result.NewArticles, again.Result.NewIncidents, again.Result.NewReports));

        await ImportAsync($"{AcledColumns}\n{AcledRow.Replace(",3,1764400000", ",4,1765400000", StringComparison.Ordinal)}\n");
        Assert.Equal(2, Assert.Single(await ArticlesAsync()).Revisions.Count);
        Assert.Equal(4, Assert.Single(await IncidentsAsync()).Killed.Best);
    }

    [Fact]
    public async Task Ucdp_GivesTheRangeOfDeaths_AndSidesOfAClash()
    {
        var result = await ImportAsync($"{UcdpColumns}\n512,2026,1,Government of Tajikistan,Jamaat Ansarullah,\"Sample Wire, a headline\",4,Khatlon province,Khatlon,,37.5,69.4,Tajikistan,2,2026-11-01,2026-11-04,5,9,2\n");

        Assert.Equal(("UCDP GED", 1), (result.Dataset, result.Result.NewIncidents));
        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal((2, 5, 9), (incident.Killed.Low!.Value, incident.Killed.Best!.Value, incident.Killed.High!.Value));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 4), TimePrecision.Week), (incident.OccurredFrom, incident.OccurredTo, incident.TimePrecision));
        Assert.Equal(("Armed clash", PlacePrecision.Admin1), (incident.SubEventType, incident.PlacePrecision));
        Assert.Equal([("Government of Tajikistan", ActorKind.State), ("Jamaat Ansarullah", ActorKind.Unknown)], incident.Actors.Select(a => (a.Actor.Name, a.Actor.Kind)).OrderBy(a => a.Name));
    }

    [Fact]
    public async Task CountOfZero_ClaimsNobodyKilledNorAlive()
    {
        await ImportAsync($"{AcledColumns}\n{AcledRow.Replace(",3,1764400000", ",0,1764400000", StringComparison.Ordinal)}\n");

        Assert.Null(Assert.Single(await IncidentsAsync()).Killed.Best);
    }

    [Theory]
    [InlineData("26 November 2026", "the day before yesterday", "Line 3: \"event_date\" is \"the day before yesterday\"; a day such as 2025-11-26 is expected.")]
    [InlineData("37.61,70.05", "137.61,70.05", "Line 3: \"latitude\" is \"137.61\"; degrees from -90 to 90 is expected.")]
    [InlineData("Air/drone strike", "Air strike", "Line 3: \"Explosions/Remote violence\" with \"Air strike\" is no type of the codebook of 2023.")]
    [InlineData(",3,1764400000", ",some,1764400000", "Line 3: \"fatalities\" is \"some\"; a number is expected.")]
    [InlineData("Istiqlol", "", "Line 3: \"location\" is empty.")]
    public async Task RowThatCannotBeRead_IsTold_AndTheOthersAreTakenOver(string right, string wrong, string told)
    {
        var result = await ImportAsync($"{AcledColumns}\n{AcledRow}\n{AcledRow.Replace("TAJ9001", "TAJ9002", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal)}\n");

        Assert.Equal((2, 1, 1), (result.Result.Items, result.Result.NewArticles, result.Result.Unreadable));
        Assert.Equal(told, Assert.Single(result.Refused));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("a,b\n1,2\n", "The file's columns are not those of ACLED or UCDP GED: their first line must name them.")]
    [InlineData("event_id_cnty,event_date,event_type,sub_event_type,country,location,latitude,longitude,fatalities\n", "This looks like a file of ACLED, but has no column time_precision, geo_precision: export it with all columns.")]
    public async Task FileOfAnotherKind_IsRefusedInASentence(string csv, string error) => Assert.Equal(error, (await ImportAsync(csv)).Error);

    [Fact]
    public async Task SemicolonsAndAByteOrderMark_AreRead() =>
        Assert.Equal(1, (await ImportAsync($"\uFEFF{AcledColumns.Replace(',', ';')}\n{AcledRow.Replace("\"On 26 November, a drone crossed the river and hit the camp of a gold mine, killing three workers.\"", "A drone hit a camp.", StringComparison.Ordinal).Replace(',', ';')}\n")).Result.NewIncidents);

    [Fact]
    public async Task Record_JoinsTheIncidentThatAnOutletReports_AndIsNotReadAnew()
    {
        var outlet = await SourceAsync("First", Outlet.Serve("/feed", "").ToString());
        await TakeAsync(outlet, "Drone kills three in Istiqlol", "Three people were killed on Thursday when a drone hit the camp of a gold mine near Istiqlol, in the Shamsiddin Shohin district of Tajikistan's Khatlon region, officials said.", "2026-11-27");
        var before = Assert.Single(await IncidentsAsync());

        var result = await ImportAsync($"{AcledColumns}\n{AcledRow}\n");

        Assert.Equal((0, 1), (result.Result.NewIncidents, result.Result.NewReports));
        Assert.Equal((before.Id, 2), (Assert.Single(await IncidentsAsync()) is var i ? i.Id : default, (await IncidentsAsync())[0].ReportCount));
        Assert.Equal(1, (await Pipeline.Get<IReprocessing>().CompareAsync(default, Caller.Local, null, Stop)).Articles);
    }

    private async Task<DatasetResult> ImportAsync(string csv)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await Pipeline.Get<IDatasetImport>().ImportAsync(file, Caller.Local, null, Stop);
    }
}
