namespace BorderWatch.Store.Learning;

/// <summary>What can be learnt from editors' rulings and be switched on.</summary>
public enum LearntKind
{
    /// <summary>Which place of several a name means in one outlet.</summary>
    PlacePreference,

    /// <summary>Which reports are of no incident: lowers their confidence.</summary>
    Relevance,

    /// <summary>What type an incident is of, where the rules say another.</summary>
    EventType,

    /// <summary>Whom an article means by a name, in one language.</summary>
    ActorAlias,
}
