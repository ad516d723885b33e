using BorderWatch.Ingestion.Scheduling;

namespace BorderWatch.Cli.Ingest;

/// <summary>Says what a poll brought.</summary>
internal static class ResultWords
{
    /// <summary>Prints it in a line; returns the exit status.</summary>
    public static int Print(string name, PollResult result)
    {
        if (result.Error is not null)
        {
            Console.Error.WriteLine($"{name}: {result.Error}");
            return 1;
        }
        Console.WriteLine($"{name}: {Line(result)}");
        return 0;
    }

    /// <summary>"12 articles, 10 of them new; 6 new incidents, 3 more reports of known ones".</summary>
    public static string Line(PollResult result)
    {
        var unreadable = result.Unreadable == 0 ? "" : $"; {result.Unreadable} could not be read";
        return $"{Count(result.Items, "article")}, {result.NewArticles} of them new; {Count(result.NewIncidents, "new incident")}, {Count(result.NewReports, "more report")} of known ones{unreadable}.";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
