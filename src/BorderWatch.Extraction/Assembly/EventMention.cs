using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>One clause that tells of something that happened.</summary>
internal sealed class EventMention
{
    public required SentenceFacts Facts { get; init; }

    /// <summary>The clause: first token, and the token after its last.</summary>
    public required (int First, int End) Clause { get; init; }

    public required List<Trigger> Triggers { get; init; }

    /// <summary>The trigger that says most.</summary>
    public required Trigger Main { get; init; }

    public required List<CasualtyMention> Casualties { get; init; }

    /// <summary>Where it happened, as this clause (or its sentence) says; null where it does not.</summary>
    public PlaceCandidate? Place { get; set; }

    /// <summary>When, as this clause or sentence says; null where it does not.</summary>
    public DateMention? Date { get; set; }

    /// <summary>True where it plainly speaks of something told before: "the blast", "the incident".</summary>
    public required bool Anaphoric { get; init; }

    /// <summary>True where it plainly begins something else: "in another attack", "elsewhere", "meanwhile".</summary>
    public required bool Separate { get; init; }

    /// <summary>True where it may begin something else: "also attacked", "moreover", "in addition".</summary>
    public required bool Adds { get; init; }

    /// <summary>True where it is told as an older thing: "a similar attack in March", "last year".</summary>
    public required bool Background { get; init; }

    /// <summary>True where it tells no more than that somebody died, later and elsewhere perhaps.</summary>
    public bool IsLateDeath => Triggers.TrueForAll(t => t.Entry.Parts[0].Base is "die" or "succumb" or "death" || t.Family == TriggerFamily.Injury && t.Entry.Parts[0].Base is "wound" or "injury") && Triggers.Exists(t => t.Entry.Parts[0].Base is "die" or "succumb");

    /// <summary>Those whom the clause names, speakers aside.</summary>
    public List<ActorMention> Participants => field ??= [.. Facts.Actors.Where(a => !a.IsSource && Holds(a.Span))];

    public Sentence Sentence => Facts.Sentence;

    public bool Asserted => Main.Standing == Standing.Asserted;

    /// <summary>How surely this clause alone reports an incident.</summary>
    public double Weight { get; set; }

    /// <summary>True where a position in the text lies in the clause.</summary>
    public bool Holds(TextSpan span)
    {
        var tokens = Sentence.Tokens;
        return Clause.First < tokens.Count && span.Start >= tokens[Clause.First].Start && span.Start < tokens[Math.Min(Clause.End, tokens.Count) - 1].End;
    }
}
