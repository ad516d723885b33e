using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Tokens;

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens", table =>
        {
            table.HasCheckConstraint("ck_api_tokens_secret", "length(secret_hash) = 32");
            table.HasCheckConstraint("ck_api_tokens_scopes", "scopes <> 'None' AND scopes <> ''");
        });
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(ApiToken.LongestName);
        builder.Property(token => token.Prefix).HasMaxLength(16);
        builder.Property(token => token.LastUsedFrom).HasMaxLength(64);
        builder.HasIndex(token => token.SecretHash).IsUnique();
        builder.HasIndex(token => new { token.AccountId, token.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(token => token.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
