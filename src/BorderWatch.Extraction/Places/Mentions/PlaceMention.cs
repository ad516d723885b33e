using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Words that may name a place, with what the sentence says about them, while a document is being resolved.</summary>
internal sealed class PlaceMention
{
    public required Sentence Sentence { get; init; }

    /// <summary>First token of the name.</summary>
    public required int First { get; init; }

    /// <summary>One after the last token of the name; grows over a division word that belongs to it.</summary>
    public required int Last { get; set; }

    /// <summary>The name's key; mentions of one key mean one place, as a rule.</summary>
    public required string Key { get; init; }

    /// <summary>Postings of the gazetteer; empty where the name is unknown and only the division word speaks for it.</summary>
    public required uint[] Candidates { get; set; }

    /// <summary>True where only the loose spelling was found.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The country that a demonym speaks of; null where the words are no demonym.</summary>
    public string? Demonym { get; init; }

    /// <summary>What the words around it say that it names: "Kandahar province", "Mazar city"; null where they do not say.</summary>
    public ToponymLevel? Wanted { get; set; }

    /// <summary>The only countries that use the division word beside it; empty where many do.</summary>
    public string[] Countries { get; set; } = [];

    /// <summary>The mention that holds this one: the province in "Daman district, Kandahar province".</summary>
    public PlaceMention? Parent { get; set; }

    /// <summary>How much the sentence speaks for a place; below the bar it is dropped.</summary>
    public double Evidence { get; set; }

    /// <summary>True where the words around it make it a person's name.</summary>
    public bool IsPerson { get; set; }

    /// <summary>Where "near", "outside" or "north of" stands before it.</summary>
    public bool IsNear { get; set; }

    /// <summary>Kilometres, and degrees clockwise from north, in "50 km north of Kunduz"; null where the text does not say.</summary>
    public (double Kilometres, double Bearing)? Offset { get; set; }

    /// <summary>The place that this one only serves to measure: Bir Jdid in "Bir Jdid, 40 km north of Settat"; null where it is meant itself.</summary>
    public PlaceMention? MeasureOf { get; set; }

    /// <summary>What this one is measured from: Settat in the same words.</summary>
    public PlaceMention? MeasuredFrom { get; set; }

    /// <summary>True where it is an end of a road, a railway or a pipeline, or where somebody is bound for: "the Kaya-Dori highway", "a Kaya-bound bus".</summary>
    public bool IsRoute { get; set; }

    /// <summary>True where a plural division word after a list speaks for it: "Daman and Maywand districts".</summary>
    public bool IsPluralChain { get; set; }

    /// <summary>True where it only helps to place others: the town of a dateline.</summary>
    public bool IsContextOnly { get; init; }

    /// <summary>The place chosen; −1 where none is.</summary>
    public int Chosen { get; set; } = -1;

    /// <summary>True where the place chosen bears the name only as an alternative.</summary>
    public bool IsByAlternative { get; set; }

    /// <summary>0 to 1: how far ahead of the next candidate the chosen one is.</summary>
    public double Score { get; set; }

    public bool IsPlace => Demonym is null;

    public int Start => Sentence.Tokens[First].Start;

    public int End => Sentence.Tokens[Last - 1].End;
}
