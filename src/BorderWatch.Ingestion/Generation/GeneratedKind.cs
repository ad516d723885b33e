namespace BorderWatch.Ingestion.Generation;

/// <summary>A kind of incident that the generator tells of; a row of <c>kinds.tsv</c>.</summary>
/// <param name="EventType">ACLED event type.</param>
/// <param name="SubEventType">ACLED sub-event type.</param>
/// <param name="Weight">How often, against the others.</param>
/// <param name="By">Who can have done it.</param>
/// <param name="Weapon">As a plain noun; null where there is none.</param>
/// <param name="Harm">The share of incidents that hurt somebody, 0 to 1.</param>
/// <param name="Headline">With {a}, {b}, {where}.</param>
/// <param name="Sentence">With {a}, {b}, {where}, {day}, and in brackets the words that tell the type.</param>
internal sealed record GeneratedKind(string EventType, string SubEventType, double Weight, GeneratedSide By, string? Weapon, double Harm, string Headline, string Sentence)
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<GeneratedKind> Read() =>
        [.. EmbeddedRows.Of("Generation/kinds.tsv").Select(row => new GeneratedKind(
            row[0], row[1], EmbeddedRows.Number(row[2]), Enum.Parse<GeneratedSide>(row[3]), row[4].Length == 0 ? null : row[4], EmbeddedRows.Number(row[5]), row[6], row[7]))];
}

/// <summary>Who can do a kind of thing.</summary>
internal enum GeneratedSide
{
    /// <summary>A government's forces.</summary>
    State,

    /// <summary>An organised group.</summary>
    Rebel,

    /// <summary>Whoever is no civilian.</summary>
    Armed,

    /// <summary>People without arms.</summary>
    Civilian,
}
