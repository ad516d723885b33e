namespace BorderWatch.Store.Opinions;

/// <summary>What a language model was asked about one revision of an article, and how far that has come. It never changes an incident: see <see cref="OpinionClaim"/>.</summary>
public sealed class SecondOpinion
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The article.</summary>
    public Guid ArticleId { get; init; }

    /// <summary>The revision that is read: one opinion each, and quotes' offsets count in it.</summary>
    public Guid ArticleRevisionId { get; init; }

    /// <summary>How far it has come.</summary>
    public OpinionState State { get; set; }

    /// <summary>Who asked for it; null where the configured choice of articles did.</summary>
    public string? RequestedBy { get; set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Not before this moment is the model asked (again), UTC.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Which process has it in hand; null where none has.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>Until when that process has it, UTC; another may take it afterwards.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How often the model was asked.</summary>
    public int Attempts { get; set; }

    /// <summary>The model that answered, or that was asked last, as its claims carry it: "model/…"; null before the first time.</summary>
    public string? Extractor { get; set; }

    /// <summary>When the answer came, UTC; null while there is none.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Why there is no answer, in words; null where nothing went wrong.</summary>
    public string? Error { get; set; }

    /// <summary>True where the article was too long, and only its beginning was sent.</summary>
    public bool IsShortened { get; set; }

    /// <summary>How many values of the answer were dropped, because their words do not stand in the article or do not say it.</summary>
    public int Dropped { get; set; }

    /// <summary>Why, a line a value, at most twenty. None of the model's own words.</summary>
    public List<string> DroppedWhy { get; set; } = [];

    /// <summary>The values whose quotes hold.</summary>
    public List<OpinionClaim> Claims { get; } = [];
}

/// <summary>How far a second opinion has come.</summary>
public enum OpinionState
{
    /// <summary>The model is to be asked.</summary>
    Waiting,

    /// <summary>It answered, be it with nothing that holds.</summary>
    Answered,

    /// <summary>It was asked often enough, or not in time; <see cref="SecondOpinion.Error"/> says why.</summary>
    Failed,
}
