namespace BorderWatch.Postgres;

/// <summary>
/// The account that the server's programs run as. PostgreSQL refuses to run as root, so root lends it an unprivileged one;
/// everybody else runs it as themselves.
/// </summary>
/// <param name="Name">Null when the programs run as the current user.</param>
internal sealed record ServerAccount(string? Name)
{
    /// <summary>Whether the current user is root, on a system where PostgreSQL minds.</summary>
    public static bool IsNeeded => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static async Task<ServerAccount> ChooseAsync(CancellationToken cancellationToken)
    {
        if (!IsNeeded)
            return new ServerAccount((string?)null);

        foreach (var candidate in (string[])["postgres", "nobody"])
        {
            var id = await ProgramRun.RunAsync("id", ["-u", candidate], null, cancellationToken);
            if (id.Succeeded && id.Output.Trim() != "0")
                return new ServerAccount(candidate);
        }

        throw new PrivatePostgresException(
            "PostgreSQL refuses to run as root and this system has neither an account 'postgres' nor 'nobody' to run it as. "
            + "Start BorderWatch as a normal user, or set ConnectionStrings__BorderWatch to a PostgreSQL of your own.");
    }

    /// <summary>Gives the path, and everything in it when it is a folder, to the account.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (Name is null)
            return;

        // "name:" is the account with its login group.
        var chown = await ProgramRun.RunAsync("chown", ["-R", $"{Name}:", path], null, cancellationToken);
        if (!chown.Succeeded)
            throw new PrivatePostgresException($"The folder {path} could not be given to the account {Name}: {chown.Output.Trim()}");
    }

    /// <summary>Runs a program as this account.</summary>
    public Task<ProgramRun> RunAsync(
        string program, IReadOnlyList<string> arguments, PostgresPrograms programs, string workingFolder, CancellationToken cancellationToken) =>
        ProgramRun.RunAsync(program, arguments, start =>
        {
            start.WorkingDirectory = workingFolder;
            programs.AddEnvironment(start.Environment);
            if (Name is not null)
                start.UserName = Name;
        }, cancellationToken);
}
