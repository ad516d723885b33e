namespace BorderWatch.Testing;

/// <summary>What somebody asked an outlet for.</summary>
/// <param name="Method">GET, HEAD …</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">By name, in any case.</param>
public sealed record OutletRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers);
