namespace BorderWatch.Store.Learning;

/// <summary>
/// One thing that was learnt from editors' rulings. It has a say in what articles are read to tell only while it is on. Learning anew brings it up to
/// what was ruled since, and switches it off where it does not beat the rules any more or says something else.
/// </summary>
public sealed class LearntThing
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is.</summary>
    public LearntKind Kind { get; init; }

    /// <summary>The outlet that it holds for; null where it holds for all.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>In which language articles call it so, ISO 639; null where it holds for all.</summary>
    public string? Language { get; init; }

    /// <summary>Why it may not be switched on whatever the figures say, a sentence; null where nothing else speaks against it.</summary>
    public string? Objection { get; set; }

    /// <summary>What it is about: the name of a place or an actor as articles write it; empty for a classifier.</summary>
    public required string Subject { get; set; }

    /// <summary>The subject, folded: one thing of a kind for each and outlet.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>What it says, as the JSON of a <see cref="Incidents.ClaimValue"/> (jsonb); null for a classifier.</summary>
    public string? Value { get; set; }

    /// <summary>A trained classifier; null for a preference.</summary>
    public byte[]? Model { get; set; }

    /// <summary>From how many incidents that editors ruled on or confirmed.</summary>
    public int Learnt { get; set; }

    /// <summary>From how many editors' rulings; confirmations have no name here.</summary>
    public int Editors { get; set; }

    /// <summary>See <see cref="CrossValidation"/>.</summary>
    public int Tested { get; set; }

    /// <inheritdoc cref="CrossValidation.RulesRight" path="/summary"/>
    public int RulesRight { get; set; }

    /// <inheritdoc cref="CrossValidation.LearntRight" path="/summary"/>
    public int LearntRight { get; set; }

    /// <inheritdoc cref="CrossValidation.OnlyRules" path="/summary"/>
    public int OnlyRules { get; set; }

    /// <inheritdoc cref="CrossValidation.OnlyLearnt" path="/summary"/>
    public int OnlyLearnt { get; set; }

    /// <summary>When it was last learnt anew, UTC.</summary>
    public DateTimeOffset TrainedAt { get; set; }

    /// <summary>True while it has a say.</summary>
    public bool IsOn { get; set; }

    /// <summary>When it was last switched, UTC; null while nobody has.</summary>
    public DateTimeOffset? SwitchedAt { get; set; }

    /// <summary>Who switched it, "pipeline" where learning anew did; null while nobody has.</summary>
    public string? SwitchedBy { get; set; }

    /// <summary>The incidents that it was learnt from and tested on.</summary>
    public List<LearntEvidence> Evidence { get; } = [];

    /// <summary>Null where it may be switched on; else a sentence that says why not.</summary>
    public string? Lacks => Objection ?? Figures.Lacks(Kind);

    /// <summary>The figures together.</summary>
    public CrossValidation Figures
    {
        get => new(Tested, RulesRight, LearntRight, OnlyRules, OnlyLearnt);
        set => (Tested, RulesRight, LearntRight, OnlyRules, OnlyLearnt) = value;
    }
}

/// <summary>An incident that something was learnt from, with what rules and learnt said of it while it was left out.</summary>
public sealed class LearntEvidence
{
    /// <summary>Of what.</summary>
    public Guid LearntThingId { get; init; }

    /// <summary>The incident.</summary>
    public Guid IncidentId { get; init; }

    /// <summary>The ruling; null where the incident was confirmed as it stood.</summary>
    public Guid? RulingId { get; init; }

    /// <summary>True where the rules were right.</summary>
    public bool RulesRight { get; init; }

    /// <summary>True where what was learnt from the others was right.</summary>
    public bool LearntRight { get; init; }
}

/// <summary>One time that everything was learnt anew.</summary>
public sealed class LearningRun
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who asked for it, "pipeline" for the schedule.</summary>
    public required string By { get; init; }

    /// <summary>How many incidents editors had ruled on or reviewed, of those that were looked at.</summary>
    public int Incidents { get; init; }

    /// <summary>How many things were learnt.</summary>
    public int Things { get; init; }

    /// <summary>How many were switched off by it.</summary>
    public int SwitchedOff { get; init; }
}
