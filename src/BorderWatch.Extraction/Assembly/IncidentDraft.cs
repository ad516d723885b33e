using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>An incident while it is put together from the clauses that tell of it.</summary>
internal sealed class IncidentDraft(EventMention first)
{
    public List<EventMention> Mentions { get; } = [first];

    /// <summary>The clause that tells it first and best: the body's, unless only the headline tells it.</summary>
    public EventMention Lead => Mentions.Find(m => !m.Sentence.IsHeadline && m.Weight >= 0.5) ?? Mentions.Find(m => !m.Sentence.IsHeadline) ?? Mentions[0];

    /// <summary>True where it is told as an older thing than the news.</summary>
    public bool Background => Mentions[0].Background && Mentions.TrueForAll(m => m.Background || m.Anaphoric && m.Date is null);

    /// <summary>The place that tells it from others; null while none does.</summary>
    public PlaceCandidate? Place => Finer(Told.Where(m => m.Place is not null).MaxBy(m => (m.Place!.IsPrecise ? m.Sentence.IsHeadline ? 7 : 10 : 0) + m.Place.Score)?.Place);

    public DateMention? Date => Told.Select(m => m.Date).FirstOrDefault(d => d is { IsOccasion: true, Period.Precision: TimePrecision.Day }) ?? Told.Select(m => m.Date).FirstOrDefault(d => d is not null);

    // "He died on Sunday in the city": where and when the wounded die is not where and when they were hit, if the text says that too.
    private IEnumerable<EventMention> Told => Mentions.Exists(m => !IsAfter(m) && m.Date is not null) ? Mentions.Where(m => !IsAfter(m)) : Mentions;

    // Nor is where the culprits were caught.
    private bool IsAfter(EventMention mention) =>
        mention.IsLateDeath || mention.Main.Family == TriggerFamily.Arrest && Themes.Of(Lead.Main.Family) is not (Theme.Police or Theme.Crowd);

    // "In Kunduz" over "in Imam Sahib district of Kunduz province": the capital's name may be the province's; the district is meant. So with a border.
    private PlaceCandidate? Finer(PlaceCandidate? best)
    {
        if (best is null || best.Place.Precision != PlacePrecision.Border && NameKey.Of(best.Place.Name) != NameKey.Of(best.Place.Admin1 ?? "")) return best;
        return Told.Select(m => m.Place).Where(p => p is { InTitle: false, Score: > 0.5, IsPrecise: true } && p.Place.Precision != PlacePrecision.Border && !p.Place.IsSameAs(best.Place)
            && (best.Place.Precision == PlacePrecision.Border || p.Level == ToponymLevel.Admin2 && p.Place.Country == best.Place.Country && p.Place.Admin1 == best.Place.Admin1)).MaxBy(p => p!.Score) ?? best;
    }

    /// <summary>Those whom its clauses name, speakers aside.</summary>
    public List<ActorMention> Participants
    {
        get
        {
            for (; participantsOf < Mentions.Count; participantsOf++) participants.AddRange(Mentions[participantsOf].Participants);
            return participants;
        }
    }

    private readonly List<ActorMention> participants = [];

    private int participantsOf;

    public double Weight => Mentions.Max(m => m.Weight);

    /// <summary>True where the article reports other incidents as well.</summary>
    public bool IsOneOfMany { get; set; }

    /// <summary>What its confidence rests on; null until it is assembled.</summary>
    public IReadOnlyList<(string Name, double Value)>? Features { get; set; }

    /// <summary>What its particulars weigh: see <see cref="Newsworthiness"/>.</summary>
    public double Salience { get; set; }

    /// <summary>The triggers that decide what it was: the asserted ones, or all where none is.</summary>
    public List<Trigger> Triggers
    {
        get
        {
            var asserted = Mentions.SelectMany(m => m.Triggers).Where(t => t.Standing == Standing.Asserted).ToList();
            return asserted.Count > 0 ? asserted : [.. Mentions.SelectMany(m => m.Triggers).Where(t => t.Standing <= Standing.Past)];
        }
    }
}

/// <summary>A value of an incident and the words that it rests on.</summary>
internal sealed record Supported<T>(T Value, TextSpan Span, bool InTitle);

/// <summary>Somebody who took part, as the clauses show it.</summary>
internal sealed record RolePlayer(ActorMention? Mention, ExtractedActor Actor, TextSpan Span, bool InTitle);

/// <summary>How many were killed, injured or abducted, and where the text says so.</summary>
internal sealed record CountedCasualties(CasualtyRange Range, List<CasualtyMention> Mentions);
