using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;

namespace BorderWatch.Web.Rulings;

/// <summary>A correction while an editor makes it: what is in the form, and what it is as a value.</summary>
public sealed class FieldDraft(ClaimField of, Guid? seen)
{
    /// <summary>Which field.</summary>
    public ClaimField Field => of;

    /// <summary>The ruling that the editor has seen; null where none stood.</summary>
    public Guid? Seen { get; set; } = seen;

    /// <summary>The words that it rests on; null where the editor only types.</summary>
    public RulingQuote? Quote { get; set; }

    /// <summary>What another editor ruled meanwhile: shown beside, to choose.</summary>
    public RulingView? Theirs { get; set; }

    /// <summary>At least so many.</summary>
    public int? Low { get; set; }

    /// <summary>Most likely so many.</summary>
    public int? Best { get; set; }

    /// <summary>At most so many.</summary>
    public int? High { get; set; }

    /// <summary>The first day that it can have happened.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last.</summary>
    public DateOnly? To { get; set; }

    /// <summary>A place's name, a weapon, a title, or "type|sub-type".</summary>
    public string Words { get; set; } = "";

    /// <summary>The places that the name can mean.</summary>
    public IReadOnlyList<ClaimValue.Place> Places { get; set; } = [];

    /// <summary>Which of <see cref="Places"/>.</summary>
    public int Chosen { get; set; }

    /// <summary>How precisely the place is known.</summary>
    public PlacePrecision Precision { get; set; }

    /// <summary>Who took part.</summary>
    public List<ActorDraft> Actors { get; } = [];

    /// <summary>Why; may stay empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Fills the form with values; an empty list leaves it empty.</summary>
    public void Fill(IReadOnlyList<ClaimValue> values)
    {
        switch (values.FirstOrDefault())
        {
            case ClaimValue.Casualties count: (Low, Best, High) = Same(count) ? (null, count.Best, null) : (count.Low, count.Best, count.High); break;
            case ClaimValue.Occurred day: (From, To) = (day.From, day.To); break;
            case ClaimValue.Place place: (Words, Places, Chosen, Precision) = (place.Name, [.. values.OfType<ClaimValue.Place>()], 0, place.Precision); break;
            case ClaimValue.Kind kind: Words = $"{kind.EventType}|{kind.SubEventType}"; break;
            case ClaimValue.Text text: Words = text.Words ?? ""; break;
            case ClaimValue.Actor: Actors.AddRange(values.OfType<ClaimValue.Actor>().Select(ActorDraft.Of)); break;
        }
    }

    /// <summary>Takes one of the places, with the precision that its kind has.</summary>
    public void Choose(int place) => (Chosen, Precision) = (place, Places[place].Precision);

    /// <summary>What the form says: one value, for actors all of them; empty for "nothing is known".</summary>
    public IReadOnlyList<ClaimValue> Values => of switch
    {
        ClaimField.Killed or ClaimField.Injured or ClaimField.Abducted => (Low ?? Best ?? High) is null ? []
            : [Low is null && High is null ? new ClaimValue.Casualties(Best, Best, Best) : new ClaimValue.Casualties(Low, Best, High)],
        ClaimField.Occurred => From is null && To is null ? [] : [new ClaimValue.Occurred(From ?? To, To ?? From, Length((From ?? To)!.Value, (To ?? From)!.Value))],
        ClaimField.Place => Words.Trim().Length == 0 ? []
            : [Places.Count > 0 ? Places[Chosen] with { Precision = Precision } : new ClaimValue.Place(Words.Trim(), null, null, null, null, null, Precision, null)],
        ClaimField.Kind => Words.Split('|') is [var type, var sub] ? [new ClaimValue.Kind(type, sub)] : [],
        ClaimField.Actor => [.. Actors.Where(actor => actor.Name.Trim().Length > 0).Select(actor => actor.Value)],
        _ => Words.Trim().Length == 0 ? [] : [new ClaimValue.Text(Words.Trim())],
    };

    private static bool Same(ClaimValue.Casualties count) => count.Best is not null && count.Low == count.Best && count.High == count.Best;

    private static TimePrecision Length(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) switch
    {
        <= 2 => TimePrecision.Day,
        <= 9 => TimePrecision.Week,
        <= 31 => TimePrecision.Month,
        _ => TimePrecision.Year,
    };
}
