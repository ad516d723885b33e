using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Incidents;

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims", table =>
        {
            table.HasCheckConstraint("ck_claims_quote", "quote <> '' AND quote_start >= 0 AND quote_end > quote_start");
            table.HasCheckConstraint("ck_claims_value", "value ? 'is'");
        });
        builder.Property(claim => claim.Id).ValueGeneratedNever();
        builder.Property(claim => claim.Value).HasColumnType("jsonb");
        builder.Property(claim => claim.Extractor).HasMaxLength(100);
        builder.HasOne<Report>().WithMany(report => report.Claims).HasForeignKey(claim => claim.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(claim => claim.ReportId);
    }
}
