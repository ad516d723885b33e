using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Postgres.Hosting;

/// <summary>Log lines on the console from before the host's own log exists until after it is gone.</summary>
internal sealed class ConsoleLines : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Write(logLevel == LogLevel.Information ? "INF" : logLevel == LogLevel.Warning ? "WRN" : "ERR", formatter(state, exception));
    }

    public void Say(string message) => Write("INF", message);

    private static void Write(string level, string message) =>
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {level} {message}"));
}
