namespace BorderWatch.Cli.Lines;

/// <summary>A line of input that cannot be used; the message tells its author what is wrong with it.</summary>
public sealed class BadLineException(string message) : Exception(message);
