namespace BorderWatch.Store.Accounts;

/// <summary>What somebody may do. Commands ask for it; pages only hide what would be refused.</summary>
public enum Permission
{
    /// <summary>See incidents, articles, regions and sources.</summary>
    Read,

    /// <summary>Take incidents out as files and over the API; keep views.</summary>
    Export,

    /// <summary>Keep alert rules of one's own.</summary>
    KeepAlerts,

    /// <summary>Add an article by address or text.</summary>
    AddArticles,

    /// <summary>Correct, tag, confirm, reject, merge and split incidents.</summary>
    RuleOnIncidents,

    /// <summary>Define regions, approve and publish briefs.</summary>
    ManageRegions,

    /// <summary>Add, switch and poll sources.</summary>
    ManageSources,

    /// <summary>Delete regions that nothing uses any more.</summary>
    DeleteRegions,

    /// <summary>Give tags groups, colours and synonyms, merge and retire them.</summary>
    ManageTags,

    /// <summary>Switch on and off what was learnt from editors' rulings, and have it learnt anew.</summary>
    ManageLearning,

    /// <summary>Invite people, give roles, lock accounts.</summary>
    ManageAccounts,
}
