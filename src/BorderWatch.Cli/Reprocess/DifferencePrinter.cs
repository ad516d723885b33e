using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Cli.Reprocess;

/// <summary>Prints each article that differs; on a terminal, how far it has come as well.</summary>
internal sealed class DifferencePrinter : IProgress<ArticleDifference>
{
    public void Report(ArticleDifference value)
    {
        End();
        if (value.Reports.Count > 0) Console.WriteLine($"{value.Source}: {(value.Headline.Length > 0 ? value.Headline : value.ArticleId)}");
        foreach (var report in value.Reports)
        {
            Console.WriteLine($"  {(report.Kind switch { DifferenceKind.Appears => '+', DifferenceKind.Vanishes => '-', _ => '~' })} {report.Title}");
            foreach (var field in report.Values) Console.WriteLine($"      {field.Field.ToString().ToLowerInvariant()}: {Words(field.Before)} → {Words(field.Now)}");
        }
        if (!Console.IsErrorRedirected) Console.Error.Write($"{value.Done} of {value.Total}");
    }

    /// <summary>Takes the line of progress away.</summary>
    public void End()
    {
        if (!Console.IsErrorRedirected) Console.Error.Write("\r                    \r");
    }

    private static string Words(IReadOnlyList<ClaimValue> values) => values.Count == 0 ? "nothing" : string.Join("; ", values.Select(Words));

    private static string Words(ClaimValue value) => value switch
    {
        ClaimValue.Kind kind => $"{kind.EventType}, {kind.SubEventType}",
        ClaimValue.Occurred day => day.From == day.To ? $"{day.From:yyyy-MM-dd}" : $"{day.From:yyyy-MM-dd} to {day.To:yyyy-MM-dd}",
        ClaimValue.Place place => string.Join(", ", new[] { place.Name, place.Admin1, place.CountryCode }.Where(part => part is { Length: > 0 })),
        ClaimValue.Actor actor => $"{actor.Name} ({actor.Role.ToString().ToLowerInvariant()})",
        ClaimValue.Casualties count => count.Low == count.High ? $"{count.Best ?? count.Low}" : $"{count.Low}–{count.High} (best {count.Best})",
        ClaimValue.Text text => text.Words ?? "unnamed",
        _ => value.ToJson(),
    };
}
