using BorderWatch.Ingestion;
using BorderWatch.Postgres.Hosting;
using BorderWatch.Store;
using BorderWatch.Web.Accounts;
using BorderWatch.Web.Alerts;
using BorderWatch.Web.Api;
using BorderWatch.Web.Articles;
using BorderWatch.Web.Briefs;
using BorderWatch.Web.Exports;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Sources;

string[] settings = [.. args.Where(argument => argument != DemoAtStart.Switch)];
var isDemo = settings.Length < args.Length;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
builder.AddAddress();
if (isDemo) builder.AddDemoUser();
if (!builder.IsDemoUserSafe()) return 1;

await using var database = await builder.OpenDatabaseAsync();
if (database is null) return 1;

builder.AddLogs(database.Folder);
builder.AddKeys(database.Folder);
builder.Services.AddStore(database.ConnectionString);
builder.Services.AddIngestion(builder.Configuration.GetSection("Ingestion").Bind);
builder.AddPages();
builder.AddAccounts();
builder.AddApi();
if (isDemo) builder.Services.AddHostedService<DemoAtStart>();

await using var app = builder.Build();
ExtendedGazetteer.UseIfThere(database.Folder.Path, app.Logger);
app.UseSecurityHeaders();
app.UseErrorPages();
app.UseAccounts();
app.UseReaders();
app.MapPages();
app.MapAccounts();
app.MapApi();
app.MapExports();
app.MapBriefs();
app.MapSourceList();
app.MapRawFetches();
app.MapAlertFeeds();
app.MapHealth();
app.AnnounceAddress();

if (!await database.PrepareAsync(app.Services.MigrateStoreAsync)) return 1;
if (!await app.IsDemoUserAloneAsync()) return 1;

await app.RunAsync();
return 0;
