namespace BorderWatch.Web.Timeline;

/// <summary>One of a list of values to choose from.</summary>
/// <param name="Value">What is chosen.</param>
/// <param name="Label">What is shown.</param>
public sealed record Choice(string Value, string Label);
