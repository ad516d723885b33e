using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tests.Accounts;

public sealed class RolePermissionTests
{
    [Theory]
    [InlineData(Role.Viewer, "Read")]
    [InlineData(Role.Analyst, "Read, Export, KeepAlerts, AddArticles")]
    [InlineData(Role.Editor, "Read, Export, KeepAlerts, AddArticles, RuleOnIncidents")]
    [InlineData(Role.Manager, "Read, Export, KeepAlerts, AddArticles, RuleOnIncidents, ManageRegions, ManageSources, ManageTags, ManageLearning")]
    [InlineData(Role.Administrator, "Read, Export, KeepAlerts, AddArticles, RuleOnIncidents, ManageRegions, ManageSources, DeleteRegions, ManageTags, ManageLearning, ManageAccounts")]
    public void Role_MayThis(Role role, string permissions) => Assert.Equal(permissions, string.Join(", ", RolePermissions.Of(role).Order()));

    [Fact]
    public void Administrators_MayEverything() => Assert.Equal(Enum.GetValues<Permission>(), RolePermissions.Of(Role.Administrator).Order());
}
