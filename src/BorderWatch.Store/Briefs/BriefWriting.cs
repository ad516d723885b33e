using System.Globalization;
using System.Text.Json;
using BorderWatch.Store.History;

namespace BorderWatch.Store.Briefs;

/// <summary>The rows that a brief is made of.</summary>
internal static class BriefWriting
{
    /// <summary>Adds a brief with its first version and its revision.</summary>
    public static void Begin(BorderWatchDbContext db, Brief brief, BriefContent content, string action)
    {
        var title = $"{content.RegionName}, {Days(brief.From, brief.To)}";
        brief.Versions.Add(Version(brief.Id, 1, new BriefText(title, "", ""), content.ToJson(), brief.CreatedAt, brief.CreatedBy));
        db.Add(brief);
        Record(db, brief.Id, brief.CreatedAt, brief.CreatedBy, action, new { title = new { from = (string?)null, to = title } });
    }

    /// <summary>A version to add.</summary>
    public static BriefVersion Version(Guid brief, int number, BriefText text, string content, DateTimeOffset at, string by) => new()
    {
        BriefId = brief,
        Number = number,
        Title = text.Title.Length > BriefText.LongestTitle ? text.Title[..BriefText.LongestTitle] : text.Title,
        Assessment = text.Assessment,
        Outlook = text.Outlook,
        Content = content,
        SavedAt = at,
        SavedBy = by,
    };

    /// <summary>Adds a revision of a brief, or of a schedule.</summary>
    public static void Record(BorderWatchDbContext db, Guid subject, DateTimeOffset at, string by, string action, object changes, string subjectType = "brief") => db.Add(new Revision
    {
        SubjectType = subjectType,
        SubjectId = subject,
        At = at,
        By = by,
        Action = action,
        Changes = JsonSerializer.Serialize(changes),
    });

    private static string Days(DateOnly from, DateOnly to) => from == to
        ? string.Create(CultureInfo.InvariantCulture, $"{to:d MMM yyyy}")
        : string.Create(CultureInfo.InvariantCulture, $"{from:d MMM} to {to:d MMM yyyy}");
}
