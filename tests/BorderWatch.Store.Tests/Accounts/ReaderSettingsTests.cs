using BorderWatch.Store.Accounts;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Accounts;

/// <summary>Language, time zone and date format are kept with the account.</summary>
public sealed class ReaderSettingsTests(PostgresFixture postgres) : AccountTest(postgres)
{
    private IReaderSettings Settings => Get<IReaderSettings>();

    [Fact]
    public async Task Saved_AreFoundByEverySessionOfTheAccount_AndByNoOther()
    {
        var rosa = await AdministratorAsync();
        await InvitedAsync(rosa, "Idris Vale", Role.Editor);
        var wanted = new ReaderSettings("fa", "Asia/Kabul", DateForm.SolarHijri);

        Assert.Null((await Settings.SaveAsync(wanted, rosa, Cancellation)).Error);

        Assert.Equal(wanted, await Settings.FindAsync(await SessionAsync("rosa@desk.example"), Cancellation));
        Assert.Equal(new ReaderSettings(), await Settings.FindAsync(await SessionAsync("idris@desk.example"), Cancellation));
        Assert.Null(await Settings.FindAsync(Guid.CreateVersion7(), Cancellation));
    }

    [Fact]
    public async Task Saved_CanBeTakenBack()
    {
        var rosa = await AdministratorAsync();
        await Settings.SaveAsync(new("fa", "Asia/Kabul", DateForm.Numbers), rosa, Cancellation);

        Assert.Null((await Settings.SaveAsync(new(), rosa, Cancellation)).Error);

        Assert.Equal(new ReaderSettings(), await Settings.FindAsync(await SessionAsync("rosa@desk.example"), Cancellation));
    }

    [Theory]
    [InlineData("fa\"><script>", null, null, "language")]
    [InlineData("fa", "Mars/Olympus_Mons", null, "time zone")]
    [InlineData("fa", null, (DateForm)17, "date format")]
    public async Task Nonsense_IsRefusedAndNotKept(string language, string? zone, DateForm? dates, string named)
    {
        var rosa = await AdministratorAsync();

        Assert.Contains(named, (await Settings.SaveAsync(new(language, zone, dates), rosa, Cancellation)).Error, StringComparison.Ordinal);

        Assert.Equal(new ReaderSettings(), await Settings.FindAsync(await SessionAsync("rosa@desk.example"), Cancellation));
    }

    [Fact]
    public async Task WhoHasNoAccount_CannotSave() =>
        Assert.Contains("account", (await Settings.SaveAsync(new("fa"), Caller.Reader, Cancellation)).Error, StringComparison.Ordinal);
}
