namespace BorderWatch.Store.Accounts;

/// <summary>Who asks for a command: the name that stands in the history, and what they may do.</summary>
/// <param name="Id">The account; null for the program itself and for the local user of an installation without accounts.</param>
/// <param name="Name">As history shows it.</param>
/// <param name="Permissions">All that they may do.</param>
public sealed record Caller(Guid? Id, string Name, IReadOnlySet<Permission> Permissions)
{
    /// <summary>Somebody at the machine itself, who may do everything: the command line, and pages while there are no accounts.</summary>
    public static Caller Local { get; } = new(null, "local user", Enum.GetValues<Permission>().ToHashSet());

    /// <summary>Null where the caller may; else a sentence that says what they lack.</summary>
    public string? Refusal(Permission permission) => Permissions.Contains(permission) ? null : $"{Name} may not do this: it needs the permission “{Words(permission)}”. Ask an administrator for it.";

    private static string Words(Permission permission) => permission switch
    {
        Permission.Read => "read",
        Permission.Export => "export",
        Permission.AddArticles => "add articles",
        Permission.RuleOnIncidents => "rule on incidents",
        Permission.ManageRegions => "manage regions",
        Permission.ManageSources => "manage sources",
        Permission.ManageAccounts => "manage accounts",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
