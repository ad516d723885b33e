namespace BorderWatch.Store.Accounts;

/// <summary>What an account is for; <see cref="RolePermissions"/> says what each may do. Every role may do what the one before it may.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Reads, exports, adds articles.</summary>
    Analyst,

    /// <summary>Rules on incidents as well.</summary>
    Editor,

    /// <summary>Defines regions and sources as well.</summary>
    Manager,

    /// <summary>Everything, accounts included.</summary>
    Administrator,
}
