using BorderWatch.Benchmarks.Circuits;

/// <summary>.NET calls this in the web process before its own Main, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly: the process that is measured is the application as it is.</summary>
internal static class StartupHook
{
    public static void Initialize() => CircuitProbe.Listen();
}
