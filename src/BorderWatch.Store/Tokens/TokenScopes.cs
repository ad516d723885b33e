using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tokens;

/// <summary>What a token is for. It gives no right that its owner lacks: what a program may is what both, scopes and role, allow.</summary>
[Flags]
public enum TokenScopes
{
    /// <summary>Nothing; no token has it.</summary>
    None = 0,

    /// <summary>Ask for incidents, actors, places, regions and sources.</summary>
    Read = 1,

    /// <summary>Take files.</summary>
    Export = 2,

    /// <summary>Confirm, reject, reopen and tag incidents.</summary>
    Rule = 4,
}

/// <summary>Which permission each scope stands for.</summary>
public static class ScopePermissions
{
    /// <summary>All, in the order that they are offered: the scope, its name for programs, the permission.</summary>
    public static IReadOnlyList<(TokenScopes Scope, string Name, Permission Permission)> All { get; } =
    [
        (TokenScopes.Read, "read", Permission.Read),
        (TokenScopes.Export, "export", Permission.Export),
        (TokenScopes.Rule, "rule", Permission.RuleOnIncidents),
    ];

    /// <summary>What a token of these scopes may, where its owner has this role now.</summary>
    public static IReadOnlySet<Permission> Of(TokenScopes scopes, Role role)
    {
        var owner = RolePermissions.Of(role);
        return All.Where(known => scopes.HasFlag(known.Scope) && owner.Contains(known.Permission)).Select(known => known.Permission).ToHashSet();
    }

    /// <summary>The names for programs, with commas: "read, export".</summary>
    public static string Names(TokenScopes scopes) => string.Join(", ", All.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name));
}
