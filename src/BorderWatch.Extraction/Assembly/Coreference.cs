using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// Weighs whether a clause tells of an incident that was told before: what the two share speaks for it, what sets them
/// apart against it. The weights are set by hand and described in docs/extraction.md.
/// </summary>
internal static class Coreference
{
    /// <summary>From here on it is the same incident.</summary>
    public const double Same = 0.15;

    private const double RefersBack = 2.2, BeginsAnother = -3, AddsAnother = -0.6, NextSentence = 0.4, SamePlace = 0.9, PlaceWithin = 0.4, OtherPlace = -2,
        SameDay = 0.5, OtherDay = -1.8, OtherTime = -2, OtherAge = -1.5, OtherClause = -1.6, Introduces = -0.6, IntroducesOther = -1.2, OwnDate = -0.8, Explains = 0.5, RoundUp = 0.4, SameToll = 0.6, OtherToll = -0.2, InHeadline = 0.5, GoesOnTelling = 0.8;

    /// <summary>How much speaks for it.</summary>
    /// <param name="draft">The incident told before.</param>
    /// <param name="mention">The clause.</param>
    /// <param name="isLatest">True where the draft is the one that the article spoke of last.</param>
    /// <param name="anchor">What "today" means; null where nothing tells.</param>
    public static double Score(IncidentDraft draft, EventMention mention, bool isLatest, DateOnly? anchor)
    {
        // "Police fired on a march … Thousands had marched to the assembly": the protest is part of what was told.
        var isItsProtest = mention.Main.Family is TriggerFamily.Protest or TriggerFamily.Intervention && draft.Mentions.Exists(m => m.Triggers.Exists(t => t.Family is TriggerFamily.Protest or TriggerFamily.Riot && t.Standing == Standing.Asserted));
        var score = isItsProtest ? 0.2 : Themes.Fit(draft.Lead.Main.Family, mention.Main.Family);
        if (mention.Anaphoric) score += isLatest ? RefersBack : RefersBack / 2;
        if (mention.Separate) score += BeginsAnother;
        else if (mention.Adds) score += AddsAnother;
        var last = draft.Mentions[^1];
        if (!CountsOn(mention, last) && last.Sentence == mention.Sentence && last.Clause != mention.Clause || mention.Clause.First > 0 && !isLatest) score += isItsProtest && mention.Main.Family == TriggerFamily.Intervention ? 0 : OtherClause;
        score += NextSentence / Math.Max(1, Math.Abs(mention.Sentence.Index - last.Sentence.Index));
        score += Novelty(draft, mention, isLatest);
        // The body tells the headline's incident once more.
        if (isLatest && draft.Mentions.TrueForAll(m => m.Sentence.IsHeadline)) score += InHeadline;
        // "In June, rebels attacked … The patrol responded": what follows an older thing at once, without a day of its own, tells that on.
        var goesOn = isLatest && draft.Background && mention is { Date: null, Place: null } && mention.Sentence.Index == last.Sentence.Index + 1 && OpensWithMonth(last.Facts);
        if (mention.Background != draft.Background && !goesOn) score += OtherAge;
        if (isLatest && mention is { Place: null, Date: null, Separate: false } && GoesOn(mention)) score += GoesOnTelling;
        var place = Place(draft, mention);
        // "The attack in …": a place that only a clause which refers back names may be where it was told, or the gazetteer's mistake.
        score += mention.Anaphoric ? Math.Max(place, -0.5) : place;
        score += Time(draft, mention) + (IsOfAnotherMonth(draft, mention, anchor) || mention.Background && !draft.Background && OpensWithMonth(mention.Facts) ? OtherTime : 0) + Toll(draft, mention) + Participants.Overlap(draft, mention);
        return score;
    }

    // "Police fired on the crowd; five people were shot dead": behind the semicolon stands how many.
    private static bool CountsOn(EventMention mention, EventMention last) =>
        last.Sentence == mention.Sentence && mention is { Place: null, Date: null, Separate: false, Main: { Voice: TriggerVoice.Passive, Family: TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Shooting } }
        && mention.Facts.Word(mention.Clause.First) == ";" && mention.Casualties.Exists(c => c.IsCount);

    // "He said eight herders were killed", "Six people were wounded.": the same speaker, or nothing but a count.
    private static bool GoesOn(EventMention mention) =>
        mention.Facts.Word(0) is "he" or "she" && mention.Facts.Word(1) is "said" or "added" or "told" or "confirmed"
        || mention.Sentence.Tokens.Count <= 9 && mention.Main is { Family: TriggerFamily.Injury, Voice: TriggerVoice.Passive } && mention.Casualties.Exists(c => c.IsCount);

    // "A drone strike hit …" brings something new, but not after "three raids shook the valley"; "a bomb had been planted" explains.
    private static double Novelty(IncidentDraft draft, EventMention mention, bool isLatest)
    {
        if (IsEarlier(mention)) return Explains;
        var introduced = IsIntroduced(mention);
        if (introduced && HasOwnDate(draft, mention)) return OwnDate;
        if (isLatest && IsRoundUp(draft)) return RoundUp;
        if (!introduced || draft.Mentions.TrueForAll(m => m.Sentence.IsHeadline)) return 0;
        var general = draft.Lead.Main.Family is TriggerFamily.Attack || mention.Main.Family is TriggerFamily.Attack;
        return general || draft.Mentions.Exists(m => m.Triggers.Exists(t => t.Family == mention.Main.Family)) ? Introduces : IntroducesOther;
    }

    // "Raids in recent months … Earlier in November, a mortar attack …": a time of its own.
    private static bool HasOwnDate(IncidentDraft draft, EventMention mention) =>
        mention.Date is { IsOccasion: true } date && draft.Mentions.Exists(m => m.Date is { IsOccasion: true }) && !draft.Mentions.Exists(m => m.Date?.Period == date.Period);

    // "Three raids shook the valley overnight": what follows tells them one by one.
    private static bool IsRoundUp(IncidentDraft draft) =>
        draft.Mentions[0].Main is { Voice: TriggerVoice.Nominal, Family: TriggerFamily.Attack or TriggerFamily.Clash or TriggerFamily.Bomb or TriggerFamily.Shooting } main
        && draft.Mentions[0].Facts.Word(main.Last) is var noun && noun.EndsWith('s') && draft.Mentions[0].Sentence.Index <= 1;

    private static bool IsEarlier(EventMention mention)
    {
        var main = mention.Main;
        for (var i = main.First - 1; i >= Math.Max(mention.Clause.First, main.First - 3); i--)
            if (mention.Facts.Word(i) == "had") return true;
        return false;
    }

    private static bool IsIntroduced(EventMention mention)
    {
        if (mention.Main.Voice != TriggerVoice.Nominal || mention.Anaphoric || Themes.Of(mention.Main.Family) == Theme.Any) return false;
        for (var i = mention.Main.First - 1; i >= Math.Max(mention.Clause.First, mention.Main.First - 3); i--)
            if (mention.Facts.Word(i) is "a" or "an") return true;
        return false;
    }

    private static double Place(IncidentDraft draft, EventMention mention)
    {
        if (mention.Place is not { } a || mention.IsLateDeath) return 0;
        var best = 0.0;
        foreach (var other in draft.Mentions)
        {
            if (other.Place is not { } b || other.IsLateDeath) continue;
            // A headline names the district's or the province's town.
            if (other.Sentence.IsHeadline && a.Place.Admin1 is not null && a.Place.Country == b.Place.Country && a.Place.Admin1 == b.Place.Admin1) { best = Math.Max(best, PlaceWithin); continue; }
            if (Apart(a, b)) return OtherPlace;
            best = Math.Max(best, a.Place.IsSameAs(b.Place) ? SamePlace : PlaceWithin);
        }
        return best;
    }

    private static bool Apart(PlaceCandidate a, PlaceCandidate b)
    {
        var border = a.Place.Precision == PlacePrecision.Border || b.Place.Precision == PlacePrecision.Border;
        if (a.Place.Country is not null && b.Place.Country is not null && a.Place.Country != b.Place.Country && !border) return true;
        if (a.Place.Admin1 is not null && b.Place.Admin1 is not null && a.Place.Admin1 != b.Place.Admin1) return true;
        return a.IsPrecise && b.IsPrecise && !a.Place.IsSameAs(b.Place) && a.Level == b.Level
            && a.Place is { Latitude: { } la, Longitude: { } lo } && b.Place is { Latitude: { } lb, Longitude: { } lob }
            && Math.Abs(la - lb) + Math.Abs(lo - lob) > 0.3;
    }

    private static double Time(IncidentDraft draft, EventMention mention)
    {
        // "Since 20 August they have blocked the road": it goes on.
        if (mention.Date is not { IsOccasion: true, Period: { From: { } from, To: { } to } period } || IsSince(mention)) return 0;
        var score = 0.0;
        foreach (var other in draft.Mentions)
        {
            if (other.Date is not { IsOccasion: true, Period: { From: { } otherFrom, To: { } otherTo } otherPeriod } || IsSince(other)) continue;
            if (from > otherTo || to < otherFrom) return period.Precision == TimePrecision.Day && otherPeriod.Precision == TimePrecision.Day ? OtherDay : OtherTime;
            if (period == otherPeriod) score = SameDay;
        }
        return score;
    }

    // "In June, rebels attacked …" in a report of the last of July, whose news has no other date than its own: an older thing.
    private static bool IsOfAnotherMonth(IncidentDraft draft, EventMention mention, DateOnly? anchor) =>
        anchor is { } today && mention.Date is { IsOccasion: true, Period: { Precision: TimePrecision.Month, To: { } to } } date && to < today.AddDays(-14)
        && mention.Facts.TokenAt(date.Span.Start) <= 1 && draft.Mentions[0].Sentence.Index <= 2 && draft.Mentions.TrueForAll(m => m.Date is null);

    private static bool OpensWithMonth(SentenceFacts facts) =>
        facts.Word(0) is "in" or "during" && facts.Dates.Exists(d => d.Period.Precision == TimePrecision.Month && !d.Flags.HasFlag(DateFlags.Duration) && facts.TokenAt(d.Span.Start) <= 3);

    private static bool IsSince(EventMention mention) =>
        mention.Date is { } date && mention.Facts.Word(mention.Facts.TokenAt(date.Span.Start) - 1) == "since" || mention.Date is { } own && mention.Facts.Word(mention.Facts.TokenAt(own.Span.Start)) == "since";

    private static double Toll(IncidentDraft draft, EventMention mention)
    {
        var here = Counts(mention);
        if (here.Count == 0) return 0;
        var there = draft.Mentions.SelectMany(Counts).ToHashSet();
        if (there.Count == 0) return 0;
        return here.Exists(there.Contains) ? SameToll : mention.Anaphoric ? 0 : OtherToll;
    }

    private static List<(Casualties.CasualtyCategory, int)> Counts(EventMention mention) =>
        [.. mention.Casualties.Where(c => c.IsCount && !c.Is(Casualties.CasualtyFlags.Implied) && c.Range.Best is > 1).Select(c => (c.Category, c.Range.Best!.Value))];
}
