using System.Net;
using BorderWatch.Ingestion.Fetching;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Whether the options fit together: each fault is a sentence that says what to set, told at start.</summary>
internal sealed class SecondOpinionCheck : IValidateOptions<SecondOpinionOptions>
{
    // The instructions, the list of types and the form of the answer.
    private const int LeastQuestion = 2000;

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SecondOpinionOptions options)
    {
        var faults = (options.Endpoint is null ? OfNone(options) : [.. OfEndpoint(options, options.Endpoint), .. OfLimits(options)]).Select(fault => $"SecondOpinion: {fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OfNone(SecondOpinionOptions options)
    {
        if (options.Model.Length > 0 || !string.IsNullOrEmpty(options.Key)) yield return "Model or Key is set, but no Endpoint: give the model's address, or remove both.";
    }

    private static IEnumerable<string> OfEndpoint(SecondOpinionOptions options, Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
        {
            yield return "Endpoint must be an address such as https://api.openai.com/v1 or http://localhost:11434.";
            yield break;
        }
        if (endpoint.UserInfo.Length > 0) yield return "Endpoint must hold no user and password: the key goes into Key.";
        if (string.IsNullOrWhiteSpace(options.Model)) yield return "Model must name the model, as the endpoint calls it.";
        if (!Enum.IsDefined(options.Kind)) yield return "Kind must be OpenAI or Ollama.";
        if (options.AllowedNetworks.FirstOrDefault(network => !IPNetwork.TryParse(network, out _)) is { } wrong) yield return $"AllowedNetworks: “{wrong}” is no network; write one as 127.0.0.1/32.";
        else if (Literal(endpoint) is { } address && PublicAddresses.IsPrivate(address) && !options.AllowedNetworks.Any(network => IPNetwork.Parse(network).Contains(address)))
            yield return $"Endpoint is at {address}, which is not public: allow it with AllowedNetworks:0={address}/{(address.GetAddressBytes().Length == 4 ? 32 : 128)}.";
        else if (endpoint.Scheme == "http" && options.AllowedNetworks.Count == 0)
            yield return "Endpoint must begin with https://: articles and the key would cross the network in the clear. Plain http is for networks that AllowedNetworks names.";
    }

    private static IEnumerable<string> OfLimits(SecondOpinionOptions options)
    {
        if (!Enum.IsDefined(options.Articles)) yield return "Articles must be OnRequest, Unsure or All.";
        if (options.UnsureBelow is not (>= 0 and <= 1)) yield return "UnsureBelow must be from 0 to 1.";
        if (options.LookEvery <= TimeSpan.Zero || options.TimeLimit < TimeSpan.FromMilliseconds(100) || options.TimeLimit > TimeSpan.FromMinutes(30)) yield return "LookEvery must be positive, and TimeLimit from a tenth of a second to half an hour.";
        if (options.MostBytes is < 1024 or > 16 * 1024 * 1024) yield return "MostBytes must be from 1,024 to 16,777,216.";
        if (options.AnswerTokens < 100 || options.TokensPerArticle - options.AnswerTokens < LeastQuestion) yield return $"AnswerTokens must be at least 100, and TokensPerArticle at least {LeastQuestion:N0} more.";
        if (options.TokensPerDay < options.TokensPerArticle) yield return "TokensPerDay must hold at least one article (TokensPerArticle).";
        if (options.QuestionPrice < 0 || options.AnswerPrice < 0) yield return "QuestionPrice and AnswerPrice must not be negative.";
        if (options.CostPerDay is { } limit && (options.QuestionPrice + options.AnswerPrice == 0 || limit < options.MostCost))
            yield return "CostPerDay needs QuestionPrice and AnswerPrice, and must hold at least one article of TokensPerArticle.";
        if (options.Currency.Length != 3 || !options.Currency.All(char.IsAsciiLetterUpper)) yield return "Currency must be three capital letters, such as USD.";
    }

    // A name is looked at when the connection is made.
    private static IPAddress? Literal(Uri endpoint) =>
        IPAddress.TryParse(endpoint.IdnHost.Trim('[', ']'), out var literal) ? literal : endpoint.IsLoopback ? IPAddress.Loopback : null;
}
