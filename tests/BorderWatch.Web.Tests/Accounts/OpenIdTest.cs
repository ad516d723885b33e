using System.Net;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Web.Tests.Accounts;

/// <summary>Tests of signing in through a provider that speaks HTTP, and lies where a test tells it to.</summary>
public abstract class OpenIdTest(GuardedApplication application) : IClassFixture<GuardedApplication>, IAsyncLifetime
{
    private Provider? _provider;
    private RunningApplication? _site;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected GuardedApplication Application => application;

    private protected Provider House => _provider!;

    private protected RunningApplication Site => _site!;

    public async ValueTask InitializeAsync() => _provider = await Provider.StartAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The provider is there no more.</summary>
    protected async Task EndProviderAsync()
    {
        await House.DisposeAsync();
        _provider = null;
    }

    private protected async Task StartAsync(params string[] more) => _site = await RunningApplication.StartAsync(application.ConnectionString, Stop, House.Settings(more));

    private protected static Dictionary<string, object> Somebody(string subject, string email, bool? verified, params string[] groups)
    {
        var person = new Dictionary<string, object> { ["sub"] = subject, ["email"] = email, ["name"] = $"{char.ToUpperInvariant(subject[0])}{subject[1..]} of Desk House" };
        if (verified is { } isVerified) person["email_verified"] = isVerified;
        if (groups.Length > 0) person["groups"] = groups;
        return person;
    }

    /// <summary>From the button to where the browser ends up; not followed further.</summary>
    private protected async Task<string> ComeInAsync(Visitor visitor, string to = "/", bool anew = false)
    {
        var (answer, _) = await AnswerAsync(visitor, to, anew);
        using var back = await visitor.GoAsync(answer, Stop);
        return Local(back);
    }

    /// <summary>The address with which the provider sends the browser back.</summary>
    private protected static async Task<(string Address, HttpStatusCode Status)> AnswerAsync(Visitor visitor, string to, bool anew = false)
    {
        using var begun = await visitor.GoAsync($"/sign-in/openid?to={Uri.EscapeDataString(to)}{(anew ? "&anew=true" : "")}", Stop);
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await provider.GetAsync(begun.Headers.Location, Stop);
        return (answer.Headers.Location!.PathAndQuery, answer.StatusCode);
    }

    private protected static string Local(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
    }

    private protected static async Task AssertOutAsync(Visitor visitor)
    {
        using var page = await visitor.GoAsync("/regions", Stop);
        Assert.Equal("/sign-in", page.Headers.Location?.AbsolutePath);
    }

    private protected async Task<List<SignInOutcome>> OutcomesAsync(Guid account)
    {
        await using var db = await application.Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
        return await db.SignIns.Where(record => record.AccountId == account).OrderBy(record => record.Id).Select(record => record.Outcome).ToListAsync(Stop);
    }

    private protected async Task<string> HistoryAsync(Guid account)
    {
        await using var db = await application.Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
        return string.Join('\n', await db.Revisions.Where(revision => revision.SubjectId == account).OrderBy(revision => revision.Id).Select(revision => revision.Action).ToListAsync(Stop));
    }

    private protected async Task<int> LoginsAsync(string subject)
    {
        await using var db = await application.Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
        return await db.AccountLogins.CountAsync(login => login.Subject == subject, Stop);
    }

    /// <summary>Whose account somebody known to the provider is.</summary>
    private protected async Task<Caller> CallerAsync(string subject)
    {
        await using var db = await application.Get<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(Stop);
        var account = await db.AccountLogins.Where(login => login.Subject == subject).Join(db.Accounts, login => login.AccountId, a => a.Id, (_, a) => a).SingleAsync(Stop);
        return new Caller(account.Id, account.Name, RolePermissions.Of(account.Role));
    }
}
