using System.Net;
using System.Net.Sockets;

namespace BorderWatch.Postgres;

/// <summary>The private server's <c>postgresql.conf</c> and <c>pg_hba.conf</c>, written anew at every start.</summary>
internal static class ServerSettings
{
    /// <summary>Loopback, with a password, and nothing else.</summary>
    private const string WhoMayConnect = """
        # BorderWatch writes this file at every start.
        host all all 127.0.0.1/32 scram-sha-256

        """;

    public static async Task WriteAsync(string cluster, int port, PrivatePostgresOptions options, CancellationToken cancellationToken)
    {
        var durable = options.SurvivesPowerCut ? "on" : "off";
        await File.WriteAllTextAsync(Path.Combine(cluster, "postgresql.conf"), $"""
            # BorderWatch writes this file at every start. Put settings of your own into tuning.conf, in this folder.
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 120
            shared_buffers = 128MB
            work_mem = 16MB
            maintenance_work_mem = 64MB
            max_wal_size = 512MB
            random_page_cost = 1.1
            jit = off
            fsync = {durable}
            synchronous_commit = {durable}
            full_page_writes = {durable}
            timezone = 'UTC'
            lc_messages = 'C'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] '
            log_checkpoints = off
            # No article text in the log: a failed statement is named by its error alone.
            log_min_error_statement = panic
            log_parameter_max_length_on_error = 0
            {(File.Exists(Path.Combine(cluster, "tuning.conf")) ? "include 'tuning.conf'" : "")}

            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(cluster, "pg_hba.conf"), WhoMayConnect, cancellationToken);
    }

    /// <summary>A port of 127.0.0.1 that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
