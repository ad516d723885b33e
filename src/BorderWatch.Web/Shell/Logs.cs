using System.Globalization;
using BorderWatch.Postgres;
using Serilog;
using Serilog.Formatting.Compact;

namespace BorderWatch.Web.Shell;

/// <summary>Logs: words on the console, and in production compact JSON in files of the data folder.</summary>
public static class Logs
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Sends every log through Serilog; levels come from the section <c>Serilog</c>.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, DataFolder folder) => builder.Services.AddSerilog(log =>
    {
        log.ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        if (builder.Environment.IsProduction())
        {
            var file = Path.Combine(folder.Path, "logs", "borderwatch-.json");
            log.WriteTo.File(new CompactJsonFormatter(), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, shared: true);
        }
    });
}
