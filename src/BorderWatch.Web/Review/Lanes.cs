using BorderWatch.Store.Desk;

namespace BorderWatch.Web.Review;

/// <summary>The desk's lanes as addresses and readers name them.</summary>
public static class Lanes
{
    /// <summary>All, in the order that they stand on the desk: the name in the address, the name on the screen, what lies in it.</summary>
    public static IReadOnlyList<(DeskLane Lane, string Key, string Name, string Empty)> All { get; } =
    [
        (DeskLane.Review, "review", "To review", "Everything has been confirmed or rejected. New incidents appear here as reports arrive."),
        (DeskLane.Differ, "differ", "Reports differ", "No reports contradict each other on anything that an editor has not ruled on."),
        (DeskLane.Duplicates, "duplicates", "Possible duplicates", "No two incidents look alike without being one."),
        (DeskLane.Challenged, "challenged", "Ruling challenged", "Nothing has come that contradicts what editors ruled."),
        (DeskLane.SecondOpinion, "opinions", "Second opinion differs", "No language model reads an unreviewed incident otherwise than the extractor."),
        (DeskLane.Unlikely, "unlikely", "Likely not an incident", "The classifier finds no unreviewed incident unlikely. It has a say only while it is on: see Learning."),
        (DeskLane.Assigned, "assigned", "Assigned to you", "Nothing is assigned to you. An incident's page has a field for it."),
        (DeskLane.Mentions, "mentions", "Mentions", "No comment names you that you have not put aside. Names are written as @name in an incident's comments."),
    ];

    /// <summary>The lane of a name in an address; null for none and for an unknown one.</summary>
    public static DeskLane? Of(string? key)
    {
        foreach (var lane in All)
        {
            if (lane.Key == key) return lane.Lane;
        }
        return null;
    }

    /// <summary>As <see cref="Of"/>, where the lane is a queue of incidents; else the first.</summary>
    public static DeskLane Queue(string? key) => Of(key) is { } lane and not (DeskLane.Duplicates or DeskLane.Mentions) ? lane : DeskLane.Review;

    /// <summary>The name in the address.</summary>
    public static string Key(DeskLane lane) => All.First(known => known.Lane == lane).Key;
}
