using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Decides which clauses tell of the same incident.</summary>
internal static class DraftMerger
{
    /// <summary>The incidents of an article in the order in which it tells them.</summary>
    public static List<IncidentDraft> Merge(List<EventMention> mentions)
    {
        var drafts = new List<IncidentDraft>();
        IncidentDraft? current = null;
        foreach (var mention in mentions)
        {
            var home = Home(drafts, current, mention);
            // "The attacks resemble …" tells nothing new: it speaks of what was told, or of nothing reported here.
            if (home is null && mention.Anaphoric && mention.Casualties.Count == 0 && mention.Date is null && drafts.Count > 0) continue;
            if (home is null)
            {
                home = new IncidentDraft(mention);
                drafts.Add(home);
            }
            else home.Mentions.Add(mention);
            current = home;
        }
        return drafts;
    }

    private static IncidentDraft? Home(List<IncidentDraft> drafts, IncidentDraft? current, EventMention mention)
    {
        if (current is null) return null;
        if (mention.Anaphoric && !mention.Separate && Fits(current, mention)) return current;
        if (!mention.Separate && !StandsAlone(current, mention) && Fits(current, mention)) return current;
        // Back to an incident told before: same place or same day, and nothing against it.
        foreach (var draft in drafts)
            if (draft != current && !mention.Separate && Fits(draft, mention) && SharesSomething(draft, mention)) return draft;
        return null;
    }

    private static bool Fits(IncidentDraft draft, EventMention mention) =>
        !PlacesConflict(draft, mention) && !DatesConflict(draft, mention) && FamiliesFit(draft, mention) && mention.Background == draft.Background;

    // Something of its own although nothing contradicts: another clause of the same sentence, told with another means.
    private static bool StandsAlone(IncidentDraft current, EventMention mention)
    {
        var before = current.Mentions[^1];
        return before.Sentence == mention.Sentence && before.Clause != mention.Clause;
    }

    private static bool SharesSomething(IncidentDraft draft, EventMention mention) =>
        draft.Mentions[0].Sentence.InTitle
        || mention.Place is { } place && draft.Place is { } own && place.Place.Name == own.Place.Name
        || mention.Date is { } date && draft.Date is { } ownDate && date.Period == ownDate.Period;

    private static bool PlacesConflict(IncidentDraft draft, EventMention mention)
    {
        if (mention.Place is not { } a) return false;
        foreach (var other in draft.Mentions)
        {
            if (other.Place is not { } b) continue;
            if (a.Place.Country is not null && b.Place.Country is not null && a.Place.Country != b.Place.Country && a.Place.Precision != Places.PlacePrecision.Border && b.Place.Precision != Places.PlacePrecision.Border) return true;
            if (a.Place.Admin1 is not null && b.Place.Admin1 is not null && a.Place.Admin1 != b.Place.Admin1) return true;
            if (a.IsPrecise && b.IsPrecise && a.Place.Name != b.Place.Name && a.Level == b.Level
                && a.Place is { Latitude: { } la, Longitude: { } lo } && b.Place is { Latitude: { } lb, Longitude: { } lob }
                && Math.Abs(la - lb) + Math.Abs(lo - lob) > 0.3) return true;
        }
        return false;
    }

    private static bool DatesConflict(IncidentDraft draft, EventMention mention) =>
        mention.Date is { IsOccasion: true, Period: { From: { } from, To: { } to } }
        && draft.Mentions.Exists(m => m.Date is { IsOccasion: true, Period: { From: { } otherFrom, To: { } otherTo } } && (from > otherTo || to < otherFrom));

    private static bool FamiliesFit(IncidentDraft draft, EventMention mention)
    {
        var a = Group(draft.Lead.Main.Family);
        var b = Group(mention.Main.Family);
        // Arrests, operations and protests that follow an attack belong to its story; by themselves they are their own.
        return a == b || a == Theme.Any || b == Theme.Any || b == Theme.Police
            || a == Theme.Police && b == Theme.Violence
            || a == Theme.Violence && b == Theme.Abduction && mention.Anaphoric
            || a == Theme.Abduction && b == Theme.Violence && mention.Casualties.Count > 0
            || a == Theme.Crowd && b == Theme.Violence && mention.Main.Family is not (TriggerFamily.SuicideBomb or TriggerFamily.AirStrike or TriggerFamily.Abduction);
    }

    private enum Theme { Any, Violence, Abduction, Crowd, Police, Politics }

    private static Theme Group(TriggerFamily family) => family switch
    {
        TriggerFamily.Reference or TriggerFamily.Injury or TriggerFamily.Killing => Theme.Any,
        TriggerFamily.Abduction or TriggerFamily.Sexual => Theme.Abduction,
        TriggerFamily.Protest or TriggerFamily.Intervention or TriggerFamily.Riot or TriggerFamily.Mob or TriggerFamily.Destruction => Theme.Crowd,
        TriggerFamily.Arrest or TriggerFamily.Operation or TriggerFamily.Disruption => Theme.Police,
        TriggerFamily.Agreement or TriggerFamily.GroupChange => Theme.Politics,
        _ => Theme.Violence,
    };
}
