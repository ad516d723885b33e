using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>Asks for words as they are for a reader, and leaves the test's own reader as it was.</summary>
internal static class Speaking
{
    public static T For<T>(ReaderSettings reader, Func<T> ask)
    {
        var said = default(T)!;
        ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
        {
            Reader.Become(reader);
            said = ask();
        }, null);
        return said;
    }
}
