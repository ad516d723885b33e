using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Shell;

/// <summary>Who sits before this page. Pages pass it to every command, which decides what they may.</summary>
public sealed class CurrentCaller
{
    /// <summary>The caller, with what they may do at this moment.</summary>
    public Task<Caller> GetAsync() => Task.FromResult(Caller.Local);
}
