namespace BorderWatch.Cli.Database;

/// <summary>What a command says when it cannot do what it was asked for.</summary>
internal static class Refusal
{
    /// <summary>Prints the sentence on standard error; returns the exit status.</summary>
    public static int Say(string error)
    {
        Console.Error.WriteLine(error);
        return 1;
    }
}
