namespace BorderWatch.Store.Accounts;

/// <summary>Who asks for a command: the name that stands in the history, and what they may do.</summary>
/// <param name="Id">The account; null for the program itself, and for people without one: at the command line, before a demo, or reading where that is open.</param>
/// <param name="Name">As history shows it.</param>
/// <param name="Permissions">All that they may do.</param>
public sealed record Caller(Guid? Id, string Name, IReadOnlySet<Permission> Permissions)
{
    /// <summary>Somebody at the machine itself, who may do everything: the command line.</summary>
    public static Caller Local { get; } = new(null, "local user", Enum.GetValues<Permission>().ToHashSet());

    /// <summary>The program, when nobody asked it: the schedule that polls sources.</summary>
    public static Caller Program { get; } = new(null, "pipeline", Enum.GetValues<Permission>().ToHashSet());

    /// <summary>Everybody at the machine of a demo: all but accounts, of which a demo has none.</summary>
    public static Caller Demo { get; } = new(null, "demo user", RolePermissions.Of(Role.Manager));

    /// <summary>Somebody without an account, where reading is open to all.</summary>
    public static Caller Reader { get; } = new(null, "a reader without an account", new HashSet<Permission> { Permission.Read });

    /// <summary>Somebody who is not signed in, and may nothing.</summary>
    public static Caller Nobody { get; } = new(null, "somebody who is not signed in", new HashSet<Permission>());

    /// <summary>True where the caller is one person, or the one of an installation without accounts, who can keep something for themselves.</summary>
    public bool IsSomebody => Id is not null || (this != Reader && this != Nobody);

    /// <summary>Null where the caller may; else a sentence that says what they lack.</summary>
    public string? Refusal(Permission permission) => Permissions.Contains(permission) ? null : $"{Opening(Name)} may not do this: it needs the permission “{Words(permission)}”. Ask an administrator for it.";

    private static string Opening(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Words(Permission permission) => permission switch
    {
        Permission.Read => "read",
        Permission.Export => "export",
        Permission.KeepAlerts => "keep alerts",
        Permission.AddArticles => "add articles",
        Permission.RuleOnIncidents => "rule on incidents",
        Permission.ManageRegions => "manage regions",
        Permission.ManageSources => "manage sources",
        Permission.DeleteRegions => "delete regions",
        Permission.ManageTags => "manage tags",
        Permission.ManageLearning => "manage learning",
        Permission.ManageAccounts => "manage accounts",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
