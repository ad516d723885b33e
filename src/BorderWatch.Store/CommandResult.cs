namespace BorderWatch.Store;

/// <summary>What a command gave, or why it was refused.</summary>
/// <param name="Value">The result; meaningless where <paramref name="Error"/> is not null.</param>
/// <param name="Error">A sentence for the person who asked; null where it succeeded.</param>
public readonly record struct CommandResult<T>(T? Value, string? Error)
{
    /// <summary>True where the command was carried out.</summary>
    public bool Succeeded => Error is null;
}
