using System.Linq.Expressions;

namespace BorderWatch.Store.Accounts;

/// <summary>Something that somebody keeps for themselves.</summary>
public interface IOwned
{
    /// <summary>The account; null for the one person of an installation without accounts.</summary>
    Guid? OwnerId { get; }

    /// <summary>The owner's name when it was made.</summary>
    string OwnerName { get; }
}

internal static class Ownership
{
    /// <summary>What belongs to a caller. Where there are no accounts, the name tells the demo's from the command line's.</summary>
    public static Expression<Func<T, bool>> By<T>(Caller caller) where T : class, IOwned =>
        caller.Id is { } id ? owned => owned.OwnerId == id : owned => owned.OwnerId == null && owned.OwnerName == caller.Name;
}
