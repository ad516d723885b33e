using System.Collections.Frozen;

namespace BorderWatch.Store.Accounts;

/// <summary>The one table of who may do what.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<Permission, Role> s_leastRole = new Dictionary<Permission, Role>
    {
        [Permission.Read] = Role.Viewer,
        [Permission.Export] = Role.Analyst,
        [Permission.KeepAlerts] = Role.Analyst,
        [Permission.AddArticles] = Role.Analyst,
        [Permission.RuleOnIncidents] = Role.Editor,
        [Permission.ManageRegions] = Role.Manager,
        [Permission.ManageSources] = Role.Manager,
        [Permission.DeleteRegions] = Role.Administrator,
        [Permission.ManageTags] = Role.Manager,
        [Permission.ManageLearning] = Role.Manager,
        [Permission.ManageAccounts] = Role.Administrator,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> s_byRole =
        Enum.GetValues<Role>().ToFrozenDictionary(role => role, role => s_leastRole.Where(least => role >= least.Value).Select(least => least.Key).ToFrozenSet());

    /// <summary>All that a role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => s_byRole[role];

    /// <summary>The roles that may do it.</summary>
    internal static Role[] RolesWith(Permission permission) => [.. Enum.GetValues<Role>().Where(role => Of(role).Contains(permission))];
}
