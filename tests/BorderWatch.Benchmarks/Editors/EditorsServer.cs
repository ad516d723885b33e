using BorderWatch.Ingestion;
using BorderWatch.Ingestion.Generation;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Postgres;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorderWatch.Benchmarks.Editors;

/// <summary>The process that is killed: the application's own commands over its own PostgreSQL on a data folder, as the web process has them, asked over HTTP on loopback.</summary>
internal static class EditorsServer
{
    public const string Ready = "ready";
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string folder, string port, int incidents)
    {
        await using var postgres = await PrivatePostgres.StartAsync(new DataFolder(folder), NullLogger.Instance, CancellationToken.None);
        await using var services = new ServiceCollection().AddStore(postgres.ConnectionString).AddIngestion(options => options.PollDueSources = false).BuildServiceProvider();
        await services.MigrateStoreAsync(CancellationToken.None);
        await using (var db = await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync())
        {
            if (!await db.Incidents.AnyAsync()) await services.GetRequiredService<IIncidentGenerator>().GenerateAsync(new(incidents), Caller.Local, null, CancellationToken.None);
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var server = builder.Build();
        server.MapPost("/", (Ask ask) => AnswerAsync(services, ask));
        await server.StartAsync(CancellationToken.None);
        Console.WriteLine($"{Ready} {postgres.ConnectionString}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static async Task<IResult> AnswerAsync(IServiceProvider services, Ask ask)
    {
        try
        {
            using var limit = new CancellationTokenSource(s_longest);
            return Results.Json(await DoAsync(services, ask, limit.Token));
        }
        // What the page would show as "the database did not answer": whether it was committed is not known.
        catch (Exception)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<Answer> DoAsync(IServiceProvider services, Ask ask, CancellationToken cancellation)
    {
        var by = new Caller(null, ask.Editor, RolePermissions.Of(Role.Editor));
        switch (ask.Do)
        {
            case "correct":
                var correction = new Correction(ask.Incident, ask.Field, [new ClaimValue.Casualties(ask.Number, ask.Number, ask.Number)], null, ask.Token, ask.Seen);
                var corrected = await services.GetRequiredService<IRulingCommands>().CorrectAsync(correction, by, cancellation);
                return new(corrected.Value?.Edited?.EditId, corrected.Value?.Theirs?.Id, default, corrected.Error);
            case "review":
                var to = ask.Status == IncidentStatus.Confirmed ? IncidentStatus.Unreviewed : IncidentStatus.Confirmed;
                var reviewed = await services.GetRequiredService<IReviewCommands>().ReviewAsync([(ask.Incident, ask.Status)], to, null, ask.Token, by, cancellation);
                return new(reviewed.Value?.EditId, null, default, reviewed.Error);
            default:
                await using (var db = await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync(cancellation))
                {
                    var status = await db.Incidents.Where(i => i.Id == ask.Incident).Select(i => i.Status).SingleAsync(cancellation);
                    var standing = await db.Rulings.Where(r => r.IncidentId == ask.Incident && r.Field == ask.Field && r.SupersededAt == null).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellation);
                    return new(null, standing, status, null);
                }
        }
    }
}
