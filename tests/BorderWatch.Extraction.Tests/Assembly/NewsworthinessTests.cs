namespace BorderWatch.Extraction.Tests.Assembly;

public sealed class NewsworthinessTests
{
    [Theory]
    // Talk of violence in general.
    [InlineData("Bandits have killed thousands of farmers in the last ten years, and nobody expects a change soon.")]
    [InlineData("Attacks on miners worry investors, the bank wrote in its outlook.")]
    [InlineData("The party said that violence never serves the people and that killings must end.")]
    // Plans, threats, fears, conditions.
    [InlineData("The embassy in Bamako warned of possible attacks on hotels during the holidays.")]
    [InlineData("The militia threatened to attack the refinery unless its men were freed.")]
    [InlineData("We must not let the raiders kill our sons, the deputy told the assembly in Bogota on Monday.")]
    // Anniversaries and trials.
    [InlineData("Hundreds gathered in Madrid on Tuesday for the anniversary of the train bombing.")]
    [InlineData("A court in Nairobi sentenced a man to life imprisonment on Monday for the murder of a nun.")]
    // Figures of speech, sport, film.
    [InlineData("The central bank fired another shot in its war against inflation on Tuesday, a bombshell for traders in Lagos.")]
    [InlineData("It was like killing two birds with one stone, the mayor of Lima said on Monday.")]
    [InlineData("The winger scored twice as the champions attacked from the start in Seville on Sunday.")]
    [InlineData("Shooting of the new film begins in Rabat on Monday.")]
    // Diplomacy.
    [InlineData("Quito sent Lima a protest note on Monday over the fishing zone.")]
    // Accidents.
    [InlineData("A helicopter accident on a patrol operation near Tumbes killed its pilot on Monday.")]
    [InlineData("A gas cylinder explosion killed two cooks in Sylhet on Monday.")]
    [InlineData("His motorcycle went off the road near Gulu on Monday.")]
    [InlineData("Snow covered Herat on Monday; two dead.")]
    [InlineData("The senate rose on Tuesday over the deaths of two former members in Abuja.")]
    // Police work of every day.
    [InlineData("Officers executed a search warrant at a garage in Lusaka on Monday.")]
    // Statistics.
    [InlineData("Political violence killed 412 people in September, the institute said.")]
    public void Select_ReportsNothing(string text) => Assert.Empty(Reports.Incidents(text));

    [Theory]
    [InlineData("Thousands marched to the parliament in Tbilisi on Monday.")]
    [InlineData("Fighting between the army and the rebels near Goma has displaced 3,000 people.")]
    [InlineData("The Ahmad Shah Front has claimed responsibility for a blast at a barracks in Kabul.")]
    [InlineData("A reporter was beaten by plainclothes men in Minsk while he tried to film the arrests.")]
    [InlineData("The union conducted protests in Multan against the sale of the grid.")]
    public void Select_ReportsABriefThatTellsLittle(string text) => Assert.NotEmpty(Reports.Incidents(text));

    [Fact]
    public void Select_LeavesOutWhatIsLongPast()
    {
        const string text = """
            Masked men stabbed the deputy mayor of Sullana, Raul Ortiz Pena, at his home early on Thursday.
            Neighbours heard shouts and called the police, who closed the street.
            He had run a bakery before he entered politics.
            He is the second councillor to be killed there. On 3 March 2023 Marta Quispe was riddled with bullets.
            """;
        Assert.Equal("Violence against civilians", Assert.Single(Reports.Incidents(text)).Kind.Type);
    }

    [Fact]
    public void Select_LeavesOutYearlySums()
    {
        const string text = """
            A bomb cut the Andean pipeline near Tibu on Wednesday and set a grove alight.
            Engineers closed the valves within the hour.
            So far this year the line has suffered 61 attacks, the director added in Cucuta.
            Repairs will take a week, he said.
            """;
        Assert.Single(Reports.Incidents(text));
    }
}
