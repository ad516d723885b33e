using System.Net;
using System.Text.RegularExpressions;

namespace BorderWatch.Web.Tests.Accounts;

/// <summary>A browser without scripts: keeps cookies, sends forms with what the page hides in them, follows nothing.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient _http;

    public Visitor(Uri site) => _http = new HttpClient(_handler) { BaseAddress = site };

    /// <summary>What the browser keeps.</summary>
    public CookieContainer Cookies => _handler.CookieContainer;

    public Task<HttpResponseMessage> GoAsync(string path, CancellationToken cancellation) => _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);

    /// <summary>Sends a form as its page has it.</summary>
    /// <param name="path">Where the form is.</param>
    /// <param name="form">Its name.</param>
    /// <param name="fields">What is typed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="forged">True leaves out what shows that the form came from the page.</param>
    /// <param name="action">Where the form goes; null where it goes to its page.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, string form, (string Name, string Value)[] fields, CancellationToken cancellation, bool forged = false, string? action = null)
    {
        using var answer = await GoAsync(path, cancellation);
        var page = await answer.Content.ReadAsStringAsync(cancellation);
        var token = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        KeyValuePair<string, string>[] hidden = forged ? [new("_handler", form)] : [new("_handler", form), new("__RequestVerificationToken", token)];
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));
        return await _http.PostAsync(new Uri(action ?? path, UriKind.Relative), content, cancellation);
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
