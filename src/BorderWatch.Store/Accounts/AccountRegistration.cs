using BorderWatch.Store.Tokens;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Accounts;

/// <summary>Brings accounts into the store: Identity's hashing, tokens and tables, our rules around them.</summary>
internal static class AccountRegistration
{
    // OWASP's figure for PBKDF2 with HMAC-SHA-512.
    private const int Iterations = 210_000;

    /// <summary>How passwords are hashed.</summary>
    public static PasswordHasherOptions Hashing { get; } = new() { IterationCount = Iterations };

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddOptions<AccountOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection("Accounts").Bind(options))
            .Validate(o => o.SessionIdle > TimeSpan.Zero && o.SessionLifetime > TimeSpan.Zero && o.LinkLifetime > TimeSpan.Zero && o.LookEvery > TimeSpan.Zero, "Accounts: SessionIdle, SessionLifetime, LinkLifetime and LookEvery must be positive.")
            .Validate(o => o.FailuresBeforeLock is > 0 and <= 100 && o.LockedFor > TimeSpan.Zero && o.FormsPerMinute > 0, "Accounts: FailuresBeforeLock must be from 1 to 100, LockedFor and FormsPerMinute positive.")
            .Validate(o => o.OpenId.Fault() is null, "Accounts:OpenId needs an https Authority (http on loopback alone), ClientId and ClientSecret; RoleClaim and Roles go together.")
            .ValidateOnStart();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddIdentityCore<Account>(options =>
        {
            // PasswordRule says all there is to say; Identity's own rules are about kinds of characters.
            options.Password = new PasswordOptions { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
            options.User.AllowedUserNameCharacters = "";
        }).AddPasswordValidator<PasswordRule>().AddEntityFrameworkStores<BorderWatchDbContext>();

        services.AddSingleton<NewSessions>();
        services.AddSingleton<ISignIn, SignIn>();
        services.AddSingleton<IExternalSignIn, ExternalSignIn>();
        services.AddSingleton<IPasskeySignIn, PasskeySignIn>();
        services.AddSingleton<IOwnPasskeys, OwnPasskeys>();
        services.AddSingleton<ISessions, Sessions>();
        services.AddSingleton<IAccountLinks, AccountLinks>();
        services.AddSingleton<IAccountCommands, AccountCommands>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<IOwnAccount, OwnAccount>();
        services.AddSingleton<IReaderSettings, OwnReaderSettings>();
        services.AddSingleton<IOwnTokens, OwnTokens>();
        services.AddSingleton<ITokenOversight, TokenOversight>();
        services.AddSingleton<ITokenCheck, TokenCheck>();
        services.AddSingleton<IAccountQuery, AccountQuery>();
    }
}
