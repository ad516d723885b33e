using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Cli.Accounts;

/// <summary><c>borderwatch user</c>: lists accounts, and helps an administrator back in whom nobody else can help.</summary>
internal static class UserCommand
{
    private static readonly Option<string?> NewPassword = new("--new-password") { Description = "Makes a one-time link by which this account chooses a new password, and unlocks it.", HelpName = "e-mail" };
    private static readonly Option<string?> NoCodes = new("--no-codes") { Description = "Takes the second factor off this account.", HelpName = "e-mail" };

    public static Command Create()
    {
        var command = StoreCommand.Create("user", "Lists accounts; makes a link for a new password.", static async (store, parsed, cancellation) =>
        {
            var (accounts, commands) = ((await store.Get<IAccountQuery>().ListAsync(Caller.Local, cancellation)).Value!.Accounts, store.Get<IAccountCommands>());
            if ((parsed.GetValue(NewPassword) ?? parsed.GetValue(NoCodes)) is not { } email)
            {
                foreach (var row in accounts) Console.WriteLine($"{row.Email}  {row.Role}  {row.Name}{(row.IsLocked ? "  locked" : null)}");
                return 0;
            }
            if (accounts.FirstOrDefault(row => row.Email.Equals(email, StringComparison.OrdinalIgnoreCase)) is not { } account) return Fail($"Nobody signs in with {email}: the command without an option lists the accounts.");
            if (parsed.GetValue(NoCodes) is not null) return (await commands.ForgetAuthenticatorAsync(account.Id, Caller.Local, cancellation)).Error is { } refused ? Fail(refused) : 0;
            if ((account.IsLocked || account.LockedUntil is not null) && (await commands.SetLockedAsync(account.Id, false, Caller.Local, cancellation)).Error is { } locked) return Fail(locked);
            var link = await commands.ResetPasswordAsync(account.Id, Caller.Local, cancellation);
            if (link.Value is not { } secret) return Fail(link.Error!);
            Console.WriteLine($"Works once: go to this path of BorderWatch's address.\n/join/{secret}");
            return 0;
        });
        command.Add(NewPassword);
        command.Add(NoCodes);
        return command;
    }

    private static int Fail(string error)
    {
        Console.Error.WriteLine(error);
        return 1;
    }
}
