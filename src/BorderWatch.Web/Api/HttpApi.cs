using System.Globalization;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace BorderWatch.Web.Api;

/// <summary>The interface for programs, and what it needs around it.</summary>
internal static class HttpApi
{
    /// <summary>The limit for questions.</summary>
    public const string Asking = "asking";

    /// <summary>The limit for files.</summary>
    public const string Exporting = "exporting";

    /// <summary>Registers it.</summary>
    public static void AddApi(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Api").Get<ApiOptions>() ?? new();
        builder.Services.AddSingleton(provider => new TokenGate(options, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ApiExceptionHandler>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, ProgramRefusals>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "BorderWatch";
            document.Info.Description = "Security incidents out of news. Every value of an incident rests on quotations: ask for one incident to see them.";
            var schemes = (document.Components ??= new()).SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            schemes[TokenScheme.SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token, made on the page “Your account”." };
            (document.Security ??= []).Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme.SchemeName, document)] = [] });
            return Task.CompletedTask;
        }));
        builder.Services.AddRateLimiter(limiter =>
        {
            var forPages = limiter.OnRejected;
            limiter.OnRejected = (rejected, cancellation) => ProgramRefusals.IsForPrograms(rejected.HttpContext.Request.Path)
                ? RejectAsync(rejected) : forPages?.Invoke(rejected, cancellation) ?? ValueTask.CompletedTask;
            // A token is limited wherever it is shown, and by itself: not with others behind the same network address.
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Guid>(context => TokenScheme.TokenOf(context.User) is { } token
                ? RateLimitPartition.GetTokenBucketLimiter(token, _ => Pace(options)) : RateLimitPartition.GetNoLimiter(Guid.Empty));
            limiter.AddPolicy(Asking, context => TokenScheme.TokenOf(context.User) is null
                ? RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => Pace(options)) : RateLimitPartition.GetNoLimiter("a token"));
            limiter.AddPolicy(Exporting, _ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = options.ExportsAtOnce, QueueLimit = 16 }));
        });
    }

    /// <summary>Maps it, its description at <c>/openapi/v1.json</c> and a page to try it at <c>/api/docs</c>.</summary>
    public static void MapApi(this WebApplication app)
    {
        ApiEndpoints.MapEndpoints(app.MapGroup("/api/v1").RequireCaller(Permission.Read).RequireRateLimiting(Asking).WithTags("BorderWatch"));
        ApiRulings.MapEndpoints(app.MapGroup("/api/v1").RequireCaller(Permission.RuleOnIncidents).RequireToken().RequireRateLimiting(Asking).WithTags("BorderWatch"));
        app.MapGet("/api/v1/{**rest}", () => Results.Problem(
            statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: "There is nothing at this address. /openapi/v1.json lists what there is.")).ExcludeFromDescription();
        app.MapOpenApi();
        app.MapScalarApiReference(ApiPage.Files);
        ApiPage.Map(app);
    }

    private static TokenBucketRateLimiterOptions Pace(ApiOptions options) => new()
    {
        TokenLimit = options.RequestsPerMinute,
        TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60.0 / options.RequestsPerMinute)),
    };

    private static async ValueTask RejectAsync(OnRejectedContext rejected)
    {
        var response = rejected.HttpContext.Response;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)after.TotalSeconds) : 1;
        response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Results.Problem(
            statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests", detail: $"Ask again in {wait} seconds. Pages of 200 need fewer requests.")
            .ExecuteAsync(rejected.HttpContext);
    }

    /// <summary>A failure as problem details, for those who asked as programs; pages have a page for it.</summary>
    private sealed class ApiExceptionHandler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (!ProgramRefusals.IsForPrograms(httpContext.Request.Path)) return false;
            await Results.Problem(
                statusCode: StatusCodes.Status500InternalServerError, title: "Something went wrong", detail: $"The log says what, under the reference {httpContext.TraceIdentifier}.")
                .ExecuteAsync(httpContext);
            return true;
        }
    }
}
