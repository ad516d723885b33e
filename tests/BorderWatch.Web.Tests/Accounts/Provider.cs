using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Web.Tests.Accounts;

/// <summary>
/// An OpenID Connect provider on a free port of the loopback: discovery, keys, the authorization code with PKCE, user info. Its tokens are made by hand, not by the
/// library that reads them. It lies where a test tells it to.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string ClientId = "borderwatch";
    public const string ClientSecret = "a secret of the tests";

    private static readonly RSA s_key = RSA.Create(2048);
    private static readonly RSA s_strangersKey = RSA.Create(2048);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string RedirectUri)> _codes = new();
    private readonly ConcurrentDictionary<string, Dictionary<string, object>> _tokens = new();

    private Provider(WebApplication app) => _app = app;

    /// <summary>Its issuer.</summary>
    public string Issuer => _app.Urls.Single();

    /// <summary>Who sits before it, claim by claim.</summary>
    public Dictionary<string, object> Person { get; set; } = [];

    /// <summary>Changes the claims of a token before it is signed.</summary>
    public Action<Dictionary<string, object>> Lie { get; set; } = _ => { };

    /// <summary>True signs with a key that it does not publish.</summary>
    public bool SignsWithAStrangersKey { get; set; }

    /// <summary>True signs not at all.</summary>
    public bool SignsNot { get; set; }

    /// <summary>True says that it signs, and does not.</summary>
    public bool LeavesSignatureOut { get; set; }

    /// <summary>True where the e-mail address is told by the user info alone.</summary>
    public bool TellsAddressInUserInfo { get; set; }

    /// <summary>True where the person says no.</summary>
    public bool Denies { get; set; }

    /// <summary>What the browser was sent with, last.</summary>
    public IQueryCollection? Asked { get; private set; }

    /// <summary>How often a code was changed for tokens.</summary>
    public int CodesTaken { get; private set; }

    public static async Task<Provider> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = null);
        var app = builder.Build();
        var provider = new Provider(app);
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = $"{provider.Issuer}/authorize",
            ["token_endpoint"] = $"{provider.Issuer}/token",
            ["userinfo_endpoint"] = $"{provider.Issuer}/userinfo",
            ["jwks_uri"] = $"{provider.Issuer}/keys",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        app.MapGet("/keys", () => new Dictionary<string, object> { ["keys"] = new[] { Published() } });
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokensAsync);
        app.MapGet("/userinfo", provider.UserInfo);
        await app.StartAsync(cancellation);
        return provider;
    }

    /// <summary>What the application is started with to use it.</summary>
    public string[] Settings(params string[] more) =>
        [$"--Accounts:OpenId:Authority={Issuer}", $"--Accounts:OpenId:ClientId={ClientId}", $"--Accounts:OpenId:ClientSecret={ClientSecret}", "--Accounts:OpenId:Name=Desk House", .. more];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        var back = request.Query["redirect_uri"].ToString();
        var state = Uri.EscapeDataString(request.Query["state"].ToString());
        if (Denies) return Results.Redirect($"{back}?error=access_denied&state={state}");
        if (request.Query["client_id"] != ClientId || request.Query["response_type"] != "code" || request.Query["code_challenge_method"] != "S256") return Results.BadRequest("no such client, or no PKCE");
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString(), back);
        return Results.Redirect($"{back}?code={code}&state={state}");
    }

    private async Task<IResult> TokensAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var challenge = Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != challenge || asked.RedirectUri != form["redirect_uri"]
            || form["client_id"] != ClientId || form["client_secret"] != ClientSecret || form["grant_type"] != "authorization_code")
            return Results.Json(new Dictionary<string, string> { ["error"] = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        CodesTaken++;
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        Dictionary<string, object> claims = new(Person) { ["iss"] = Issuer, ["aud"] = ClientId, ["iat"] = now, ["exp"] = now + 300, ["nonce"] = asked.Nonce };
        if (TellsAddressInUserInfo)
        {
            claims.Remove("email");
            claims.Remove("email_verified");
        }
        Lie(claims);
        var access = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _tokens[access] = new(Person);
        return Results.Json(new Dictionary<string, object> { ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = 300, ["id_token"] = Token(claims) });
    }

    private IResult UserInfo(HttpRequest request) =>
        _tokens.TryGetValue(request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), out var claims) ? Results.Json(claims) : Results.Unauthorized();

    private string Token(Dictionary<string, object> claims)
    {
        var header = SignsNot ? """{"alg":"none","typ":"JWT"}""" : """{"alg":"RS256","typ":"JWT","kid":"one"}""";
        var words = $"{Url(Encoding.UTF8.GetBytes(header))}.{Url(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        if (SignsNot || LeavesSignatureOut) return $"{words}.";
        var key = SignsWithAStrangersKey ? s_strangersKey : s_key;
        return $"{words}.{Url(key.SignData(Encoding.ASCII.GetBytes(words), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static Dictionary<string, string> Published()
    {
        var key = s_key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "one", ["n"] = Url(key.Modulus!), ["e"] = Url(key.Exponent!) };
    }

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
