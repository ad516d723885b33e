using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Accounts;

// The migration adds a unique index on lower(name): EF's model cannot say it.
internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Name).HasMaxLength(Account.LongestName);
        foreach (var address in (string[])[nameof(Account.UserName), nameof(Account.NormalizedUserName), nameof(Account.Email), nameof(Account.NormalizedEmail)])
            builder.Property(address).HasMaxLength(AccountWords.LongestEmail);
        builder.Property(account => account.Language).HasMaxLength(ReaderSettings.Longest);
        builder.Property(account => account.TimeZone).HasMaxLength(ReaderSettings.Longest);
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(account => account.PhoneNumber).Ignore(account => account.PhoneNumberConfirmed).Ignore(account => account.EmailConfirmed).Ignore(account => account.LockoutEnabled);
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
    }
}

/// <summary>What Identity keeps beside an account: the authenticator's key and the recovery codes, both readable.</summary>
internal sealed class AccountTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("account_tokens");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        builder.Property(token => token.UserId).HasColumnName("account_id");
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountPasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    // As long as a credential's id can be (WebAuthn).
    private const int LongestId = 1023;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("account_passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(LongestId);
        builder.Property(passkey => passkey.UserId).HasColumnName("account_id");
        builder.OwnsOne(passkey => passkey.Data).ToJson("data");
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountLoginMapping : IEntityTypeConfiguration<AccountLogin>
{
    public void Configure(EntityTypeBuilder<AccountLogin> builder)
    {
        builder.ToTable("account_logins");
        builder.Property(login => login.Id).ValueGeneratedNever();
        builder.Property(login => login.Issuer).HasMaxLength(AccountLogin.Longest);
        builder.Property(login => login.Subject).HasMaxLength(AccountLogin.Longest);
        builder.HasIndex(login => new { login.Issuer, login.Subject }).IsUnique();
        builder.HasIndex(login => new { login.AccountId, login.Issuer }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(login => login.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountLinkMapping : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Name).HasMaxLength(Account.LongestName);
        builder.Property(link => link.Email).HasMaxLength(AccountWords.LongestEmail);
        builder.Property(link => link.CreatedBy).HasMaxLength(200);
        builder.HasIndex(link => link.SecretHash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountSessionMapping : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("account_sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.RemoteAddress).HasMaxLength(64);
        builder.Property(session => session.UserAgent).HasMaxLength(Origin.LongestUserAgent);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignInRecordMapping : IEntityTypeConfiguration<SignInRecord>
{
    public void Configure(EntityTypeBuilder<SignInRecord> builder)
    {
        builder.ToTable("sign_ins");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.RemoteAddress).HasMaxLength(64);
        builder.Property(record => record.UserAgent).HasMaxLength(Origin.LongestUserAgent);
        builder.HasIndex(record => record.At);
        builder.HasIndex(record => new { record.AccountId, record.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(record => record.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}
